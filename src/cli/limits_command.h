#pragma once

#include <string>
#include <vector>

#include "cli/table.h"

namespace afterword {

struct LimitsArguments {
  OutputFormat format = OutputFormat::kTable;
};

/// `afterword limits`: every bound on what is read; a document beyond one is refused with its
/// reason.
int RunLimits(const LimitsArguments& arguments);

struct Limit {
  std::string name;
  std::string value;
};

/// All of base/limits.h, in its order.
std::vector<Limit> AllLimits();

}  // namespace afterword
