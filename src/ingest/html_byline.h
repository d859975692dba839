// Who wrote a page: from JSON-LD, meta tags, microdata, and the line that names them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_hints.h"
#include "ingest/html_json_ld.h"
#include "ingest/html_meta.h"
#include "ingest/html_title.h"
#include "ingest/html_tree.h"

namespace afterword {

struct HtmlBylineSource {
  const HtmlTree& tree;
  const HtmlPage& page;
  const std::vector<HintMask>& hints;
  const MetaTags& meta;
  const LinkedData& linked;
  size_t title_block;  // kNoBlock if none
  std::string_view publisher;
};

/// Names in the order they stand, without repeats; empty where none is stated.
std::vector<std::string> FindAuthors(const HtmlBylineSource& source);

/// Stated: markup says that this is a name, so it may be a nickname. Shown: a line of the page, of
/// which only what looks like the name of a person or a desk is taken.
enum class BylineKind : uint8_t { kStated, kShown };

/// The names in a byline: "By Ann Lee and Bo Ek" is {"Ann Lee", "Bo Ek"}.
std::vector<std::string> NamesInByline(std::string_view line, BylineKind kind);

}  // namespace afterword
