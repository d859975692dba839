#include "ingest/html_features.h"

#include <algorithm>
#include <array>
#include <functional>

#include "ingest/html_element_features.h"
#include "ingest/html_feature_columns.h"
#include "ingest/html_title.h"
#include "ingest/html_words.h"

namespace afterword {
namespace {

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
  AddElementFeatures(table, source);
  AddNeighbourFeatures(table, source);
  AddPositionFeatures(table, source);
  AddStatedFeatures(table, source);
  AddAddressFeatures(table, source);
  AddPageFeatures(table, source);
  return table;
}

}  // namespace afterword
