// What a copy adds to its original, and what it leaves out: sentences of the one that have no
// counterpart in the other.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace afterword {

/// A text and the parts it is compared by: sentences, or blocks. Ordered, disjoint.
struct Passages {
  std::string_view text;
  std::span<const Span> parts;
};

struct Difference {
  /// Parts of the copy.
  std::vector<Span> added;
  /// Parts of the original.
  std::vector<Span> dropped;
};

/// A part has a counterpart if at least half of its words lie in aligned stretches (kinship.h); a
/// changed figure or a moved attribution makes no difference, a new place in the text neither.
/// Parts without words, and parts beyond kMaxSketchWords, are passed over. O(words + hits).
Difference DifferenceOf(const Passages& original, const Passages& copy);

}  // namespace afterword
