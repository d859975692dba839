// Tokens → sentences.
#pragma once

#include <string_view>
#include <vector>

#include "text/token.h"

namespace afterword {

/// Ordered, disjoint, not empty; together they hold every token. None crosses a block.
///
/// A sentence ends after . ! ? or an ellipsis and the marks that close there (`war." He`), when
/// what follows can begin one. The point of an abbreviation or of initials ends one only before
/// a word like "The" ("in the U.S. The plan", not "U.S. President"). `"Why?" Smith asked.` is one
/// sentence. One of more than 600 tokens is cut there. O(tokens).
std::vector<TokenRange> SplitSentences(std::string_view text, const TokenisedText& tokenised);

}  // namespace afterword
