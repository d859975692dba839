#include "cli/limits_command.h"

#include <gtest/gtest.h>

#include "base/file.h"

namespace afterword {
namespace {

size_t CountOf(std::string_view what, std::string_view text) {
  size_t count = 0;
  for (size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(Limits, NoneIsLeftOut) {
  const auto header = ReadFile(AFTERWORD_SOURCE_DIR "/src/base/limits.h", 1u << 20);
  ASSERT_TRUE(header.ok());
  EXPECT_EQ(AllLimits().size(), CountOf("inline constexpr", header.value()));
}

TEST(Limits, AreToldInUnits) {
  const std::vector<Limit> limits = AllLimits();
  EXPECT_EQ(limits.front().value, "256 MB");
  EXPECT_EQ(limits.back().value, "300 s");
}

}  // namespace
}  // namespace afterword
