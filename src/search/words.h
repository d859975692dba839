// The words of a text as the index sees them: SQLite's tokenizer "porter unicode61
// remove_diacritics 2", rebuilt, so that what matched can be marked. words_test.cc holds it
// against SQLite's own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace afterword {

/// A run of letters and digits.
struct FoldedWord {
  Span span;
  /// Lower case, Latin letters without diacritics: "Erdoğan" → "erdogan". Not stemmed.
  std::string text;
};

/// The words of valid UTF-8, in order. O(text.size()).
std::vector<FoldedWord> FoldWords(std::string_view text);

/// True if there is a letter or a digit.
bool HasWord(std::string_view text);

}  // namespace afterword
