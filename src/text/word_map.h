// Word → value, whatever the word's case: the table behind every lexicon.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/case_form.h"

namespace afterword {

/// Longest word that a lexicon may hold, in bytes; longer words are found in none.
inline constexpr size_t kMaxLexiconWord = 40;

/// Filled once, then read by many threads. Keys are folded as FoldWord says.
template <typename Value>
class WordMap {
 public:
  /// The value under `word`, made if absent.
  Value& operator[](std::string_view word) {
    FoldBuffer buffer;
    return map_[std::string(FoldWord(word, buffer))];
  }
  void Add(std::string_view word, Value value) { (*this)[word] = std::move(value); }

  /// Null if absent. Does not allocate.
  const Value* Find(std::string_view word) const {
    if (word.size() > kMaxLexiconWord) return nullptr;
    FoldBuffer buffer;
    const auto found = map_.find(FoldWord(word, buffer));
    return found == map_.end() ? nullptr : &found->second;
  }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return HashWord(word); }
  };
  std::unordered_map<std::string, Value, Hash, std::equal_to<>> map_;
};

}  // namespace afterword
