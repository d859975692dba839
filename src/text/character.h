// What a character is for: the few classes that tokens, case forms and quotation marks need.
#pragma once

#include <cstdint>

namespace afterword {

enum class CharacterClass : uint8_t {
  kSpace,
  kUpper,
  kLower,
  /// Letters without case, and marks that combine with letters.
  kLetter,
  kDigit,
  /// Any quotation mark, typed or straight, and what may be an apostrophe.
  kQuote,
  /// Punctuation, symbols, and all else.
  kOther,
};

CharacterClass ClassOf(char32_t character);

/// U+0027, U+2019, U+02BC and the accents that stand in for them: may join letters ("don't").
bool IsApostrophe(char32_t character);

inline bool IsLetter(CharacterClass kind) {
  return kind == CharacterClass::kUpper || kind == CharacterClass::kLower ||
         kind == CharacterClass::kLetter;
}

inline bool IsLetterOrDigit(CharacterClass kind) {
  return IsLetter(kind) || kind == CharacterClass::kDigit;
}

}  // namespace afterword
