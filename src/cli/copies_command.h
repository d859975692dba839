#pragma once

#include <cstdint>
#include <string>

#include "cli/table.h"

namespace afterword {

struct CopiesArguments {
  std::string casebook;
  /// Texts further apart are no copies of one story.
  int32_t window_days = 30;
  OutputFormat format = OutputFormat::kTable;
};

/// `afterword copies`: stories that came more than once, a row a publication, with how many
/// sentences each copy adds to its original and drops.
int RunCopies(const CopiesArguments& arguments);

}  // namespace afterword
