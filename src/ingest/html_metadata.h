// What a page says of itself: title, authors, publisher, dates, language, canonical address.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "ingest/html_blocks.h"
#include "ingest/html_hints.h"
#include "ingest/html_title.h"
#include "ingest/html_tree.h"

namespace afterword {

/// What kind of page it states to be, in og:type or by the types in its JSON-LD.
enum class HtmlPageKind : uint8_t {
  kUnknown,
  kArticle,
  kForum,
  kProduct,
  kListing,
  kOther,
};

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
  /// What the page says it is about: descriptions, and its text where JSON-LD repeats it.
  std::string description;
  std::string body;
  HtmlPageKind kind = HtmlPageKind::kUnknown;
};

/// `hints`: one mask for each node; `url`: where the page was read, empty if unknown.
HtmlMetadata ReadMetadata(const HtmlTree& tree, const HtmlPage& page,
                          const std::vector<HintMask>& hints, std::string_view url);

}  // namespace afterword
