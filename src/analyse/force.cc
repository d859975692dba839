#include "analyse/force.h"

#include <algorithm>

#include "text/case_form.h"

namespace afterword {
namespace {

/// How many words of the content are looked at for its main verb.
constexpr uint32_t kVerbRoom = 14;

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
    const bool have_to = text == "to" && i > range_.begin && IsHave(i - 1);
    obliges_ |= have_to || reading_.Is(i, word::kObligation);
    const bool going = text == "going" && i + 1 < range_.end && reading_.IsText(i + 1, "to");
    promises_ |= going || text == "will" || text == "would" || text == "shall" ||
                 text.ends_with("'ll") || text.ends_with("\u2019ll");
    expects_ |= text == "likely" || text == "expect" || text == "expects" || text == "expected";
    own_ |= reading_.Is(i, word::kSpeaker) && !EqualFolded(text, "you");
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
    if (obliges_ && !stance_.negated) return Force::kUrge;
    if (stance_.negated || EndsInWrong()) return Force::kDeny;
    if (expects_) return Force::kExpect;
    if (promises_ && own_) return Force::kPromise;
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
  bool obliges_ = false;
  bool promises_ = false;
  bool expects_ = false;
  bool own_ = false;
};

}  // namespace

StatementKind KindOf(const Reading& reading, const Attribution& attribution) {
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
