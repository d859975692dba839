// How likely each block of a page is part of the article: trees over the block and its place, then
// trees that also see what the first ones think of the blocks around it.
#pragma once

#include <vector>

#include "ingest/html_features.h"

namespace afterword {

/// Adds the columns that say what the neighbourhood looks like under first scores.
/// `scores`: one a block, in [0, 1].
void AddScoreContext(FeatureTable& table, const FeatureSource& source,
                     const std::vector<float>& scores);

/// One probability a block.
std::vector<float> ScoreBlocks(const FeatureSource& source);

}  // namespace afterword
