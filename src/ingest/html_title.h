// The title of a page: the heading that reads most like it, else the head's title without the name
// of the site.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_hints.h"
#include "ingest/html_json_ld.h"
#include "ingest/html_meta.h"
#include "ingest/html_tree.h"

namespace afterword {

inline constexpr size_t kNoBlock = ~size_t{0};

struct HtmlTitle {
  std::string text;
  /// The block that shows it; kNoBlock if none does.
  size_t block = kNoBlock;
};

struct HtmlTitleSource {
  const HtmlTree& tree;
  const HtmlPage& page;
  const std::vector<HintMask>& hints;
  const MetaTags& meta;
  const LinkedData& linked;
};

HtmlTitle FindTitle(const HtmlTitleSource& source);

/// `title` without the name of the site before or after a separator: "Rain ahead | The Bugle" is
/// "Rain ahead". `site` is that name where it is known, else empty.
std::string WithoutSiteName(std::string_view title, std::string_view site);

}  // namespace afterword
