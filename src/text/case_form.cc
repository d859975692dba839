#include "text/case_form.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace afterword {

std::string_view FoldWord(std::string_view word, FoldBuffer& buffer) {
  if (word.size() > buffer.size()) return word;
  size_t size = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (c >= 'A' && c <= 'Z') {
      buffer[size++] = static_cast<char>(c + ('a' - 'A'));
    } else if (word.substr(i, 3) == "\u2019") {
      buffer[size++] = '\'';
      i += 2;
    } else {
      buffer[size++] = c;
    }
  }
  return {buffer.data(), size};
}

std::string Folded(std::string_view word) {
  FoldBuffer buffer;
  return std::string(FoldWord(word, buffer));
}

bool EqualFolded(std::string_view left, std::string_view right) {
  FoldBuffer left_buffer;
  FoldBuffer right_buffer;
  return FoldWord(left, left_buffer) == FoldWord(right, right_buffer);
}

size_t HashWord(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

}  // namespace afterword
