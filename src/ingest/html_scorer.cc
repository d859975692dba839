#include "ingest/html_scorer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "embedded/html_block_model.h"
#include "ingest/html_tree_model.h"

namespace afterword {
namespace {

/// Sums of words, and of words times score, over the blocks before each: [blocks + 1].
struct ScoreSums {
  std::vector<double> words{0};
  std::vector<double> scored{0};

  ScoreSums(const FeatureSource& source, const std::vector<float>& scores) {
    for (size_t i = 0; i < scores.size(); ++i) {
      // Half a word more, so that blocks without words count too.
      const double weight = source.page.blocks[i].words + 0.5;
      words.push_back(words.back() + weight);
      scored.push_back(scored.back() + weight * static_cast<double>(scores[i]));
    }
  }

  float Mean(size_t begin, size_t end) const {
    const double weight = words[end] - words[begin];
    return weight > 0 ? static_cast<float>((scored[end] - scored[begin]) / weight) : 0.0F;
  }
};

void AddNeighbourScores(FeatureTable& table, const std::vector<float>& scores) {
  const auto n = static_cast<ptrdiff_t>(scores.size());
  for (const ptrdiff_t offset : {-3, -2, -1, 1, 2, 3}) {
    const auto column = table.Add("score_at_" + std::to_string(offset));
    for (ptrdiff_t i = 0; i < n; ++i) {
      const ptrdiff_t j = i + offset;
      if (j >= 0 && j < n) column[static_cast<size_t>(i)] = scores[static_cast<size_t>(j)];
    }
  }
}

/// Mean scores of the containers around a block.
void AddContainerScores(FeatureTable& table, const FeatureSource& source, const ScoreSums& sums) {
  const auto& blocks = source.page.blocks;
  std::vector<std::array<BlockRange, HtmlOutline::kLevels>> containers;
  for (const HtmlBlock& block : blocks) containers.push_back(source.outline.Containers(block.node));
  for (size_t level = 0; level < HtmlOutline::kLevels; ++level) {
    const auto column = table.Add("score_level" + std::to_string(level + 1));
    for (size_t i = 0; i < blocks.size(); ++i) {
      column[i] = sums.Mean(containers[i][level].begin, containers[i][level].end);
    }
  }
}

void AddWindowScores(FeatureTable& table, const ScoreSums& sums) {
  const size_t n = table.rows();
  for (const size_t reach : {size_t{4}, size_t{10}}) {
    const auto column = table.Add("score_window" + std::to_string(reach));
    for (size_t i = 0; i < n; ++i) {
      column[i] = sums.Mean(i - std::min(i, reach), std::min(n, i + reach + 1));
    }
  }
}

void AddPageScores(FeatureTable& table, const FeatureSource& source,
                   const std::vector<float>& scores, const ScoreSums& sums) {
  const size_t n = scores.size();
  const auto add = [&](std::string_view name, auto value_of) {
    const auto column = table.Add(name);
    for (size_t i = 0; i < n; ++i) column[i] = static_cast<float>(value_of(i));
  };
  const double total = sums.scored.back();
  add("score_page", [&](size_t) { return sums.Mean(0, n); });
  add("score_words", [&](size_t) { return std::log1p(total); });
  const auto is_good = [&](size_t i) {
    return scores[i] > 0.5F && source.page.blocks[i].words > 7;
  };
  size_t first = 0;
  size_t last = n;
  while (first < n && !is_good(first)) ++first;
  while (last > first && !is_good(last - 1)) --last;
  const bool any = first < n;
  const auto place = [](size_t i) { return static_cast<double>(i); };
  add("score_since_first", [&](size_t i) { return any ? place(i) - place(first) : -1000.0; });
  add("score_until_last", [&](size_t i) { return any ? place(last - 1) - place(i) : -1000.0; });
  add("score_before", [&](size_t i) { return sums.scored[i + 1] / std::max(total, 1e-6); });
  const float best = n == 0 ? 0.0F : *std::max_element(scores.begin(), scores.end());
  add("score_best", [&](size_t) { return best; });
}

/// If all blocks at least as likely as this one were taken: the share of the article that they
/// should hold, and the F1 to expect.
void AddRankScores(FeatureTable& table, const std::vector<float>& scores, const ScoreSums& sums) {
  const size_t n = scores.size();
  std::vector<size_t> order(n);
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return scores[a] > scores[b]; });
  std::vector<float> held(n);
  std::vector<float> f1(n);
  double gain = 0;
  double size = 0;
  float best = 0;
  const double total = sums.scored.back();
  for (const size_t i : order) {
    gain += sums.scored[i + 1] - sums.scored[i];
    size += sums.words[i + 1] - sums.words[i];
    held[i] = static_cast<float>(gain / std::max(total, 1e-6));
    f1[i] = static_cast<float>(2 * gain / (size + total));
    best = std::max(best, f1[i]);
  }
  const auto add = [&](std::string_view name, auto value_of) {
    const auto column = table.Add(name);
    for (size_t i = 0; i < n; ++i) column[i] = value_of(i);
  };
  add("score_held", [&](size_t i) { return held[i]; });
  add("score_f1", [&](size_t i) { return f1[i]; });
  add("score_best_f1", [&](size_t) { return best; });
  add("score_f1_loss", [&](size_t i) { return f1[i] - best; });
}

}  // namespace

void AddScoreContext(FeatureTable& table, const FeatureSource& source,
                     const std::vector<float>& scores) {
  const ScoreSums sums(source, scores);
  std::copy(scores.begin(), scores.end(), table.Add("score").begin());
  AddNeighbourScores(table, scores);
  AddContainerScores(table, source, sums);
  AddWindowScores(table, sums);
  AddPageScores(table, source, scores, sums);
  AddRankScores(table, scores, sums);
}

std::vector<float> ScoreBlocks(const FeatureSource& source) {
  FeatureTable table = ComputeFeatures(source);
  // Tables have the same columns for every page, so the models are bound to those of the first.
  static const TreeModel first = TreeModel::Read(html_block_model(), "first", table.names());
  AddScoreContext(table, source, first.Score(table));
  static const TreeModel second = TreeModel::Read(html_block_model(), "second", table.names());
  return second.Score(table);
}

}  // namespace afterword
