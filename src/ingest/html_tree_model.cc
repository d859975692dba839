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

/// Column of each name; the table must have them all.
std::vector<size_t> Locate(const std::vector<std::string>& names, const FeatureTable& table) {
  std::vector<size_t> columns;
  for (const std::string& name : names) {
    const auto it = std::find(table.names().begin(), table.names().end(), name);
    assert(it != table.names().end());
    columns.push_back(static_cast<size_t>(it - table.names().begin()));
  }
  return columns;
}

}  // namespace

TreeModel TreeModel::Read(std::string_view file, std::string_view stage) {
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
      const std::string name(question.substr(0, mark));
      auto it = std::find(model.columns_.begin(), model.columns_.end(), name);
      if (it == model.columns_.end()) it = model.columns_.insert(it, name);
      tree.questions.push_back(
          {static_cast<uint32_t>(it - model.columns_.begin()), ToFloat(question.substr(mark + 1))});
    }
    for (const std::string_view value : SplitAt(row[2], ',')) {
      tree.values.push_back(ToFloat(value) / 1000);
    }
    assert(tree.values.size() == size_t{1} << tree.questions.size());
  }
  return model;
}

std::vector<float> TreeModel::Score(const FeatureTable& table) const {
  const std::vector<size_t> columns = Locate(columns_, table);
  const size_t rows = table.rows();
  std::vector<float> scores(rows, bias_);
  std::vector<uint32_t> index(rows);
  for (const Tree& tree : trees_) {
    std::fill(index.begin(), index.end(), 0);
    uint32_t bit = 1;
    for (const Question& question : tree.questions) {
      const float* column = table.Column(columns[question.column]).data();
      for (size_t i = 0; i < rows; ++i) index[i] |= column[i] > question.border ? bit : 0;
      bit <<= 1;
    }
    for (size_t i = 0; i < rows; ++i) scores[i] += tree.values[index[i]];
  }
  for (float& score : scores) score = 1 / (1 + std::exp(-score));
  return scores;
}

}  // namespace afterword
