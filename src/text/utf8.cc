// Well-formed UTF-8 after table 3-7 of the Unicode Standard: no overlong forms, no surrogates,
// nothing above U+10FFFF. ASCII, nearly all of English, is passed eight bytes at a time.

#include "text/utf8.h"

#include <cstring>

namespace afterword {
namespace {

struct Form {
  uint32_t size;
  uint8_t lead_mask;
  /// Allowed range of the second byte.
  uint8_t low;
  uint8_t high;
};

std::optional<Form> FormOf(uint8_t lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return Form{2, 0x1F, 0x80, 0xBF};
  if (lead == 0xE0) return Form{3, 0x0F, 0xA0, 0xBF};
  if (lead == 0xED) return Form{3, 0x0F, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return Form{3, 0x0F, 0x80, 0xBF};
  if (lead == 0xF0) return Form{4, 0x07, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return Form{4, 0x07, 0x80, 0xBF};
  if (lead == 0xF4) return Form{4, 0x07, 0x80, 0x8F};
  return std::nullopt;
}

uint8_t ByteAt(std::string_view text, size_t offset) { return static_cast<uint8_t>(text[offset]); }

bool IsContinuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

/// The multi-byte code point at `offset`, absent if it is ill-formed or cut off.
std::optional<CodePoint> DecodeLong(std::string_view text, size_t offset) {
  const std::optional<Form> form = FormOf(ByteAt(text, offset));
  if (!form || text.size() - offset < form->size) return std::nullopt;
  const uint8_t second = ByteAt(text, offset + 1);
  if (second < form->low || second > form->high) return std::nullopt;
  char32_t value = ByteAt(text, offset) & form->lead_mask;
  for (uint32_t i = 1; i < form->size; ++i) {
    const uint8_t byte = ByteAt(text, offset + i);
    if (!IsContinuation(byte)) return std::nullopt;
    value = (value << 6) | (byte & 0x3F);
  }
  return CodePoint{value, form->size};
}

bool NextEightAreAscii(std::string_view text, size_t offset) {
  if (text.size() - offset < 8) return false;
  uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + offset, 8);
  return (bytes & 0x8080808080808080u) == 0;
}

}  // namespace

CodePoint DecodeAt(std::string_view text, size_t offset) {
  const uint8_t lead = ByteAt(text, offset);
  if (lead < 0x80) return {lead, 1};
  return DecodeLong(text, offset).value_or(CodePoint{});
}

std::optional<size_t> FirstInvalidUtf8(std::string_view text) {
  size_t i = 0;
  while (i < text.size()) {
    if (NextEightAreAscii(text, i)) {
      i += 8;
    } else if (ByteAt(text, i) < 0x80) {
      ++i;
    } else {
      const std::optional<CodePoint> point = DecodeLong(text, i);
      if (!point) return i;
      i += point->size;
    }
  }
  return std::nullopt;
}

bool IsUtf8Boundary(std::string_view text, size_t offset) {
  return offset == 0 || offset == text.size() || !IsContinuation(ByteAt(text, offset));
}

size_t FloorToUtf8Boundary(std::string_view text, size_t offset) {
  while (!IsUtf8Boundary(text, offset)) --offset;
  return offset;
}

size_t CountCodePoints(std::string_view text) {
  size_t count = 0;
  for (const char byte : text) count += IsContinuation(static_cast<uint8_t>(byte)) ? 0 : 1;
  return count;
}

}  // namespace afterword
