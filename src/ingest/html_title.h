// The title of a page: the heading that its head names too, else the head's title without the
// name of the site.
#pragma once

#include <string>
#include <string_view>

#include "ingest/html_blocks.h"
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

HtmlTitle FindTitle(const HtmlTree& tree, const HtmlPage& page, const MetaTags& meta,
                    const LinkedData& linked);

/// `title` without the name of the site before or after a separator: "Rain ahead | The Bugle" is
/// "Rain ahead". `site` is that name where it is known, else empty.
std::string WithoutSiteName(std::string_view title, std::string_view site);

}  // namespace afterword
