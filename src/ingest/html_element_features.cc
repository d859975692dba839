#include "ingest/html_element_features.h"

#include <algorithm>
#include <array>
#include <functional>

#include "ingest/html_feature_columns.h"

namespace afterword {
namespace {

// ---- the elements it stands in

constexpr float kFar = 30;

enum class TagClass : uint8_t { kDiv, kP, kLi, kCell, kTerm, kTable, kPre, kQuote, kOther };

TagClass ClassOf(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kDiv:
      return TagClass::kDiv;
    case HtmlTag::kP:
      return TagClass::kP;
    case HtmlTag::kLi:
      return TagClass::kLi;
    case HtmlTag::kTd:
    case HtmlTag::kTh:
      return TagClass::kCell;
    case HtmlTag::kDt:
    case HtmlTag::kDd:
      return TagClass::kTerm;
    case HtmlTag::kTable:
      return TagClass::kTable;
    case HtmlTag::kPre:
      return TagClass::kPre;
    case HtmlTag::kBlockquote:
      return TagClass::kQuote;
    default:
      return TagClass::kOther;
  }
}

void AddTagFeatures(FeatureTable& table, const FeatureSource& source) {
  const auto& blocks = source.page.blocks;
  const auto& nodes = source.tree.nodes();
  AddColumn(table, "is_p",
            [&](size_t i) { return ClassOf(nodes[blocks[i].node].tag) == TagClass::kP; });
  AddColumn(table, "tag_class",
            [&](size_t i) { return static_cast<int>(ClassOf(nodes[blocks[i].node].tag)); });
  AddColumn(table, "kind", [&](size_t i) { return static_cast<int>(blocks[i].kind); });
  AddColumn(table, "depth", [&](size_t i) { return nodes[blocks[i].node].depth; });
  AddColumn(table, "heading_level", [&](size_t i) {
    uint32_t node = blocks[i].node;
    for (int step = 0; step < 3 && !IsHeading(nodes[node].tag); ++step) node = nodes[node].parent;
    const HtmlTag tag = nodes[node].tag;
    return IsHeading(tag) ? static_cast<int>(tag) - static_cast<int>(HtmlTag::kH1) + 1 : 9;
  });
}

constexpr auto kAncestorTags =
    std::to_array<std::pair<std::string_view, HtmlTag>>({{"article", HtmlTag::kArticle},
                                                         {"main", HtmlTag::kMain},
                                                         {"nav", HtmlTag::kNav},
                                                         {"aside", HtmlTag::kAside},
                                                         {"footer", HtmlTag::kFooter},
                                                         {"header", HtmlTag::kHeader},
                                                         {"form", HtmlTag::kForm},
                                                         {"section", HtmlTag::kSection},
                                                         {"figure", HtmlTag::kFigure},
                                                         {"ul", HtmlTag::kUl},
                                                         {"ol", HtmlTag::kOl},
                                                         {"table", HtmlTag::kTable},
                                                         {"button", HtmlTag::kButton},
                                                         {"label", HtmlTag::kLabel},
                                                         {"dialog", HtmlTag::kDialog},
                                                         {"noscript", HtmlTag::kNoscript},
                                                         {"address", HtmlTag::kAddress},
                                                         {"details", HtmlTag::kDetails},
                                                         {"time", HtmlTag::kTime},
                                                         {"a", HtmlTag::kA},
                                                         {"blockquote", HtmlTag::kBlockquote},
                                                         {"li", HtmlTag::kLi},
                                                         {"small", HtmlTag::kSmall}});

/// Steps up to the nearest element of each kind and with each hint, kFar if there is none.
/// Elements that hold most of the page tell nothing about a part of it by a hint of boilerplate.
void AddAncestorFeatures(FeatureTable& table, const FeatureSource& source) {
  const auto& nodes = source.tree.nodes();
  const auto& blocks = source.page.blocks;
  constexpr size_t kTags = kAncestorTags.size();
  constexpr size_t kColumns = kTags + kHtmlHintCount;
  std::array<uint8_t, 256> column_of_tag{};
  column_of_tag.fill(0xFF);
  for (size_t t = 0; t < kTags; ++t) {
    column_of_tag[static_cast<size_t>(kAncestorTags[t].second)] = static_cast<uint8_t>(t);
  }
  std::vector<float> distance(kColumns * blocks.size(), kFar);
  const uint32_t total = source.outline.Total().words;
  for (size_t i = 0; i < blocks.size(); ++i) {
    float* row = distance.data() + i * kColumns;
    float step = 0;
    for (uint32_t node = blocks[i].inner; nodes[node].depth > 1;
         node = nodes[node].parent, ++step) {
      const bool holds_most = source.outline.Below(node).words * 2 > total;
      const uint8_t tag = column_of_tag[static_cast<size_t>(nodes[node].tag)];
      if (tag != 0xFF) row[tag] = std::min(row[tag], step);
      HintMask mask = source.hints[node];
      if (holds_most) mask &= ~kBoilerplateHints;
      for (; mask != 0; mask &= mask - 1) {
        float& value = row[kTags + static_cast<size_t>(__builtin_ctzll(mask))];
        value = std::min(value, step);
      }
    }
  }
  for (size_t c = 0; c < kColumns; ++c) {
    const std::string name = c < kTags ? "in_" + std::string(kAncestorTags[c].first)
                                       : "hint_" + std::to_string(c - kTags);
    AddColumn(table, name, [&](size_t i) { return distance[i * kColumns + c]; });
  }
}

// ---- what the containers around it hold

constexpr size_t kLevels = HtmlOutline::kLevels;
constexpr size_t kLevelFeatures = 7;

void AddContainerFeatures(FeatureTable& table, const FeatureSource& source) {
  static constexpr std::array<std::string_view, kLevelFeatures> kNames{
      "page_share", "link_share",     "blocks",   "words_a_block",
      "long_share", "function_share", "sentences"};
  const auto& blocks = source.page.blocks;
  const double total = source.outline.Total().words;
  std::vector<std::array<float, kLevels * kLevelFeatures>> rows(blocks.size());
  for (size_t i = 0; i < blocks.size(); ++i) {
    float* out = rows[i].data();
    for (const BlockRange& range : source.outline.Containers(blocks[i].node)) {
      const BlockSums sums = source.outline.Sum(range);
      *out++ = Share(sums.words, total);
      *out++ = Share(sums.link_bytes, sums.bytes);
      *out++ = Log(sums.blocks);
      *out++ = Share(sums.words, sums.blocks);
      *out++ = Share(sums.long_words, sums.words);
      *out++ = Share(sums.function_words, sums.words);
      *out++ = Share(sums.sentences, sums.blocks);
    }
  }
  for (size_t c = 0; c < kLevels * kLevelFeatures; ++c) {
    const std::string name = "level" + std::to_string(c / kLevelFeatures + 1) + "_" +
                             std::string(kNames[c % kLevelFeatures]);
    AddColumn(table, name, [&](size_t i) { return rows[i][c]; });
  }
}

/// How often each value stands in a list; 0 is not counted.
class SignatureCounts {
 public:
  explicit SignatureCounts(const std::vector<uint64_t>& values) {
    while (slots_.size() < values.size() * 2) slots_.resize(slots_.size() * 2);
    for (const uint64_t value : values) {
      if (value == 0) continue;
      Slot& slot = slots_[Find(value)];
      slot.value = value;
      ++slot.count;
    }
  }

  uint32_t Of(uint64_t value) const { return slots_[Find(value)].count; }

 private:
  struct Slot {
    uint64_t value = 0;
    uint32_t count = 0;
  };

  size_t Find(uint64_t value) const {
    size_t i = (value ^ (value >> 32)) & (slots_.size() - 1);
    while (slots_[i].value != 0 && slots_[i].value != value) i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(64);
};

/// How many siblings with the same tag and class the block's element has, its parent, and so on:
/// lists of teasers, comments and posts are made of elements that are alike.
void AddAlikeSiblings(FeatureTable& table, const FeatureSource& source) {
  constexpr size_t kSteps = 5;
  const auto& nodes = source.tree.nodes();
  const auto& blocks = source.page.blocks;
  std::vector<uint64_t> signature(nodes.size(), 0);
  for (uint32_t n = 1; n < nodes.size(); ++n) {
    if (nodes[n].tag == HtmlTag::kText) continue;
    const auto name =
        std::hash<std::string_view>()(source.tree.Attribute(n, HtmlAttribute::kClass));
    signature[n] =
        (name * 31 + static_cast<uint64_t>(nodes[n].tag)) * 0x9E3779B97F4A7C15u + nodes[n].parent;
  }
  const SignatureCounts alike(signature);
  for (size_t step = 0; step < kSteps; ++step) {
    AddColumn(table, "alike" + std::to_string(step), [&](size_t i) {
      uint32_t node = blocks[i].node;
      for (size_t s = 0; s < step; ++s) node = nodes[node].parent;
      return node == 0 ? 0.0F : Log(alike.Of(signature[node]));
    });
  }
}

void AddSiblingFeatures(FeatureTable& table, const FeatureSource& source) {
  const auto& nodes = source.tree.nodes();
  const auto& blocks = source.page.blocks;
  std::vector<uint32_t> children(nodes.size(), 0);
  std::vector<uint32_t> paragraphs(nodes.size(), 0);
  for (uint32_t n = 1; n < nodes.size(); ++n) {
    if (nodes[n].tag == HtmlTag::kText) continue;
    ++children[nodes[n].parent];
    if (nodes[n].tag == HtmlTag::kP) ++paragraphs[nodes[n].parent];
  }
  AddAlikeSiblings(table, source);
  AddColumn(table, "siblings",
            [&](size_t i) { return Log(children[nodes[blocks[i].node].parent]); });
  AddColumn(table, "sibling_paragraphs",
            [&](size_t i) { return Log(paragraphs[nodes[blocks[i].node].parent]); });
  AddColumn(table, "children", [&](size_t i) { return Log(children[blocks[i].node]); });
  AddColumn(table, "aunts",
            [&](size_t i) { return Log(children[nodes[nodes[blocks[i].node].parent].parent]); });
}

}  // namespace

void AddElementFeatures(FeatureTable& table, const FeatureSource& source) {
  AddTagFeatures(table, source);
  AddAncestorFeatures(table, source);
  AddContainerFeatures(table, source);
  AddSiblingFeatures(table, source);
}

}  // namespace afterword
