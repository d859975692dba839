// A text as what copies are told by: its words, one after the other, two bytes each.
//
// Upper fourteen bits hash the word, the lower two say how much it tells: long words make a match
// worth more than short ones, in any language, without a list of words. Two neighbouring words are
// compared as 32 bits, of which chance makes one pair in 10^8 agree, so that verification on
// sketches is as good as on the texts and takes a third of their memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace afterword {

using WordCode = uint16_t;
using Sketch = std::vector<WordCode>;

/// Words of one text that are looked at; what follows is not compared.
inline constexpr size_t kMaxSketchWords = 32'768;

/// The words of `text` without case, apostrophes, soft hyphens and the hyphen at a line's end.
/// Letters that recognition of print confuses (0 and o, 1 i and l, 5 and s, rn and m) are one.
/// Scripts written without spaces give one word per letter. O(text.size()).
Sketch SketchOf(std::string_view text);

/// The same words, and where each stands in `text`. Spans are ordered and disjoint.
struct PlacedWords {
  Sketch words;
  std::vector<Span> spans;
};
PlacedWords PlaceWords(std::string_view text);

/// What a match of this word is worth, in tenths: 1, 3, 7 or 10.
inline int WeightOf(WordCode word) {
  constexpr int kWeights[] = {1, 3, 7, 10};
  return kWeights[word & 3];
}

}  // namespace afterword
