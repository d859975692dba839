#include "pipeline/find_copies.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "pipeline/read.h"

namespace afterword {
namespace {

constexpr char kBridge[] =
    "The bridge at Lunde carried its first lorries on Monday after nine months of repairs to the "
    "piers. Anna Berg, the chief engineer, said that every bolt had been checked twice. The river "
    "had washed out two piers in the spring flood, and the ferry took over. Drivers waited for up "
    "to three hours at the landing. The council paid eleven million for steel and divers.";

class FindCopiesTest : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove(path_);
    std::filesystem::remove(lines_);
  }

  static std::string Line(const std::string& id, const std::string& date, const std::string& text) {
    return R"({"id":")" + id + R"(","date":")" + date + R"(","text":")" + text + "\"}\n";
  }

  /// "original(publications): copy+added-dropped …" a line a story, by given ids.
  std::string Stories(const std::string& lines, int32_t window_days = 30) {
    EXPECT_TRUE(WriteFile(lines_, lines).ok());
    Casebook casebook = Casebook::Open(path_, OpenMode::kCreate).value();
    ItemStream items({lines_});
    EXPECT_TRUE(Read(items, casebook, {}, [](const ReadOutcome&) {}).ok());
    std::string dump;
    const Status status = FindCopies(casebook, window_days, [&](const Story& story) {
      dump += story.original.document.publication.id + "(" +
              std::to_string(story.original.publications.size()) + ")";
      for (const CopyOfOriginal& copy : story.copies) {
        dump += " " + copy.document.document.publication.id + "+" +
                std::to_string(copy.added.size()) + "-" + std::to_string(copy.dropped.size());
      }
      dump += "\n";
      return Ok();
    });
    EXPECT_TRUE(status.ok());
    return dump;
  }

  // Tests run side by side, each in a process of its own.
  const std::string path_ =
      testing::TempDir() + "find_copies_" + std::to_string(::getpid()) + ".casebook";
  const std::string lines_ =
      testing::TempDir() + "find_copies_" + std::to_string(::getpid()) + ".jsonl";
};

TEST_F(FindCopiesTest, ShowsWhatACopyAddsAndDrops) {
  const std::string whole = kBridge;
  const std::string cut = whole.substr(0, whole.find(" Drivers waited"));
  EXPECT_EQ(Stories(Line("first", "2024-06-03", whole) + Line("cut", "2024-06-04", cut) +
                    Line("other", "2024-06-04", "Wheat prices fell in Odesa on Tuesday.")),
            "first(1) cut+0-2\n");
}

TEST_F(FindCopiesTest, OneTextPublishedTwiceIsAStory) {
  EXPECT_EQ(Stories(Line("a", "2024-06-03", kBridge) + Line("b", "2024-06-04", kBridge)), "a(2)\n");
}

TEST_F(FindCopiesTest, KeepsToTheWindow) {
  const std::string later = std::string(kBridge) + " The ferry is for sale.";
  const std::string lines = Line("a", "2024-06-03", kBridge) + Line("b", "2024-09-03", later);
  EXPECT_EQ(Stories(lines), "");
  EXPECT_EQ(Stories(lines, 120), "a(1) b+1-0\n");
}

}  // namespace
}  // namespace afterword
