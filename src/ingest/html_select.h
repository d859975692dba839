// Which blocks of a page are the article, given how likely each one is.
#pragma once

#include <vector>

#include "ingest/html_blocks.h"

namespace afterword {

/// One flag for each block: the likeliest ones, as many as promise the best F1 by words.
///
/// If all blocks at least as likely as p are taken, the words expected to be right are the sum of
/// words × probability over them, and the article is expected to be that sum over the whole page;
/// so the F1 to expect of every p is known. On clear pages the best p lies near one half, on pages
/// of which little is certain it lies lower. `scores`: one a block, in [0, 1].
std::vector<bool> ChooseBlocks(const HtmlPage& page, const std::vector<float>& scores);

}  // namespace afterword
