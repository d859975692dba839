// How far a reported clause reaches.
#pragma once

#include <vector>

#include "analyse/cue.h"
#include "analyse/reading.h"

namespace afterword {

/// One past the last token of the content that begins at `begin` in the sentence of `begin`: its
/// end without the final stop, or where the next report begins (", adding that", "and said", ",
/// but he said"). A quotation that begins inside is kept whole, even over sentences. `cues` are
/// those of the text.
uint32_t ClauseEnd(const Reading& reading, const std::vector<Cue>& cues, uint32_t begin);

/// `range` without commas, stops and dashes at its ends.
TokenRange TrimMarks(const Reading& reading, TokenRange range);

/// Words in `range`, marks not counted.
uint32_t CountWords(const Reading& reading, TokenRange range);

}  // namespace afterword
