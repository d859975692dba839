#include "base/input_file.h"

#include <gtest/gtest.h>

#include "base/file.h"

namespace afterword {
namespace {

std::string WriteTemporary(const std::string& name, std::string_view bytes) {
  const std::string path = testing::TempDir() + "input_file_" + name;
  EXPECT_TRUE(WriteFile(path, bytes).ok());
  return path;
}

/// Lines joined by '|', '!' for a line that is too long.
std::string Lines(const std::string& path, size_t max_bytes) {
  auto file = InputFile::Open(path);
  std::string all;
  while (true) {
    const auto line = file.value().ReadLine(max_bytes);
    if (line.ok() && !line.value()) return all;
    all += line.ok() ? *line.value() + "|" : "!|";
  }
}

TEST(InputFile, ReadsLines) {
  EXPECT_EQ(Lines(WriteTemporary("lines", "one\ntwo\r\n\nfour"), 100), "one|two||four|");
  EXPECT_EQ(Lines(WriteTemporary("empty", ""), 100), "");
  EXPECT_EQ(Lines(WriteTemporary("last", "a\n"), 100), "a|");
}

TEST(InputFile, PassesOverALineThatIsTooLong) {
  const std::string bytes = "short\n" + std::string(3'000'000, 'x') + "\nafter\n";
  EXPECT_EQ(Lines(WriteTemporary("long", bytes), 1'000'000), "short|!|after|");
}

TEST(InputFile, PeeksWithoutTaking) {
  auto file = InputFile::Open(WriteTemporary("peek", "first\nsecond"));
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(file.value().Peek(3).value(), "fir");
  EXPECT_EQ(file.value().ReadAll(100).value(), "first\nsecond");
  EXPECT_EQ(file.value().position(), 12u);
}

TEST(InputFile, SaysWhatIsWrong) {
  EXPECT_EQ(InputFile::Open("/no/such/file").error().code, ErrorCode::kNotFound);
  auto folder = InputFile::Open("/tmp");
  ASSERT_TRUE(folder.ok());
  EXPECT_EQ(folder.value().ReadAll(100).error().message, "/tmp: Is a directory");
  auto large = InputFile::Open(WriteTemporary("large", "123456"));
  EXPECT_EQ(large.value().ReadAll(5).error().code, ErrorCode::kLimitExceeded);
}

}  // namespace
}  // namespace afterword
