// When a page was published and changed: from its address, its markup, and what it shows.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "ingest/html_blocks.h"
#include "ingest/html_hints.h"
#include "ingest/html_json_ld.h"
#include "ingest/html_meta.h"
#include "ingest/html_title.h"
#include "ingest/html_tree.h"

namespace afterword {

struct HtmlDates {
  std::optional<Date> published;
  std::optional<Date> modified;
};

struct HtmlDateSource {
  const HtmlTree& tree;
  const HtmlPage& page;
  const std::vector<HintMask>& hints;
  const MetaTags& meta;
  const LinkedData& linked;
  size_t title_block;  // kNoBlock if none
  std::string_view url;
};

HtmlDates FindDates(const HtmlDateSource& source);

/// The day in an address such as ".../2024/06/06/..." or ".../2024-06-06-...".
std::optional<Date> DateInAddress(std::string_view url);

}  // namespace afterword
