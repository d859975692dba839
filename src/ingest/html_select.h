// Which blocks of a page are the article.
#pragma once

#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_hints.h"
#include "ingest/html_tree.h"

namespace afterword {

/// One flag for each block of `page`. `hints`: one mask for each node of `tree`.
std::vector<bool> SelectArticle(const HtmlTree& tree, const HtmlPage& page,
                                const std::vector<HintMask>& hints);

}  // namespace afterword
