// The visible text of a page, cut into blocks: what stands between two block-level tags, two line
// breaks, or a whole table of data. Which of them are the article is decided elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "ingest/html_tree.h"
#include "record/document.h"

namespace afterword {

struct HtmlBlock {
  BlockKind kind = BlockKind::kParagraph;
  /// The block-level element that holds the text.
  uint32_t node = 0;
  /// The element nearest to all of the text; `node` itself, or an inline element in it.
  uint32_t inner = 0;
  /// Its first run of characters; grows from block to block.
  uint32_t first_text = 0;
  /// Into HtmlPage::text.
  Span span;
  uint32_t words = 0;
  /// Bytes that stand in links and in bold or italics; the number of links.
  uint32_t link_bytes = 0;
  uint32_t emphasis_bytes = 0;
  uint32_t links = 0;
};

struct HtmlPage {
  /// The blocks' texts, one after the other. White space is collapsed to single spaces; a line
  /// break is '\n', cells of a table are parted by '\t'. Valid UTF-8 without control characters.
  std::string text;
  std::vector<HtmlBlock> blocks;

  std::string_view TextOf(const HtmlBlock& block) const { return Slice(text, block.span); }
};

/// Blocks in document order, none of them empty. O(nodes + bytes).
HtmlPage SplitBlocks(const HtmlTree& tree);

/// True for elements that begin a line of their own.
bool IsBlockLevel(HtmlTag tag);

}  // namespace afterword
