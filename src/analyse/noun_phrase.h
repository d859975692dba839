// The noun phrase beside a verb, found without a parser: which words before or after a cue name
// its source.
#pragma once

#include <optional>

#include "analyse/reading.h"

namespace afterword {

struct NounPhrase {
  /// With an apposition after a comma ("Cavoli, the commander"), without the comma that ends it.
  TokenRange tokens;
  /// Without it.
  TokenRange core;
};

/// The subject of the verb at `verb`, looking back no further than `first`. Adverbs, times and
/// auxiliaries between are passed over. Absent if none is sure enough.
std::optional<NounPhrase> SubjectBefore(const Reading& reading, uint32_t verb, uint32_t first);

enum class PhraseReach : uint8_t {
  /// Over "of" and "for" only: what comes after "said X" may tell where and when.
  kTight,
  /// Over all prepositions: "according to a study by X in Y".
  kWide,
};

/// The noun phrase that begins at the beginning of `room` and ends within it.
std::optional<NounPhrase> PhraseAt(const Reading& reading, TokenRange room, PhraseReach reach);

/// After what only tells when: "on Thursday", "last week", "again", "June 5". `begin` if none.
uint32_t SkipTime(const Reading& reading, uint32_t begin, uint32_t last);

/// Whether a source may be named by this: a name, a pronoun, a role, a body, a document.
bool MaySpeak(const Reading& reading, TokenRange phrase);

/// The token by which a phrase is known: the last one before "of", "for" … or the end.
uint32_t HeadOf(const Reading& reading, TokenRange phrase);

}  // namespace afterword
