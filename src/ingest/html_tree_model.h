// Boosted decision trees over the columns of a FeatureTable, as trained by train/html_blocks.
//
// The trees are oblivious: all nodes of one level ask the same question, so that a tree is a table
// of 2^depth values and the answers, as bits, are the index into it. Whole columns are compared at
// once; about 0.1 ms for 150 trees and 200 blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_features.h"

namespace afterword {

class TreeModel {
 public:
  /// Reads the rows of one stage of the model file (see train/html_blocks/README.md):
  ///   stage  name  bias
  ///   tree   column>border,…   value,…
  /// Values are in thousandths. The file is part of the program; a wrong one is a bug.
  /// `names`: the columns of the tables that it will score, among them all that the model names.
  static TreeModel Read(std::string_view file, std::string_view stage,
                        const std::vector<std::string>& names);

  /// One probability a row.
  std::vector<float> Score(const FeatureTable& table) const;

 private:
  struct Question {
    uint32_t column = 0;
    float border = 0;
  };
  struct Tree {
    std::vector<Question> questions;
    std::vector<float> values;  // [2^questions]; question k is bit k of the index
  };

  float bias_ = 0;
  std::vector<Tree> trees_;
};

}  // namespace afterword
