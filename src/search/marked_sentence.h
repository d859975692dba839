// Which sentence of a text answers a query best, and which words of it.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "search/query.h"

namespace afterword {

/// A sentence to be shown for a hit.
struct MarkedSentence {
  /// At most kMaxShownBytes; "…" stands where the sentence was cut.
  std::string text;
  /// Where the whole sentence lies in the document's text.
  Span span;
  /// Words that matched, in bytes of `text`: ordered, disjoint.
  std::vector<Span> matches;
};

inline constexpr size_t kMaxShownBytes = 1'000;
/// Only this much of a text is searched for the sentence.
inline constexpr size_t kMaxScannedBytes = 1u << 20;

/// The words that a query asks for, as the index compares them.
class WantedWords {
 public:
  /// All words and phrases that are not negated and not asked of a field.
  explicit WantedWords(const Clause& query);

  bool empty() const { return terms_.empty(); }

  /// One occurrence of a term, from its first to its last word.
  struct Occurrence {
    Span span;
    size_t term = 0;
  };
  /// In order of their beginnings. O(text.size()).
  std::vector<Occurrence> FindIn(std::string_view text) const;
  size_t size() const { return terms_.size(); }

 private:
  void Collect(const Clause& clause);

  /// A word is one stem, a phrase several in a row.
  using Term = std::vector<std::string>;
  std::vector<Term> terms_;
  /// First bytes of all stems. Stemming keeps a word's first letter.
  std::bitset<256> first_bytes_;
};

/// The sentence with the most different terms, the first of these; the first sentence of all if
/// there is none with any. `sentences` are ordered spans of `text`, which is UTF-8.
MarkedSentence ChooseSentence(std::string_view text, const std::vector<Span>& sentences,
                              const WantedWords& wanted);

/// The text of `span`, cut to what can be shown.
MarkedSentence WithoutMarks(std::string_view text, Span span);

}  // namespace afterword
