#include "search/words.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

#include "text/utf8.h"

namespace afterword {
namespace {

bool IsAsciiLetter(UChar32 c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters, numbers and private use, as unicode61 has it.
bool IsWordCharacter(UChar32 c) {
  if (c < 0x80) return IsAsciiLetter(c) || (c >= '0' && c <= '9');
  constexpr uint32_t kOfWords = U_GC_L_MASK | U_GC_N_MASK | U_GC_CO_MASK;
  return (U_GET_GC_MASK(c) & kOfWords) != 0;
}

/// Diacritics that stand for themselves belong to the word and are dropped from its folded form.
bool IsCombiningDiacritic(UChar32 c) { return c >= 0x0300 && c <= 0x0331; }

/// The plain letter under a Latin letter with diacritics; `c` itself where there is none.
UChar32 WithoutDiacritics(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  static const UNormalizer2* const decomposer = unorm2_getNFDInstance(&error);
  std::array<UChar, 8> parts;
  error = U_ZERO_ERROR;
  const int32_t size = unorm2_getDecomposition(decomposer, c, parts.data(), parts.size(), &error);
  return U_SUCCESS(error) && size > 1 && IsAsciiLetter(parts[0]) ? UChar32{parts[0]} : c;
}

void AppendUtf8(std::string& text, UChar32 c) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    tail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
    tail(0);
  }
}

void AppendFolded(std::string& word, UChar32 c) {
  if (c < 0x80) {
    word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  } else if (!IsCombiningDiacritic(c)) {
    AppendUtf8(word, u_foldCase(WithoutDiacritics(c), U_FOLD_CASE_DEFAULT));
  }
}

UChar32 ValueOf(CodePoint point) { return static_cast<UChar32>(point.value); }

}  // namespace

std::vector<FoldedWord> FoldWords(std::string_view text) {
  std::vector<FoldedWord> words;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    const UChar32 c = ValueOf(point);
    if (IsWordCharacter(c) || (inside && IsCombiningDiacritic(c))) {
      if (!inside) words.push_back({MakeSpan(at, at), {}});
      AppendFolded(words.back().text, c);
      words.back().span.end += point.size;
      inside = true;
    } else {
      inside = false;
    }
    at += point.size;
  }
  return words;
}

bool HasWord(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (IsWordCharacter(ValueOf(point))) return true;
    at += point.size;
  }
  return false;
}

}  // namespace afterword
