#include "base/file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

namespace afterword {
namespace {

namespace fs = std::filesystem;

class ListFilesTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(top_);
    fs::create_directories(top_ / "folder" / "deeper");
    Write("b.txt");
    Write("a.txt");
    Write("folder/c.txt");
    Write("folder/deeper/d.txt");
    Write(".hidden");
  }

  void Write(const std::string& name) { ASSERT_TRUE(WriteFile(top_ / name, name).ok()); }

  std::string List() {
    std::string names;
    for (const FoundFile& file : ListFiles({top_}).files) {
      names += fs::path(file.path).lexically_relative(top_).native() + " ";
    }
    return names;
  }

  const fs::path top_ = fs::path(testing::TempDir()) / ("list_files_" + std::to_string(::getpid()));
};

TEST_F(ListFilesTest, WalksByNameAndPassesOverHiddenEntries) {
  EXPECT_EQ(List(), "a.txt b.txt folder/c.txt folder/deeper/d.txt ");
}

TEST_F(ListFilesTest, NeverFollowsALinkOutOfTheFolder) {
  fs::create_symlink("/etc/passwd", top_ / "leak.txt");
  fs::create_directory_symlink(top_, top_ / "circle");
  fs::create_symlink(top_ / "a.txt", top_ / "inside.txt");
  EXPECT_EQ(List(), "a.txt b.txt folder/c.txt folder/deeper/d.txt inside.txt ");
}

TEST_F(ListFilesTest, PassesOverWhatIsExcepted) {
  const FileList list = ListFiles({top_ / "folder"}, {top_ / "." / "folder" / "c.txt"});
  ASSERT_EQ(list.files.size(), 1u);
  EXPECT_EQ(fs::path(list.files[0].path).filename(), "d.txt");
}

TEST_F(ListFilesTest, NamesWhatIsNotThere) {
  const FileList list = ListFiles({top_ / "nothing", "-"});
  ASSERT_EQ(list.unreadable.size(), 1u);
  EXPECT_EQ(list.unreadable[0].reason, "no such file or folder");
  ASSERT_EQ(list.files.size(), 1u);
  EXPECT_EQ(list.files[0].path, "-");
}

TEST(WriteFile, ReplacesInOneStep) {
  const std::string path = testing::TempDir() + "write_file";
  ASSERT_TRUE(WriteFile(path, "old").ok());
  ASSERT_TRUE(WriteFile(path, "new").ok());
  EXPECT_EQ(ReadFile(path, 10).value(), "new");
  EXPECT_FALSE(fs::exists(path + ".part"));
  EXPECT_EQ(WriteFile("/no/such/folder/file", "x").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace afterword
