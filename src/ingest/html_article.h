// The article in a web page: its text with blocks, and what the page says of it.
//
// The way: bytes → UTF-8 → tree → blocks of visible text → which of them are the article → text.
// Navigation, related links, consent banners, comments and share bars stay out. See doc/html.md.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/document.h"

namespace afterword {

/// What is known of a page besides its bytes; empty where nothing is.
struct HtmlHints {
  /// Where it was read.
  std::string url;
  /// Charset stated outside the page, as by an HTTP header.
  std::string charset;
};

/// Text: the blocks joined by blank lines, the headline first where there is one. The publication
/// keeps `bytes` as its original. Pure and safe from many threads; about 1.4 ms for 140 kB.
/// Errors: kInvalidInput if no text is found; kLimitExceeded beyond the bounds of
/// ingest/html_tree.h and kMaxTextBytes.
Result<Document> ReadHtml(std::string_view bytes, const HtmlHints& hints);

}  // namespace afterword
