#include "ingest/html_tree_model.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

#include "text/lexicon_file.h"

namespace afterword {
namespace {

float ToFloat(std::string_view text) {
  float value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

uint32_t ColumnOf(std::string_view name, const std::vector<std::string>& names) {
  const auto it = std::find(names.begin(), names.end(), name);
  assert(it != names.end());
  return static_cast<uint32_t>(it - names.begin());
}

/// Sets `bit` in the index of each row whose value is above the border. Compiled also for wider
/// registers, chosen when the program starts: this loop is where the scorer spends its time.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
__attribute__((target_clones("avx2", "default")))
#endif
void Ask(const float* column, float border, uint32_t bit, uint32_t* index, size_t rows) {
  for (size_t i = 0; i < rows; ++i) index[i] |= column[i] > border ? bit : 0;
}

}  // namespace

TreeModel TreeModel::Read(std::string_view file, std::string_view stage,
                          const std::vector<std::string>& names) {
  TreeModel model;
  bool here = false;
  for (const LexiconRow& row : ReadLexicon(file)) {
    if (row[0] == "stage") here = row[1] == stage;
    if (!here) continue;
    if (row[0] == "stage") {
      model.bias_ = ToFloat(row[2]);
      continue;
    }
    Tree& tree = model.trees_.emplace_back();
    for (const std::string_view question : SplitAt(row[1], ',')) {
      const size_t mark = question.find('>');
      tree.questions.push_back(
          {ColumnOf(question.substr(0, mark), names), ToFloat(question.substr(mark + 1))});
    }
    for (const std::string_view value : SplitAt(row[2], ',')) {
      tree.values.push_back(ToFloat(value) / 1000);
    }
    assert(tree.values.size() == size_t{1} << tree.questions.size());
  }
  return model;
}

std::vector<float> TreeModel::Score(const FeatureTable& table) const {
  const size_t rows = table.rows();
  std::vector<float> scores(rows, bias_);
  std::vector<uint32_t> index(rows);
  for (const Tree& tree : trees_) {
    std::fill(index.begin(), index.end(), 0);
    uint32_t bit = 1;
    for (const Question& question : tree.questions) {
      Ask(table.Column(question.column).data(), question.border, bit, index.data(), rows);
      bit <<= 1;
    }
    for (size_t i = 0; i < rows; ++i) scores[i] += tree.values[index[i]];
  }
  for (float& score : scores) score = 1 / (1 + std::exp(-score));
  return scores;
}

}  // namespace afterword
