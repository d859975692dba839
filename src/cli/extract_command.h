#pragma once

#include <string>
#include <vector>

namespace afterword {

enum class ExtractFormat { kJsonl, kText };

struct ExtractArguments {
  std::vector<std::string> paths;
  ExtractFormat format = ExtractFormat::kJsonl;
  unsigned threads = 0;
};

/// `afterword extract PATH…`: what is found, without a casebook; one line a publication, in the
/// order of the input. Failures go to standard error.
int RunExtract(const ExtractArguments& arguments);

}  // namespace afterword
