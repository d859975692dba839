// Every limit on what is read, in one place. A document beyond one is refused with its reason.
#pragma once

#include <cstddef>

namespace afterword {

/// One input file or one line of JSONL, as bytes.
inline constexpr size_t kMaxInputBytes = 256u << 20;
/// The text of one document after extraction.
inline constexpr size_t kMaxTextBytes = 64u << 20;
/// Nesting of HTML elements that is followed; deeper pages are refused.
inline constexpr size_t kMaxHtmlDepth = 2'000;
/// Nesting of JSON values.
inline constexpr size_t kMaxJsonDepth = 64;

}  // namespace afterword
