#include "analyse/content_after.h"

#include <algorithm>

#include "analyse/clause.h"
#include "analyse/noun_phrase.h"

namespace afterword {
namespace {

constexpr uint32_t kMaxAddressee = 12;
/// How far after the cue a "that" or a quotation may stand: "said in a statement on Thursday that".
constexpr uint32_t kMaxDetour = 16;
constexpr uint32_t kMinClauseWords = 3;

class AfterCue {
 public:
  AfterCue(const Reading& reading, const std::vector<Cue>& cues) : reading_(reading), cues_(cues) {}

  std::optional<TokenRange> Find(const Cue& cue) const {
    const uint32_t end = reading_.SentenceOf(cue.verb).end;
    uint32_t i = SkipTime(reading_, cue.tokens.end, end);
    if (cue.Takes(takes::kAddressee)) i = SkipAddressee(i, end);
    if (i >= end) return std::nullopt;
    std::optional<TokenRange> content;
    if (cue.Takes(takes::kQuotation)) content = QuotationAfter(i, end);
    if (!content && cue.Takes(takes::kThatClause)) content = ThatClause(i, end);
    if (!content && cue.Takes(takes::kClause)) content = BareClause(i, end);
    if (!content && cue.Takes(takes::kNounPhrase)) content = Object(i, end);
    if (!content && cue.Takes(takes::kInfinitive) && reading_.IsText(i, "to")) content = Rest(i);
    if (!content && cue.Takes(takes::kObject)) content = ObjectInfinitive(i, end);
    if (!content || content->empty()) return std::nullopt;
    return content;
  }

 private:
  TokenRange Rest(uint32_t i) const { return {i, ClauseEnd(reading_, cues_, i)}; }

  /// A noun phrase with what belongs to it, up to a clause that is told, not said.
  std::optional<TokenRange> Object(uint32_t i, uint32_t end) const {
    if (reading_.IsPunctuation(i) || reading_.Is(i, word::kSubordinator)) {
      const bool question = reading_.Is(i, word::kSubordinator) && !reading_.IsText(i, "that");
      return question ? std::optional(Rest(i)) : std::nullopt;
    }
    TokenRange rest = Rest(i);
    for (uint32_t j = i + 1; j + 1 < std::min(rest.end, end); ++j) {
      if (!reading_.IsText(j, ",") || reading_.quotation_of[j] != kNoIndex) continue;
      const bool told =
          reading_.Is(j + 1, word::kRelative | word::kBut | word::kAuxiliary) ||
          (reading_.Is(j + 1, word::kSubordinator) && !reading_.IsText(j + 1, "that"));
      if (told) return TokenRange{i, j};
    }
    return rest;
  }

  /// After "reporters", "AFP Thursday", "the BBC", "him".
  uint32_t SkipAddressee(uint32_t i, uint32_t end) const {
    const uint32_t limit = std::min(end, i + kMaxAddressee);
    for (uint32_t j = i; j < limit; ++j) {
      if (reading_.IsText(j, "that") || reading_.IsText(j, ":") || reading_.IsQuote(j)) return j;
      if (reading_.IsPunctuation(j)) break;
    }
    const auto phrase = PhraseAt(reading_, {i, end}, PhraseReach::kTight);
    return phrase ? SkipTime(reading_, phrase->core.end, end) : i;
  }

  /// `: "…"`, `, "…"`, `"…"`, also after an occasion: `said in an interview: "…"`.
  std::optional<TokenRange> QuotationAfter(uint32_t i, uint32_t end) const {
    if (reading_.Is(i, word::kPreposition)) {
      const uint32_t limit = std::min(end, i + kMaxDetour);
      while (i < limit && !reading_.IsPunctuation(i) && !reading_.IsQuote(i) &&
             !reading_.IsText(i, "that")) {
        ++i;
      }
      if (i >= limit || reading_.IsQuote(i)) return std::nullopt;
    }
    const bool colon = reading_.IsText(i, ":");
    if (colon || reading_.IsText(i, ",")) ++i;
    if (i >= end && !(colon && i < reading_.BlockOf(end - 1).end)) return std::nullopt;
    if (!reading_.IsQuote(i) || reading_.quotation_of[i] == kNoIndex) {
      return colon && CountWords(reading_, {i, end}) >= kMinClauseWords
                 ? std::optional<TokenRange>(Rest(i))
                 : std::nullopt;
    }
    const TokenRange quotation = reading_.quotations[reading_.quotation_of[i]].tokens;
    if (quotation.begin != i) return std::nullopt;
    return EndsClause(quotation) ? quotation : Rest(i);
  }

  /// Whether nothing of the sentence goes on after the quotation.
  bool EndsClause(TokenRange quotation) const {
    const uint32_t i = quotation.end;
    if (i >= reading_.BlockOf(quotation.begin).end) return true;
    return reading_.IsPunctuation(i) || reading_.sentence_of[i] != reading_.sentence_of[i - 1] ||
           reading_.Is(i, word::kConjunction | word::kBut);
  }

  std::optional<TokenRange> ThatClause(uint32_t i, uint32_t end) const {
    if (reading_.Is(i, word::kPreposition | word::kAdverb) || reading_.Is(i, word::kClock)) {
      const uint32_t limit = std::min(end, i + kMaxDetour);
      while (i < limit && !EndsDetour(i) && !reading_.IsText(i, "that")) ++i;
      if (i + 1 < limit && reading_.IsText(i, ",")) ++i;
    }
    if (i + 2 >= end || !reading_.IsText(i, "that")) return std::nullopt;
    return Rest(i);
  }

  /// A mark, but for the comma of "in Toledo, Ohio, that".
  bool EndsDetour(uint32_t i) const {
    if (!reading_.IsPunctuation(i)) return false;
    const bool place = reading_.IsText(i, ",") && reading_.IsCapital(i - 1) &&
                       i + 1 < reading_.size() && reading_.IsCapital(i + 1);
    return !place;
  }

  /// "said NATO would help": no preposition, no mark, no second subject.
  std::optional<TokenRange> BareClause(uint32_t i, uint32_t end) const {
    if (reading_.IsPunctuation(i) || reading_.Is(i, word::kPreposition | word::kConjunction)) {
      return std::nullopt;
    }
    // "meddling that he said is harmful": what is said stands before.
    if (reading_.Is(i, word::kAuxiliary) && !reading_.IsCapital(i)) return std::nullopt;
    if (reading_.IsQuote(i) && reading_.quotation_of[i] == kNoIndex) return std::nullopt;
    const bool opens = !reading_.Is(i, word::kSubordinator | word::kBut) ||
                       reading_.Is(i, word::kConditional | word::kPronoun);
    if (!opens || CountWords(reading_, {i, end}) < kMinClauseWords) return std::nullopt;
    return Rest(i);
  }

  /// "urged allies to send more".
  std::optional<TokenRange> ObjectInfinitive(uint32_t i, uint32_t end) const {
    const uint32_t limit = std::min(end, i + kMaxAddressee);
    for (uint32_t j = i; j < limit && !reading_.IsPunctuation(j); ++j) {
      if (reading_.IsText(j, "to")) return Rest(i);
    }
    return std::nullopt;
  }

  const Reading& reading_;
  const std::vector<Cue>& cues_;
};

}  // namespace

std::optional<TokenRange> ContentAfter(const Reading& reading, const std::vector<Cue>& cues,
                                       const Cue& cue) {
  return AfterCue(reading, cues).Find(cue);
}

}  // namespace afterword
