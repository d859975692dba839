// UTF-8: is it valid, what stands at an offset, where may a text be cut.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace afterword {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// A code point and how many bytes it takes.
struct CodePoint {
  char32_t value = kReplacementCharacter;
  uint32_t size = 1;
};

/// The code point that begins at `offset` < text.size(). Ill-formed bytes read as U+FFFD of one
/// byte each, so that a scan always advances.
CodePoint DecodeAt(std::string_view text, size_t offset);

/// Offset of the first byte that is no part of well-formed UTF-8 (Unicode 15, table 3-7).
std::optional<size_t> FirstInvalidUtf8(std::string_view text);
inline bool IsValidUtf8(std::string_view text) { return !FirstInvalidUtf8(text); }

/// True at both ends and before every byte that begins a code point. `offset` <= text.size().
bool IsUtf8Boundary(std::string_view text, size_t offset);

/// The last boundary at or before `offset`.
size_t FloorToUtf8Boundary(std::string_view text, size_t offset);

/// Number of code points in well-formed `text`: what a Web Annotation counts in.
size_t CountCodePoints(std::string_view text);

}  // namespace afterword
