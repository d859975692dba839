// Half-open ranges of bytes in a document's text. Everything that is found holds spans, not copies.
#pragma once

#include <cstdint>
#include <string_view>

namespace afterword {

/// [begin, end) in bytes. A text is at most kMaxTextBytes (base/limits.h), so 32 bits are enough.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

inline Span MakeSpan(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

/// The bytes of `span`; it must lie in `text`.
inline std::string_view Slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace afterword
