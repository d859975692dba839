#include "ingest/html_select.h"

#include <algorithm>

namespace afterword {
namespace {

bool IsLongText(const HtmlBlock& block) {
  return block.words >= 12 && block.link_bytes * 2 < block.span.size();
}

/// Marks of the rules: inherited from ancestors, forgotten where an element holds most of the page.
class Selector {
 public:
  Selector(const HtmlTree& tree, const HtmlPage& page, const std::vector<HintMask>& hints)
      : nodes_(tree.nodes()), page_(page), hints_(hints), words_(nodes_.size(), 0) {
    for (const HtmlBlock& block : page_.blocks) {
      total_ += block.words;
      for (uint32_t node = block.node;; node = nodes_[node].parent) {
        words_[node] += block.words;
        if (node == 0) break;
      }
    }
  }

  std::vector<bool> Run() const {
    std::vector<bool> keep(page_.blocks.size(), false);
    const uint32_t root = FindRoot();
    for (size_t i = 0; i < keep.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (block.node < root || block.node >= nodes_[root].end) continue;
      const bool linked = block.link_bytes * 2 > block.span.size();
      keep[i] = !IsBoilerplate(block.node, root) && !linked;
    }
    return keep;
  }

 private:
  bool IsBoilerplate(uint32_t node, uint32_t root) const {
    for (; node != root && node != 0; node = nodes_[node].parent) {
      if (words_[node] * 2 > total_) return false;
      switch (nodes_[node].tag) {
        case HtmlTag::kNav:
        case HtmlTag::kAside:
        case HtmlTag::kFooter:
        case HtmlTag::kForm:
        case HtmlTag::kButton:
        case HtmlTag::kDialog:
          return true;
        default:
          break;
      }
      if ((hints_[node] & kBoilerplateHints) != 0) return true;
    }
    return false;
  }

  /// The smallest element that holds most of the long texts which no rule calls boilerplate.
  uint32_t FindRoot() const {
    std::vector<uint32_t> mass(nodes_.size(), 0);
    uint32_t all = 0;
    for (const HtmlBlock& block : page_.blocks) {
      if (!IsLongText(block) || IsBoilerplate(block.node, 0)) continue;
      all += block.words;
      for (uint32_t node = block.node;; node = nodes_[node].parent) {
        mass[node] += block.words;
        if (node == 0) break;
      }
    }
    uint32_t best = 0;
    for (uint32_t node = 0; node < nodes_.size(); ++node) {
      if (all > 0 && mass[node] * 10 >= all * 8 && node < nodes_[best].end) best = node;
    }
    return best;
  }

  const std::vector<HtmlNode>& nodes_;
  const HtmlPage& page_;
  const std::vector<HintMask>& hints_;
  std::vector<uint32_t> words_;
  uint32_t total_ = 0;
};

}  // namespace

std::vector<bool> SelectArticle(const HtmlTree& tree, const HtmlPage& page,
                                const std::vector<HintMask>& hints) {
  return Selector(tree, page, hints).Run();
}

}  // namespace afterword
