#pragma once

#include <string>
#include <vector>

namespace afterword {

struct ReadArguments {
  std::string casebook;
  std::vector<std::string> paths;
  unsigned threads = 0;
  /// One line on standard output for each item, once it is on the disk: address, outcome and
  /// document, parted by tabs.
  bool report = false;
};

/// `afterword read PATH…`: one line on standard error for each document that could not be read,
/// a summary on standard output.
int RunRead(const ReadArguments& arguments);

}  // namespace afterword
