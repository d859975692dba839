#include "ingest/html_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "ingest/html_title.h"
#include "ingest/html_words.h"

namespace afterword {
namespace {

float Share(double part, double whole) {
  return whole > 0 ? static_cast<float>(part / whole) : 0.0F;
}

float Log(double value) { return static_cast<float>(std::log1p(value)); }

/// Adds one column, computed block by block.
template <typename F>
void AddColumn(FeatureTable& table, std::string_view name, F value_of) {
  const auto column = table.Add(name);
  for (size_t i = 0; i < column.size(); ++i) column[i] = static_cast<float>(value_of(i));
}

// ---- the text by itself

int LastMark(std::string_view text) {
  const char c = text.back();
  if (c == '.' || c == '!' || c == '?' || c == '"' || c == ')') return 3;
  if (text.ends_with("\u201D") || text.ends_with("\u2026") || text.ends_with("\u201C")) return 3;
  return c == ':' ? 2 : (c >= '0' && c <= '9') ? 1 : 0;
}

void AddTextFeatures(FeatureTable& table, const FeatureSource& source) {
  const auto& blocks = source.page.blocks;
  const auto counts = [&](size_t i) -> const HtmlWordCounts& { return source.outline.Counts(i); };
  AddColumn(table, "words", [&](size_t i) { return blocks[i].words; });
  AddColumn(table, "bytes", [&](size_t i) { return blocks[i].span.size(); });
  AddColumn(table, "link_share",
            [&](size_t i) { return Share(blocks[i].link_bytes, blocks[i].span.size()); });
  AddColumn(table, "links", [&](size_t i) { return blocks[i].links; });
  AddColumn(table, "emphasis_share",
            [&](size_t i) { return Share(blocks[i].emphasis_bytes, blocks[i].span.size()); });
  AddColumn(table, "sentences", [&](size_t i) { return counts(i).sentence_ends; });
  AddColumn(table, "commas", [&](size_t i) { return Share(counts(i).commas, blocks[i].words); });
  AddColumn(table, "capitalised",
            [&](size_t i) { return Share(counts(i).capitalised, counts(i).words); });
  AddColumn(table, "capitals",
            [&](size_t i) { return Share(counts(i).capitals, counts(i).letters); });
  AddColumn(table, "numbers", [&](size_t i) { return Share(counts(i).numbers, blocks[i].words); });
  AddColumn(table, "word_length",
            [&](size_t i) { return Share(counts(i).letters, counts(i).words); });
  AddColumn(table, "separators", [&](size_t i) { return counts(i).separators; });
  AddColumn(table, "currency", [&](size_t i) { return counts(i).currency; });
  AddColumn(table, "last_mark", [&](size_t i) { return LastMark(source.page.TextOf(blocks[i])); });
  AddColumn(table, "colon_at", [&](size_t i) {
    return std::min<size_t>(source.page.TextOf(blocks[i]).find(':'), 100);
  });
  AddColumn(table, "addresses", [&](size_t i) {
    const auto text = source.page.TextOf(blocks[i]);
    return text.find("://") != text.npos || text.find('@') != text.npos;
  });
  for (size_t kind = 0; kind < kHtmlWordKinds; ++kind) {
    const std::string name = "word_" + std::string(Name(static_cast<HtmlWordKind>(kind)));
    AddColumn(table, name, [&](size_t i) { return Share(counts(i).kinds[kind], blocks[i].words); });
  }
}

/// How often the same text stands on the page.
void AddRepetition(FeatureTable& table, const FeatureSource& source) {
  const auto& blocks = source.page.blocks;
  std::vector<size_t> order(blocks.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto text = [&](size_t i) { return source.page.TextOf(blocks[i]); };
  const auto before = [&](size_t a, size_t b) {
    const auto x = text(a);
    const auto y = text(b);
    return x.size() != y.size() ? x.size() < y.size() : x < y;
  };
  std::stable_sort(order.begin(), order.end(), before);
  std::vector<float> seen(blocks.size(), 0);
  const auto column = table.Add("repeats");
  for (size_t begin = 0; begin < order.size();) {
    size_t end = begin + 1;
    while (end < order.size() && text(order[end]) == text(order[begin])) ++end;
    for (size_t i = begin; i < end; ++i) {
      column[order[i]] = static_cast<float>(end - begin);
      seen[order[i]] = static_cast<float>(i - begin);
    }
    begin = end;
  }
  AddColumn(table, "seen_before", [&](size_t i) { return seen[i]; });
}

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

// ---- what stands before and after

void AddNeighbourFeatures(FeatureTable& table, const FeatureSource& source) {
  const auto& blocks = source.page.blocks;
  const auto& nodes = source.tree.nodes();
  const auto n = static_cast<ptrdiff_t>(blocks.size());
  for (const ptrdiff_t offset : {-3, -2, -1, 1, 2, 3}) {
    const std::string name =
        offset < 0 ? "before" + std::to_string(-offset) : "after" + std::to_string(offset);
    const auto other = [&](size_t i) {
      const ptrdiff_t j = static_cast<ptrdiff_t>(i) + offset;
      return j >= 0 && j < n ? static_cast<size_t>(j) : kNoBlock;
    };
    AddColumn(table, name + "_words", [&](size_t i) {
      return other(i) == kNoBlock ? -1.0F : static_cast<float>(blocks[other(i)].words);
    });
    AddColumn(table, name + "_link_share", [&](size_t i) {
      const size_t j = other(i);
      return j == kNoBlock ? -1.0F : Share(blocks[j].link_bytes, blocks[j].span.size());
    });
    if (offset != -1 && offset != 1) continue;
    AddColumn(table, name + "_same_parent", [&](size_t i) {
      const size_t j = other(i);
      return j != kNoBlock && nodes[blocks[j].node].parent == nodes[blocks[i].node].parent;
    });
    AddColumn(table, name + "_kind", [&](size_t i) {
      const size_t j = other(i);
      return j == kNoBlock ? -1 : static_cast<int>(blocks[j].kind);
    });
  }
}

/// Blocks since the last short one with a word of a kind: "Comments", "Related stories" …
void AddSinceNotices(FeatureTable& table, const FeatureSource& source) {
  constexpr uint32_t kShort = 6;
  for (const auto kind : {HtmlWordKind::kComment, HtmlWordKind::kRelated, HtmlWordKind::kSubscribe,
                          HtmlWordKind::kShare, HtmlWordKind::kTag, HtmlWordKind::kAuthor,
                          HtmlWordKind::kLegal, HtmlWordKind::kTime}) {
    float since = 1000;
    AddColumn(table, "since_" + std::string(Name(kind)), [&](size_t i) {
      const float value = ++since;
      const bool notice = source.page.blocks[i].words <= kShort &&
                          source.outline.Counts(i).kinds[static_cast<size_t>(kind)] > 0;
      if (notice) since = 0;
      return value;
    });
  }
}

/// Share of a block's word triples that also stand in what the page states about itself.
class StatedText {
 public:
  explicit StatedText(std::string_view text) {
    if (text.empty()) return;
    seen_.resize(kBits);
    ForEachTriple(text.substr(0, 1 << 17), [&](uint64_t hash) { seen_[hash % kBits] = true; });
  }

  float ShareOf(std::string_view text) const {
    if (seen_.empty()) return 0;
    size_t all = 0;
    size_t hits = 0;
    ForEachTriple(text, [&](uint64_t hash) {
      ++all;
      if (seen_[hash % kBits]) ++hits;
    });
    return Share(static_cast<double>(hits), static_cast<double>(all));
  }

 private:
  static constexpr size_t kBits = 1 << 17;

  template <typename F>
  static void ForEachTriple(std::string_view text, F use) {
    uint64_t word = 0;
    std::array<uint64_t, 2> before{};
    size_t words = 0;
    for (size_t i = 0; i <= text.size(); ++i) {
      const auto c = i < text.size() ? static_cast<unsigned char>(text[i]) : uint8_t{0};
      const bool letter = (c >= '0' && c <= '9') || (c | 32) >= 'a';
      if (letter) {
        word = (word + (c < 0x80 ? (c | 32u) : c)) * 0x9E3779B97F4A7C15u;
        continue;
      }
      if (word == 0) continue;
      const uint64_t hash = word + before[0] * 3 + before[1] * 7;
      if (++words >= 3) use(hash ^ (hash >> 29));
      before = {word, before[0]};
      word = 0;
    }
  }

  std::vector<bool> seen_;
};

void AddStatedFeatures(FeatureTable& table, const FeatureSource& source) {
  const auto text = [&](size_t i) { return source.page.TextOf(source.page.blocks[i]); };
  const StatedText description(source.data.description);
  const StatedText body(source.data.body);
  AddColumn(table, "in_description", [&](size_t i) { return description.ShareOf(text(i)); });
  AddColumn(table, "in_body", [&](size_t i) { return body.ShareOf(text(i)); });
  AddColumn(table, "page_has_body", [&](size_t) { return source.data.body.size() > 200; });
  AddColumn(table, "page_kind", [&](size_t) { return static_cast<int>(source.data.kind); });
}

/// Articles have long paths with many words, fronts and lists short ones.
void AddAddressFeatures(FeatureTable& table, const FeatureSource& source) {
  std::string_view path = source.data.url;
  const bool known = path.find("://") != path.npos;
  if (known) path.remove_prefix(path.find("://") + 3);
  path = path.substr(0, path.find_first_of("?#"));
  path.remove_prefix(std::min(path.find('/'), path.size()));
  const auto count = [&](char c) { return known ? std::count(path.begin(), path.end(), c) : -1; };
  const auto hyphens = count('-');
  const auto slashes = count('/');
  const auto digits =
      known ? std::count_if(path.begin(), path.end(), [](char c) { return c >= '0' && c <= '9'; })
            : -1;
  AddColumn(table, "path_hyphens", [&](size_t) { return hyphens; });
  AddColumn(table, "path_slashes", [&](size_t) { return slashes; });
  AddColumn(table, "path_digits", [&](size_t) { return digits; });
  AddColumn(table, "path_bytes",
            [&](size_t) { return known ? static_cast<int>(path.size()) : -1; });
}

void AddPositionFeatures(FeatureTable& table, const FeatureSource& source) {
  const auto& blocks = source.page.blocks;
  const size_t n = blocks.size();
  std::vector<double> words_before(n + 1, 0);
  for (size_t i = 0; i < n; ++i) words_before[i + 1] = words_before[i] + blocks[i].words;
  AddColumn(table, "place",
            [&](size_t i) { return Share(static_cast<double>(i), static_cast<double>(n)); });
  AddColumn(table, "index", [&](size_t i) { return i; });
  AddColumn(table, "index_from_end", [&](size_t i) { return n - i; });
  AddColumn(table, "words_before",
            [&](size_t i) { return Share(words_before[i], words_before[n]); });
  AddColumn(table, "after_title", [&](size_t i) {
    if (source.data.title.block == kNoBlock) return -1000.0F;
    return static_cast<float>(i) - static_cast<float>(source.data.title.block);
  });
  std::vector<float> since(n, 1000);
  std::vector<float> until(n, 1000);
  std::vector<float> heading(n, 1000);
  float last_long = 1000;
  float last_heading = 1000;
  for (size_t i = 0; i < n; ++i) {
    since[i] = ++last_long;
    heading[i] = ++last_heading;
    if (source.outline.IsLong(i)) last_long = 0;
    if (blocks[i].kind == BlockKind::kSubheading) last_heading = 0;
  }
  last_long = 1000;
  for (size_t i = n; i-- > 0;) {
    until[i] = ++last_long;
    if (source.outline.IsLong(i)) last_long = 0;
  }
  AddSinceNotices(table, source);
  AddColumn(table, "since_long", [&](size_t i) { return since[i]; });
  AddColumn(table, "until_long", [&](size_t i) { return until[i]; });
  AddColumn(table, "since_heading", [&](size_t i) { return heading[i]; });
}

// ---- the page as a whole

void AddPageFeatures(FeatureTable& table, const FeatureSource& source) {
  const BlockSums& total = source.outline.Total();
  const auto constant = [&](std::string_view name, float value) {
    AddColumn(table, name, [&](size_t) { return value; });
  };
  size_t articles = 0;
  size_t h1 = 0;
  size_t items = 0;
  size_t paragraphs = 0;
  for (const HtmlNode& node : source.tree.nodes()) {
    articles += node.tag == HtmlTag::kArticle ? 1 : 0;
    h1 += node.tag == HtmlTag::kH1 ? 1 : 0;
    items += node.tag == HtmlTag::kLi ? 1 : 0;
    paragraphs += node.tag == HtmlTag::kP ? 1 : 0;
  }
  constant("page_blocks", Log(total.blocks));
  constant("page_words", Log(total.words));
  constant("page_link_share", Share(total.link_bytes, total.bytes));
  constant("page_long_share", Share(total.long_words, total.words));
  constant("page_function_share", Share(total.function_words, total.words));
  constant("page_articles", static_cast<float>(articles));
  constant("page_h1", static_cast<float>(h1));
  constant("page_items", Log(static_cast<double>(items)));
  constant("page_paragraphs", Log(static_cast<double>(paragraphs)));
}

}  // namespace

FeatureTable::FeatureTable(size_t rows) : rows_(rows) {
  constexpr size_t kUsualColumns = 256;
  names_.reserve(kUsualColumns);
  values_.reserve(kUsualColumns * rows);
}

std::span<float> FeatureTable::Add(std::string_view name) {
  names_.emplace_back(name);
  values_.resize(names_.size() * rows_);
  return {values_.data() + (names_.size() - 1) * rows_, rows_};
}

FeatureTable ComputeFeatures(const FeatureSource& source) {
  FeatureTable table(source.page.blocks.size());
  AddTextFeatures(table, source);
  AddRepetition(table, source);
  AddTagFeatures(table, source);
  AddAncestorFeatures(table, source);
  AddContainerFeatures(table, source);
  AddSiblingFeatures(table, source);
  AddNeighbourFeatures(table, source);
  AddPositionFeatures(table, source);
  AddStatedFeatures(table, source);
  AddAddressFeatures(table, source);
  AddPageFeatures(table, source);
  return table;
}

}  // namespace afterword
