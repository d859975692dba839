#include "ingest/html_outline.h"

namespace afterword {
namespace {

BlockSums operator-(const BlockSums& a, const BlockSums& b) {
  return {a.blocks - b.blocks,         a.words - b.words,
          a.bytes - b.bytes,           a.link_bytes - b.link_bytes,
          a.long_words - b.long_words, a.function_words - b.function_words,
          a.headings - b.headings,     a.sentences - b.sentences};
}

}  // namespace

HtmlOutline::HtmlOutline(const HtmlTree& tree, const HtmlPage& page) : nodes_(tree.nodes()) {
  sums_.reserve(page.blocks.size() + 1);
  sums_.emplace_back();
  for (const HtmlBlock& block : page.blocks) {
    const HtmlWordCounts& counts = counts_.emplace_back(CountWords(page.TextOf(block)));
    const bool is_long = block.words >= kLongWords && block.link_bytes * 2 < block.span.size();
    is_long_.push_back(is_long);
    BlockSums sums = sums_.back();
    ++sums.blocks;
    sums.words += block.words;
    sums.bytes += block.span.size();
    sums.link_bytes += block.link_bytes;
    if (is_long) sums.long_words += block.words;
    sums.function_words += counts.kinds[static_cast<size_t>(HtmlWordKind::kFunction)];
    if (block.kind == BlockKind::kSubheading) ++sums.headings;
    sums.sentences += counts.sentence_ends;
    sums_.push_back(sums);
  }
  first_.resize(nodes_.size() + 1);
  auto block = static_cast<uint32_t>(page.blocks.size());
  for (size_t node = first_.size(); node-- > 0;) {
    while (block > 0 && page.blocks[block - 1].first_text >= node) --block;
    first_[node] = block;
  }
}

BlockSums HtmlOutline::Sum(BlockRange range) const { return sums_[range.end] - sums_[range.begin]; }

std::array<BlockRange, HtmlOutline::kLevels> HtmlOutline::Containers(uint32_t node) const {
  std::array<BlockRange, kLevels> containers;
  uint32_t held = 1;
  for (BlockRange& range : containers) {
    range = Range(node);
    while (range.size() <= held && node != 0) {
      node = nodes_[node].parent;
      range = Range(node);
    }
    held = range.size();
  }
  return containers;
}

}  // namespace afterword
