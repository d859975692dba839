// Where verbs report what somebody says: candidates, each with its use.
#pragma once

#include <vector>

#include "analyse/reading.h"

namespace afterword {

enum class CueForm : uint8_t {
  /// "said", "has said", "is urging": has a subject.
  kFinite,
  /// ", adding": shares the subject of the clause before it.
  kParticiple,
  /// "according to": its source follows it.
  kAccordingTo,
};

struct Cue {
  /// With a "has" or a form of "be" right before the verb, and with its particle.
  TokenRange tokens;
  uint32_t verb = 0;
  CueForm form = CueForm::kFinite;
  /// Null for "according to".
  const CueUse* use = nullptr;

  bool Takes(CueTakes any) const { return use && (use->takes & any) != 0; }
};

/// Ordered. Not among them: cues within quotations, in headlines and captions; nouns ("a report");
/// passives ("was told"), infinitives and what is denied to have been said ("did not say").
/// O(tokens).
std::vector<Cue> FindCues(const Reading& reading);

}  // namespace afterword
