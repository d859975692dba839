// ASCII by a table made at compile time; the rest by ICU's general categories.

#include "text/character.h"

#include <unicode/uchar.h>

#include <array>

namespace afterword {
namespace {

constexpr std::array<CharacterClass, 128> MakeAsciiTable() {
  std::array<CharacterClass, 128> table{};
  for (size_t i = 0; i < table.size(); ++i) {
    const char c = static_cast<char>(i);
    CharacterClass kind = CharacterClass::kOther;
    if (c == ' ' || (c >= '\t' && c <= '\r')) kind = CharacterClass::kSpace;
    if (c >= 'A' && c <= 'Z') kind = CharacterClass::kUpper;
    if (c >= 'a' && c <= 'z') kind = CharacterClass::kLower;
    if (c >= '0' && c <= '9') kind = CharacterClass::kDigit;
    if (c == '"' || c == '\'' || c == '`') kind = CharacterClass::kQuote;
    table[i] = kind;
  }
  return table;
}

constexpr std::array<CharacterClass, 128> kAscii = MakeAsciiTable();

bool IsQuote(char32_t c) {
  return (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A ||
         c == 0xB4;
}

}  // namespace

CharacterClass ClassOf(char32_t character) {
  if (character < 128) return kAscii[character];
  if (IsQuote(character)) return CharacterClass::kQuote;
  switch (u_charType(static_cast<UChar32>(character))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharacterClass::kUpper;
    case U_LOWERCASE_LETTER:
      return CharacterClass::kLower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharacterClass::kLetter;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharacterClass::kDigit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return CharacterClass::kSpace;
    default:
      return character == 0x85 ? CharacterClass::kSpace : CharacterClass::kOther;
  }
}

bool IsApostrophe(char32_t character) {
  return character == '\'' || character == 0x2019 || character == 0x2BC || character == 0xB4;
}

}  // namespace afterword
