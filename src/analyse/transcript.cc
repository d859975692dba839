// A label begins a line and ends at a colon: capitals, with a short bracket behind them at most.
// What only looks like a label ("Q:", "Note:") ends the turn before it and begins none. The
// paragraphs up to the next label are of the same turn; behind the last label that is sure only
// of those in which somebody says "I", "we" or "you".

#include "analyse/transcript.h"

#include <algorithm>
#include <optional>

#include "analyse/clause.h"
#include "text/word_map.h"

namespace afterword {
namespace {

constexpr size_t kMinTurns = 3;
constexpr uint32_t kMaxName = 8;
constexpr uint32_t kMaxBracket = 10;
constexpr WordFlags kTitles = word::kTitle | word::kRank | word::kRole;

enum class Evidence : uint8_t {
  kNone,
  /// A role alone ("Moderator"), which a list of credits has too: one that comes again speaks.
  kIfRepeated,
  /// A bare word that speaks if the text calls somebody so.
  kIfKnown,
  kSure,
};

struct Label {
  TokenRange name;
  /// With its bracket.
  TokenRange tokens;
  Evidence evidence = Evidence::kNone;
};

class TurnFinder {
 public:
  explicit TurnFinder(const Reading& reading) : reading_(reading) {}

  std::vector<Turn> Run() {
    FindLabels();
    if (labels_.size() < kMinTurns) return {};
    Settle();
    if (!IsTranscript()) return {};
    std::vector<Turn> turns;
    for (size_t i = 0; i < labels_.size(); ++i) {
      if (labels_[i].evidence != Evidence::kSure) continue;
      Turn turn{labels_[i].tokens, ContentOf(i)};
      if (!turn.content.empty()) turns.push_back(std::move(turn));
    }
    return turns;
  }

 private:
  // --- Labels ---

  void FindLabels() {
    for (uint32_t i = 0; i < reading_.size(); ++i) {
      if (!reading_.IsProse(reading_.block_of[i]) || !BeginsLine(i)) continue;
      if (const std::optional<Label> label = LabelAt(i)) labels_.push_back(*label);
    }
  }

  bool BeginsLine(uint32_t i) const {
    const TokenRange block = reading_.BlockOf(i);
    if (i == block.begin) return true;
    const uint32_t gap = reading_.token(i - 1).span.end;
    const Span between{gap, reading_.token(i).span.begin};
    return Slice(reading_.text, between).find('\n') != std::string_view::npos;
  }

  std::optional<Label> LabelAt(uint32_t begin) const {
    const uint32_t end = reading_.BlockOf(begin).end;
    const uint32_t limit = std::min(end, begin + kMaxName);
    uint32_t i = begin;
    while (i < limit && IsLabelWord(i, begin)) ++i;
    if (i == begin || i == end) return std::nullopt;
    const TokenRange name{begin, i};
    i = AfterBracket(i, end);
    if (i >= end || !reading_.IsText(i, ":")) return std::nullopt;
    return Label{name, {begin, i}, EvidenceOf(name)};
  }

  bool IsLabelWord(uint32_t i, uint32_t begin) const {
    if (!reading_.IsWord(i)) return false;
    const std::string_view text = reading_.TextOf(i);
    if (reading_.IsCapital(i) || (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z')) {
      return true;
    }
    return i > begin && (text == "of" || text == "for" || text == "the" || text == "and" ||
                         text == "de" || text == "van" || text == "von" || text == "der");
  }

  uint32_t AfterBracket(uint32_t i, uint32_t end) const {
    if (i >= end || !reading_.IsText(i, "(")) return i;
    const uint32_t limit = std::min(end, i + kMaxBracket);
    while (i < limit && !reading_.IsText(i, ")")) ++i;
    return i < limit ? i + 1 : end;
  }

  Evidence EvidenceOf(TokenRange name) const {
    const uint32_t last = name.end - 1;
    const bool the = reading_.Is(name.begin, word::kDeterminer);
    if (the) return reading_.Is(last, word::kRole) ? Evidence::kSure : Evidence::kNone;
    for (uint32_t i = name.begin; i < last; ++i) {
      if (reading_.Is(i, kTitles) && !reading_.Is(last, kTitles)) return Evidence::kSure;
    }
    if (reading_.Is(last, word::kRole)) return Evidence::kIfRepeated;
    if (name.size() > 1 && reading_.Is(name.begin, word::kFirstName)) return Evidence::kSure;
    return Evidence::kIfKnown;
  }

  // --- Which labels speak ---

  void Settle() {
    const bool asks = std::any_of(labels_.begin(), labels_.end(), [](const Label& label) {
      return label.evidence == Evidence::kIfKnown;
    });
    if (asks) CollectNames();
    for (const Label& label : labels_) ++repeats_[LastWord(label)];
    for (Label& label : labels_) {
      const bool known = label.evidence == Evidence::kIfKnown && names_.Find(LastWord(label));
      const bool again = label.evidence == Evidence::kIfRepeated && repeats_[LastWord(label)] > 1;
      if (known || again) label.evidence = Evidence::kSure;
    }
  }

  /// Words that follow a first name or a title: "Jens *Stoltenberg*", "Mr *Halvorsen*".
  void CollectNames() {
    for (uint32_t i = 1; i < reading_.size(); ++i) {
      const bool named = reading_.IsCapital(i) && reading_.IsCapital(i - 1) &&
                         reading_.Is(i - 1, kTitles | word::kFirstName);
      if (named && !reading_.Is(i, kTitles)) names_.Add(reading_.TextOf(i), true);
    }
  }

  std::string_view LastWord(const Label& label) const {
    return reading_.TextOf(label.name.end - 1);
  }

  bool IsTranscript() const {
    size_t turns = 0;
    std::string_view first;
    bool differ = false;
    for (const Label& label : labels_) {
      if (label.evidence != Evidence::kSure) continue;
      if (++turns == 1) first = LastWord(label);
      differ |= !EqualFolded(first, LastWord(label));
    }
    return turns >= kMinTurns && differ;
  }

  // --- What is said ---

  std::vector<TokenRange> ContentOf(size_t index) const {
    const Label& label = labels_[index];
    const bool is_last = index + 1 == labels_.size();
    const uint32_t end = is_last ? reading_.size() : labels_[index + 1].tokens.begin;
    std::vector<TokenRange> content;
    TokenRange rest{label.tokens.end + 1, std::min(end, reading_.BlockOf(label.tokens.begin).end)};
    if (CountWords(reading_, rest) > 0) content.push_back(rest);
    while (rest.end < end) {
      rest = {rest.end, std::min(end, reading_.BlockOf(rest.end).end)};
      if (!reading_.IsProse(reading_.block_of[rest.begin])) break;
      if (IsStageDirection(rest)) continue;
      if (is_last && !IsSpoken(rest)) break;
      content.push_back(rest);
    }
    return content;
  }

  /// "(Laughter.)", "[The session was suspended.]"
  bool IsStageDirection(TokenRange block) const {
    const std::string_view first = reading_.TextOf(block.begin);
    const std::string_view last = reading_.TextOf(block.end - 1);
    return (first == "(" && last == ")") || (first == "[" && last == "]");
  }

  bool IsSpoken(TokenRange block) const {
    for (uint32_t i = block.begin; i < block.end; ++i) {
      if (reading_.Is(i, word::kSpeaker) && reading_.quotation_of[i] == kNoIndex) return true;
    }
    return false;
  }

  const Reading& reading_;
  std::vector<Label> labels_;
  WordMap<bool> names_;
  WordMap<size_t> repeats_;
};

}  // namespace

std::vector<Turn> FindTurns(const Reading& reading) { return TurnFinder(reading).Run(); }

}  // namespace afterword
