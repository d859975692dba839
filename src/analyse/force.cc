#include "analyse/force.h"

#include <algorithm>
#include <string>

#include "text/case_form.h"

namespace afterword {
namespace {

/// How many words of the content are looked at for its main verb.
constexpr uint32_t kVerbRoom = 14;

/// How far from "neither" what is denied may stand.
constexpr uint32_t kIntentionRoom = 5;
constexpr std::string_view kIntentions =
    "|planning|considering|preparing|going|seeking|intending|aiming|trying|looking|";
constexpr std::string_view kUntrue =
    "|true|correct|right|so|fair|accurate|involved|responsible|topical|";

TokenRange TokensOf(const Reading& reading, Span span) {
  return {reading.TokenAt(span.begin), reading.TokenAt(span.end)};
}

/// The force that the cue's verb gives by itself.
Force CueForce(const Reading& reading, const Attribution& attribution) {
  for (const Span span : attribution.cue) {
    const TokenRange range = TokensOf(reading, span);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (!reading.Is(i, word::kCue)) continue;
      const auto uses = reading.words[i]->cues;
      for (const CueUse& use : uses) {
        const bool has_next = i + 1 < reading.size();
        const bool fits =
            use.particle.empty() ||
            (has_next && use.particle.find(reading.TextOf(i + 1)) != std::string_view::npos);
        if (fits && use.force != Force::kAssert) return use.force;
      }
    }
  }
  return Force::kAssert;
}

class ContentStance {
 public:
  ContentStance(const Reading& reading, TokenRange range) : reading_(reading), range_(range) {}

  Stance Read() {
    const uint32_t begin = MainClause();
    const uint32_t limit = std::min(range_.end, begin + kVerbRoom);
    for (uint32_t i = begin; i < limit && !(i > begin && OpensClause(i)); ++i) {
      ReadWord(i);
      if (obliges_ || IsMainVerb(i)) break;
    }
    for (uint32_t i = range_.begin; i < range_.end; ++i) {
      stance_.conditional |= reading_.Is(i, word::kConditional);
    }
    stance_.force = ForceHere();
    return stance_;
  }

 private:
  /// After marks and "that", and after a clause like "When it comes to ships, …".
  uint32_t MainClause() const {
    uint32_t i = range_.begin;
    while (i < range_.end && (!reading_.IsWord(i) || reading_.IsText(i, "that"))) ++i;
    if (i == range_.end || !OpensClause(i)) return i;
    uint32_t mark = i;
    while (mark < range_.end && !reading_.IsPunctuation(mark)) ++mark;
    return mark < range_.end ? mark + 1 : i;
  }

  bool OpensClause(uint32_t i) const {
    return reading_.Is(i, word::kSubordinator | word::kRelative);
  }

  bool FollowsAuxiliary(uint32_t i) const {
    return i > range_.begin && reading_.Is(i - 1, word::kAuxiliary);
  }

  /// The first word after an auxiliary that is none itself: "will not *go*".
  bool IsMainVerb(uint32_t i) const {
    constexpr WordFlags kWithin =
        word::kAuxiliary | word::kNegation | word::kAdverb | word::kDeterminer | word::kPronoun;
    const std::string_view text = reading_.TextOf(i);
    return FollowsAuxiliary(i) && !reading_.Is(i, kWithin) && text != "going" && text != "to";
  }

  void ReadWord(uint32_t i) {
    const std::string_view text = reading_.TextOf(i);
    const bool no = EqualFolded(text, "no");
    stance_.negated |= no ? FollowsAuxiliary(i) : reading_.Is(i, word::kNegation);
    denies_ |= (no || reading_.Is(i, word::kNegation)) && Denies(i);
    const bool have_to = text == "to" && i > range_.begin && IsHave(i - 1);
    obliges_ |= have_to || (reading_.Is(i, word::kObligation) && !IsNoObligation(i));
    const bool going = text == "going" && i + 1 < range_.end && reading_.IsText(i + 1, "to");
    promises_ |= going || text == "will" || text == "would" || text == "shall" ||
                 text.ends_with("'ll") || text.ends_with("\u2019ll");
    expects_ |= text == "likely" || text == "expect" || text == "expects" || text == "expected";
    own_ |= reading_.Is(i, word::kSpeaker) && !EqualFolded(text, "you");
  }

  /// "no need to …", "I must say".
  bool IsNoObligation(uint32_t i) const {
    const bool no = i > range_.begin && reading_.Is(i - 1, word::kNegation) &&
                    !reading_.Is(i - 1, word::kIndefinite);
    return no || (reading_.IsText(i, "must") && IsNextOneOf(i, 1, "|say|admit|confess|stress|"));
  }

  // --- Denials ---

  /// Whether the negation at `i` rejects a claim or an intention. It does not where it only makes
  /// a negative statement ("had not delivered", "could not wait") or sets a contrast ("a test, not
  /// a trade").
  bool Denies(uint32_t i) const {
    if (i > range_.begin && reading_.IsText(i - 1, ",")) return false;
    const std::string word = Folded(reading_.TextOf(i));
    if (word == "no") return DeniesAny(i);
    if (word == "never") return !IsBefore(i, "|can|could|");
    if (word == "neither") return IsNextOneOf(i, kIntentionRoom, kIntentions);
    if (IsBefore(i, "|is|are|was|were|been|be|am|") || word.starts_with("is") ||
        word.starts_with("are") || word.starts_with("was") || word.starts_with("were")) {
      return IsNextOneOf(i, 2, kUntrue) || IsNextOneOf(i, 2, kIntentions);
    }
    if (word == "don't" || word == "doesn't" || word == "didn't") return RejectsVerb(i);
    if (word == "won't" || word == "wouldn't") return RejectsVerb(i);
    const bool contracted = word == "not" || word == "n't";
    return contracted && IsBefore(i, "|do|does|did|will|would|shall|") && RejectsVerb(i);
  }

  /// "no plans", "no plan to go", "no truth"; "would be no boots on the ground".
  bool DeniesAny(uint32_t i) const {
    static constexpr std::string_view kRejected =
        "|plans|intention|intentions|intent|wish|desire|interest|truth|basis|evidence|proof|"
        "link|question|";
    const bool plan = IsNextOneOf(i, 1, "|plan|") && IsNextOneOf(i + 1, 1, "|to|");
    if (plan || IsNextOneOf(i, 2, kRejected)) return true;
    return i >= range_.begin + 2 && reading_.IsText(i - 1, "be") &&
           (reading_.IsText(i - 2, "will") || reading_.IsText(i - 2, "would"));
  }

  /// "did not *order* it", "will not *send*"; not "will not be reached", which is foreseen, nor
  /// "did not rule it out", nor "We did not come to talk, we came to work".
  bool RejectsVerb(uint32_t i) const {
    if (i + 1 >= range_.end || !reading_.IsWord(i + 1)) return false;
    if (IsNextOneOf(i, 1, "|be|rule|exclude|deny|")) return false;
    const uint32_t end = std::min(range_.end, reading_.SentenceOf(i).end);
    for (uint32_t j = i + 1; j + 1 < end; ++j) {
      if (!reading_.IsText(j, ",")) continue;
      return !reading_.Is(j + 1, word::kPronoun) || reading_.Is(j + 1, word::kRelative);
    }
    return true;
  }

  /// Whether one of the `room` words after `i` is in `list`, "|a|b|".
  bool IsNextOneOf(uint32_t i, uint32_t room, std::string_view list) const {
    const uint32_t end = std::min(range_.end, i + 1 + room);
    for (uint32_t j = i + 1; j < end; ++j) {
      if (IsIn(j, list)) return true;
    }
    return false;
  }

  bool IsBefore(uint32_t i, std::string_view list) const {
    return i > range_.begin && IsIn(i - 1, list);
  }

  bool IsIn(uint32_t i, std::string_view list) const {
    if (!reading_.IsWord(i)) return false;
    return list.find("|" + Folded(reading_.TextOf(i)) + "|") != std::string_view::npos;
  }

  /// "… is wrong", "… was untrue" at the end.
  bool EndsInWrong() const {
    uint32_t i = range_.end;
    while (i > range_.begin && !reading_.IsWord(i - 1)) --i;
    if (i < range_.begin + 2) return false;
    const std::string_view last = reading_.TextOf(i - 1);
    return reading_.Is(i - 2, word::kBe) &&
           (last == "wrong" || last == "false" || last == "untrue" || last == "nonsense");
  }

  bool IsHave(uint32_t i) const { return reading_.Is(i, word::kHave); }

  Force ForceHere() const {
    if (range_.end > range_.begin && EndsInQuestion()) return Force::kAsk;
    if (obliges_ && !denies_) return Force::kUrge;
    if (denies_ || EndsInWrong()) return Force::kDeny;
    if (expects_) return Force::kExpect;
    if (promises_ && own_ && !stance_.negated) return Force::kPromise;
    return Force::kAssert;
  }

  bool EndsInQuestion() const {
    uint32_t i = range_.end;
    while (i > range_.begin && reading_.IsQuote(i - 1)) --i;
    return i > range_.begin && reading_.IsText(i - 1, "?");
  }

  const Reading& reading_;
  TokenRange range_;
  Stance stance_;
  bool denies_ = false;
  bool obliges_ = false;
  bool promises_ = false;
  bool expects_ = false;
  bool own_ = false;
};

}  // namespace

StatementKind KindOf(const Reading& reading, const Attribution& attribution) {
  if (attribution.cue.empty()) return StatementKind::kDirect;
  bool inside = false;
  bool outside = false;
  for (const Span span : attribution.content) {
    const TokenRange range = TokensOf(reading, span);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (!reading.IsWord(i) && reading.token(i).kind != TokenClass::kNumber) continue;
      (reading.quotation_of[i] == kNoIndex ? outside : inside) = true;
    }
  }
  if (inside && outside) return StatementKind::kMixed;
  return inside ? StatementKind::kDirect : StatementKind::kIndirect;
}

Stance StanceOf(const Reading& reading, const Attribution& attribution) {
  if (attribution.content.empty()) return {};
  Stance stance = ContentStance(reading, TokensOf(reading, attribution.content.front())).Read();
  const Force by_cue = CueForce(reading, attribution);
  if (by_cue != Force::kAssert) stance.force = by_cue;
  return stance;
}

}  // namespace afterword
