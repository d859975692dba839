// Case: which form a word has, and words without it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace afterword {

using FoldBuffer = std::array<char, 64>;

/// `word` in small letters with curly apostrophes made straight, written into `buffer`. Only
/// ASCII letters change: what lexicons list needs no more. A word longer than the buffer comes
/// back as it is.
std::string_view FoldWord(std::string_view word, FoldBuffer& buffer);

/// The same, as a string of its own.
std::string Folded(std::string_view word);

/// Equal after FoldWord.
bool EqualFolded(std::string_view left, std::string_view right);

/// A hash of these bytes.
size_t HashWord(std::string_view word);

}  // namespace afterword
