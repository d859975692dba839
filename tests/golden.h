// Golden files: the expected output of a test, kept beside it and reviewed as a diff.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace afterword {

/// The bytes of a file of the source tree, "" if it cannot be read.
inline std::string ReadSourceFile(const std::string& path) {
  std::ifstream file(std::string(AFTERWORD_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Holds `actual` against the file at `path` (from the top of the source tree). With
/// UPDATE_GOLDEN=1 in the environment the file is written instead.
inline void ExpectGolden(const std::string& path, std::string_view actual) {
  const char* update = std::getenv("UPDATE_GOLDEN");
  if (update && std::string_view(update) == "1") {
    std::ofstream file(std::string(AFTERWORD_SOURCE_DIR) + "/" + path, std::ios::binary);
    file << actual;
    ASSERT_TRUE(file.good()) << "cannot write " << path;
    return;
  }
  EXPECT_EQ(ReadSourceFile(path), actual) << path << " (UPDATE_GOLDEN=1 writes it anew)";
}

}  // namespace afterword
