#include "ingest/item.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"

namespace afterword {
namespace {

namespace fs = std::filesystem;

class ItemStreamTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(top_);
    fs::create_directories(top_);
  }

  void Write(const std::string& name, std::string_view bytes) {
    ASSERT_TRUE(WriteFile(top_ / name, bytes).ok());
  }

  /// One line an item: name, format and bytes, or the reason.
  std::string Dump(const std::vector<std::string>& paths) {
    constexpr std::string_view kFormats[] = {"text", "html", "json"};
    std::string lines;
    ItemStream items(paths);
    while (const auto next = items.Next()) {
      if (const auto* item = std::get_if<Item>(&*next)) {
        lines += Relative(item->address) + " " +
                 std::string(kFormats[static_cast<size_t>(item->format)]) + " " + item->bytes +
                 "\n";
      } else {
        const auto& failure = std::get<ItemFailure>(*next);
        lines += Relative(failure.address) + " failed: " + failure.error.message + "\n";
      }
    }
    EXPECT_EQ(items.bytes_done(), items.bytes_total());
    return lines;
  }

  std::string Relative(const std::string& address) const {
    return fs::path(address).lexically_relative(top_).native();
  }

  const fs::path top_ = fs::path(testing::TempDir()) / ("item_stream_" + std::to_string(::getpid()));
};

TEST_F(ItemStreamTest, GoesOnBehindWhatCannotBeRead) {
  Write("a.txt", "Plain words.");
  Write("b.pdf", "%PDF-1.7 …");
  Write("c.jsonl", "{\"id\":\"1\"}\n\n{\"id\":\"2\"}\r\n");
  Write("d.txt", "<!DOCTYPE html><p>Page</p>");
  EXPECT_EQ(Dump({top_}),
            "a.txt text Plain words.\n"
            "b.pdf failed: a PDF, which is not read\n"
            "c.jsonl#1 json {\"id\":\"1\"}\n"
            "c.jsonl#3 json {\"id\":\"2\"}\n"
            "d.txt html <!DOCTYPE html><p>Page</p>\n");
}

TEST_F(ItemStreamTest, NamesPathsThatAreNotThere) {
  EXPECT_EQ(Dump({top_ / "nothing.txt"}), "nothing.txt failed: no such file or folder\n");
}

TEST_F(ItemStreamTest, EmptyFolderHasNoItems) { EXPECT_EQ(Dump({top_}), ""); }

}  // namespace
}  // namespace afterword
