// Sums over the blocks below each element, by prefix sums: what a container holds, in O(1).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ingest/html_blocks.h"
#include "ingest/html_tree.h"
#include "ingest/html_words.h"

namespace afterword {

/// Sums over some blocks.
struct BlockSums {
  uint32_t blocks = 0;
  uint32_t words = 0;
  uint32_t bytes = 0;
  uint32_t link_bytes = 0;
  /// Words in blocks of at least kLongWords that are mostly not links.
  uint32_t long_words = 0;
  uint32_t function_words = 0;
  uint32_t headings = 0;
  uint32_t sentences = 0;
};

/// Blocks [begin, end) of a page.
struct BlockRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t size() const { return end - begin; }
};

class HtmlOutline {
 public:
  static constexpr uint32_t kLongWords = 12;

  HtmlOutline(const HtmlTree& tree, const HtmlPage& page);

  static constexpr size_t kLevels = 5;

  /// The blocks that begin below `node`, and sums over them.
  BlockRange Range(uint32_t node) const { return {first_[node], first_[nodes_[node].end]}; }
  BlockSums Sum(BlockRange range) const;
  BlockSums Below(uint32_t node) const { return Sum(Range(node)); }

  /// What the containers around a block at `node` hold, from the inside out. A container is an
  /// ancestor (or the element itself) that holds more blocks than the container before, of at
  /// least two; the root stands in for those that are wanting.
  std::array<BlockRange, kLevels> Containers(uint32_t node) const;

  const BlockSums& Total() const { return sums_.back(); }
  const HtmlWordCounts& Counts(size_t block) const { return counts_[block]; }
  bool IsLong(size_t block) const { return is_long_[block]; }

 private:
  const std::vector<HtmlNode>& nodes_;
  std::vector<HtmlWordCounts> counts_;
  std::vector<bool> is_long_;
  std::vector<uint32_t> first_;  // [nodes + 1], the first block that begins at or after a node
  std::vector<BlockSums> sums_;  // [blocks + 1], over the blocks before
};

}  // namespace afterword
