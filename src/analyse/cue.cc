#include "analyse/cue.h"

#include <algorithm>
#include <optional>

#include "text/case_form.h"

namespace afterword {
namespace {

/// Whether one of the particles "of|against" is `next`.
bool NamesParticle(std::string_view particles, std::string_view next) {
  while (!particles.empty()) {
    const size_t bar = std::min(particles.find('|'), particles.size());
    if (particles.substr(0, bar) == next) return true;
    particles.remove_prefix(std::min(bar + 1, particles.size()));
  }
  return false;
}

class CueFinder {
 public:
  explicit CueFinder(const Reading& reading) : reading_(reading) {}

  std::vector<Cue> Run() const {
    std::vector<Cue> cues;
    for (uint32_t i = 0; i < reading_.size(); ++i) {
      if (const std::optional<Cue> cue = CueAt(i)) cues.push_back(*cue);
    }
    return cues;
  }

 private:
  std::optional<Cue> CueAt(uint32_t i) const {
    if (reading_.quotation_of[i] != kNoIndex || !reading_.IsProse(reading_.block_of[i])) {
      return std::nullopt;
    }
    if (EqualFolded(reading_.TextOf(i), "according") && IsNext(i, "to")) {
      return Cue{{i, i + 2}, i, CueForm::kAccordingTo, nullptr};
    }
    if (!reading_.Is(i, word::kCue) || !reading_.IsLower(i)) return std::nullopt;
    const uint32_t first = reading_.SentenceOf(i).begin;
    if (i == first) return std::nullopt;
    return VerbAt(i, first);
  }

  bool IsNext(uint32_t i, std::string_view expected) const {
    return i + 1 < reading_.BlockOf(i).end && reading_.IsText(i + 1, expected);
  }

  /// The use of the form at `i` that what follows calls for, the more telling one first.
  const CueUse* UseAt(uint32_t i) const {
    const CueUse* plain = nullptr;
    const bool has_next = i + 1 < reading_.BlockOf(i).end;
    for (const CueUse& use : reading_.words[i]->cues) {
      if (use.particle.empty()) {
        plain = &use;
      } else if (has_next && NamesParticle(use.particle, reading_.TextOf(i + 1))) {
        return &use;
      }
    }
    return plain;
  }

  std::optional<Cue> VerbAt(uint32_t i, uint32_t first) const {
    const CueUse* use = UseAt(i);
    if (!use) return std::nullopt;
    // Particles that open the content ("refused to go", "asked whether") stay with it.
    const bool own = !use->particle.empty() && !(use->takes & takes::kInfinitive) &&
                     use->force != Force::kAsk && !use->particle.starts_with("of");
    const uint32_t end = i + (own ? 2 : 1);
    const bool participle = reading_.TextOf(i).ends_with("ing");
    uint32_t before = i - 1;
    while (before > first && reading_.Is(before, word::kAdverb) &&
           !reading_.Is(before, word::kNegation)) {
      --before;
    }
    if (reading_.Is(before, word::kNegation | word::kModal)) return std::nullopt;
    if (reading_.IsText(before, "to") || DoesBefore(before)) return std::nullopt;
    if (reading_.Is(before, word::kBe)) {
      if (!participle) return std::nullopt;
      return Cue{{before, end}, i, CueForm::kFinite, use};
    }
    if (participle) return ParticipleAt(i, before, end, use);
    if (IsNoun(i, before) || (IsBaseForm(i, *use) && !IsPlural(before))) return std::nullopt;
    const bool has = before + 1 == i && reading_.Is(before, word::kHave);
    return Cue{{has ? before : i, end}, i, CueForm::kFinite, use};
  }

  bool DoesBefore(uint32_t i) const {
    return reading_.IsText(i, "did") || reading_.IsText(i, "does") || reading_.IsText(i, "do");
  }

  std::optional<Cue> ParticipleAt(uint32_t i, uint32_t before, uint32_t end,
                                  const CueUse* use) const {
    const bool opens = reading_.IsText(before, ",") || reading_.IsDash(before) ||
                       (reading_.IsQuote(before) && before + 1 == i);
    if (!opens) return std::nullopt;
    return Cue{{i, end}, i, CueForm::kParticiple, use};
  }

  /// "a report", "the alliance's claims", "of concern": no verb stands there.
  bool IsNoun(uint32_t i, uint32_t before) const {
    if (reading_.IsText(before, "'s") || reading_.IsText(before, "\u2019s")) return true;
    if (before + 1 != i) return false;
    if (reading_.Is(before, word::kDeterminer | word::kPossessive) &&
        !reading_.Is(before, word::kPronoun)) {
      return true;
    }
    if (reading_.token(before).kind == TokenClass::kNumber) return true;
    return reading_.Is(before, word::kPreposition);
  }

  /// "report", "state", "say": what a noun may be too, and no singular subject takes.
  bool IsBaseForm(uint32_t i, const CueUse& use) const { return reading_.TextOf(i) == use.lemma; }

  /// Whether the words before a verb, the last of them at `last`, may be a plural subject.
  bool IsPlural(uint32_t last) const {
    const uint32_t first = reading_.SentenceOf(last).begin;
    for (uint32_t i = last; i + 8 > last && !reading_.IsPunctuation(i); --i) {
      const bool head = i == last || reading_.Is(i + 1, word::kPreposition);
      if ((head && IsPluralWord(i)) || (i < last && reading_.IsText(i, "and"))) return true;
      if (i == first) break;
    }
    return false;
  }

  bool IsPluralWord(uint32_t i) const {
    constexpr WordFlags kPlural =
        word::kThey | word::kSpeaker | word::kGroup | word::kRelative | word::kIndefinite;
    if (reading_.Is(i, kPlural)) return true;
    return reading_.IsLower(i) && reading_.TextOf(i).ends_with('s') &&
           !reading_.Is(i, word::kGrammar);
  }

  const Reading& reading_;
};

}  // namespace

std::vector<Cue> FindCues(const Reading& reading) { return CueFinder(reading).Run(); }

}  // namespace afterword
