// What is measured of each block of a page, for the scorer: the text by itself, the elements it
// stands in, what stands around it, and the page as a whole. Only structure and counts; no words of
// the page go in, but for a list of words that mean furniture everywhere (data/html/words.tsv).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_hints.h"
#include "ingest/html_metadata.h"
#include "ingest/html_outline.h"
#include "ingest/html_tree.h"

namespace afterword {

/// One column a feature, one row a block: values: [columns × rows], column-major.
class FeatureTable {
 public:
  explicit FeatureTable(size_t rows);

  /// A new column of zeros. The span is valid until the next call.
  std::span<float> Add(std::string_view name);

  size_t rows() const { return rows_; }
  size_t columns() const { return names_.size(); }
  const std::vector<std::string>& names() const { return names_; }
  std::span<const float> Column(size_t column) const {
    return {values_.data() + column * rows_, rows_};
  }

 private:
  size_t rows_;
  std::vector<std::string> names_;
  std::vector<float> values_;
};

/// What the features are computed from.
struct FeatureSource {
  const HtmlTree& tree;
  const HtmlPage& page;
  const HtmlOutline& outline;
  const std::vector<HintMask>& hints;
  const HtmlMetadata& data;
};

/// The columns are the same, in the same order, for every page. O(blocks × depth).
FeatureTable ComputeFeatures(const FeatureSource& source);

}  // namespace afterword
