// The part of the features that comes from the elements: those that a block stands in, what the
// containers around it hold, and its siblings.
#pragma once

#include "ingest/html_features.h"

namespace afterword {

/// Adds its columns to `table`. O(blocks × depth).
void AddElementFeatures(FeatureTable& table, const FeatureSource& source);

}  // namespace afterword
