// Turns of a transcript: hearings, press conferences and interviews name who speaks before each
// paragraph instead of quoting it.
#pragma once

#include <vector>

#include "analyse/reading.h"

namespace afterword {

/// "THE CHAIR (Mr Halvorsen): I welcome our witnesses, …"
struct Turn {
  /// "THE CHAIR (Mr Halvorsen)", without the colon.
  TokenRange label;
  /// What is said: the rest of the paragraph, then the paragraphs that continue it. Never empty.
  std::vector<TokenRange> content;
};

/// The turns of a text with three turns or more by two labels or more, ordered; of any other text
/// none, so that "Background: …" in a report is no speaker. A label names somebody: a title or a
/// role ("MS BERGQVIST", "THE CHAIR"), a first name, or a surname that the text gives elsewhere.
/// "Q" and "A" name nobody. O(tokens).
std::vector<Turn> FindTurns(const Reading& reading);

}  // namespace afterword
