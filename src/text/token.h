// Text → tokens: words, numbers, quotation marks and punctuation, as spans in one pass.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace afterword {

enum class TokenClass : uint8_t { kWord, kNumber, kQuote, kPunctuation };

/// "may", "May", "NATO" (two letters or more, all upper), "McCain"; kNone without cased letters.
enum class CaseForm : uint8_t { kNone, kLower, kCapital, kUpper, kMixed };

struct Token {
  Span span;
  TokenClass kind = TokenClass::kPunctuation;
  CaseForm form = CaseForm::kNone;
  friend bool operator==(const Token&, const Token&) = default;
};

/// Half-open range of indexes into TokenisedText::tokens.
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(uint32_t token) const { return begin <= token && token < end; }
  friend bool operator==(TokenRange, TokenRange) = default;
};

struct TokenisedText {
  /// Ordered, disjoint; every byte of the blocks that is not white space lies in one.
  std::vector<Token> tokens;
  /// The tokens of each block, in the order given; empty for a block of white space.
  std::vector<TokenRange> blocks;
};

/// Splits each block of `text` (ordered, disjoint spans on character boundaries) by itself.
///
/// A word holds its inner apostrophes, hyphens and points ("O'Brien", "80-year-old", "U.S.",
/// "example.org") and the point of an abbreviation ("Gen."); a possessive "'s" is a word of its
/// own, so that names end where they end. "'90s" and "'em" keep their apostrophe and are no
/// quotation marks. O(text.size()); ill-formed UTF-8 becomes punctuation.
TokenisedText Tokenise(std::string_view text, std::span<const Span> blocks);

/// From the first to the last byte of a range that is not empty.
Span SpanOf(std::span<const Token> tokens, TokenRange range);

}  // namespace afterword
