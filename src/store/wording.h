// The words that stand for a document and a statement: what is indexed, and what `verify`
// compares. A contentless index gives up a row only against the very words it was given, so Add
// and Remove both take them from here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace afterword {

/// The title under which a document is indexed: all that it was published under, each once, in
/// the order of `titles`, a line each.
std::string TitleWords(const std::vector<std::string>& titles);

/// What was said: the spans of `content`, a line each.
std::string ContentWords(std::string_view text, const std::vector<Span>& content);

/// The first 16 bytes of SHA-256 over ContentWords.
std::string QuotationDigest(std::string_view content_words);

/// True if `span` lies in `text` and begins and ends between characters.
bool IsOnCharacters(std::string_view text, Span span);

}  // namespace afterword
