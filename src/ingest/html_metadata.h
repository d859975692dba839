// What a page says of itself: title, authors, publisher, dates, language, canonical address.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "ingest/html_blocks.h"
#include "ingest/html_title.h"
#include "ingest/html_tree.h"

namespace afterword {

/// Empty or absent where nothing is stated.
struct HtmlMetadata {
  HtmlTitle title;
  std::string publisher;
  std::vector<std::string> authors;
  std::optional<Date> published;
  std::optional<Date> modified;
  std::string url;
  /// ISO 639-1; "und" where it is not stated.
  std::string language = "und";
};

/// `url`: where the page was read; empty if unknown.
HtmlMetadata ReadMetadata(const HtmlTree& tree, const HtmlPage& page, std::string_view url);

}  // namespace afterword
