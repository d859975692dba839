// Quotation marks → quotations, however they are typed and whether or not they balance.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/token.h"

namespace afterword {

/// How a quotation ends.
enum class QuotationEnd : uint8_t {
  /// By its own mark.
  kClosed,
  /// With its paragraph; the next one takes it up with another opening mark.
  kContinued,
};

struct Quotation {
  /// Tokens with the marks around them. A continued one has no mark at its end.
  TokenRange tokens;
  QuotationEnd end = QuotationEnd::kClosed;
  /// True if it takes up the one that the paragraph before left open.
  bool continues = false;
  /// 0 outside all others.
  uint8_t level = 0;

  TokenRange inner() const {
    return {tokens.begin + 1, tokens.end - (end == QuotationEnd::kClosed ? 1 : 0)};
  }
  friend bool operator==(const Quotation&, const Quotation&) = default;
};

/// Ordered by first token, properly nested, none empty inside, none crossing a block.
///
/// Knows straight, curly, low-high („ “), pointed (« », » «, ‹ ›) and doubled ('' ``) marks; marks
/// of one family (double or single) may be mixed. A mark that finds no partner in its block is
/// ignored, unless the paragraphs continue it. What may be an apostrophe ("the allies' plan")
/// closes a single quotation only where nothing better follows. O(tokens).
std::vector<Quotation> FindQuotations(std::string_view text, const TokenisedText& tokenised);

}  // namespace afterword
