// Small pieces for computing columns of features.
#pragma once

#include <cmath>
#include <string_view>

#include "ingest/html_features.h"

namespace afterword {

inline float Share(double part, double whole) {
  return whole > 0 ? static_cast<float>(part / whole) : 0.0F;
}

inline float Log(double value) { return static_cast<float>(std::log1p(value)); }

/// Adds one column, computed block by block.
template <typename F>
void AddColumn(FeatureTable& table, std::string_view name, F value_of) {
  const auto column = table.Add(name);
  for (size_t i = 0; i < column.size(); ++i) column[i] = static_cast<float>(value_of(i));
}

}  // namespace afterword
