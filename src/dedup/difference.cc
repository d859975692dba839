#include "dedup/difference.h"

#include <cstdint>

#include "dedup/kinship.h"
#include "dedup/sketch.h"

namespace afterword {
namespace {

/// Parts of which less than half of the words are covered.
std::vector<Span> Uncovered(std::span<const Span> parts, const PlacedWords& placed,
                            std::span<const uint8_t> covered) {
  std::vector<Span> uncovered;
  size_t word = 0;
  for (const Span& part : parts) {
    while (word < placed.spans.size() && placed.spans[word].begin < part.begin) ++word;
    size_t words = 0;
    size_t common = 0;
    for (; word < placed.spans.size() && placed.spans[word].begin < part.end; ++word) {
      ++words;
      common += covered[word];
    }
    if (common * 2 < words) uncovered.push_back(part);
  }
  return uncovered;
}

}  // namespace

Difference DifferenceOf(const Passages& original, const Passages& copy) {
  const PlacedWords old_words = PlaceWords(original.text);
  const PlacedWords new_words = PlaceWords(copy.text);
  const bool copy_is_shorter = new_words.words.size() < old_words.words.size();
  const Alignment alignment = copy_is_shorter ? Align(new_words.words, old_words.words, kNarrowGap)
                                              : Align(old_words.words, new_words.words, kNarrowGap);
  return {
      Uncovered(copy.parts, new_words, copy_is_shorter ? alignment.shorter : alignment.longer),
      Uncovered(original.parts, old_words, copy_is_shorter ? alignment.longer : alignment.shorter)};
}

}  // namespace afterword
