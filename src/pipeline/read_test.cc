#include "pipeline/read.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"
#include "store/verify.h"

namespace afterword {
namespace {

namespace fs = std::filesystem;

class ReadTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(top_);
    fs::create_directories(top_ / "in");
  }

  void Write(const std::string& name, std::string_view bytes) {
    ASSERT_TRUE(WriteFile(top_ / "in" / name, bytes).ok());
  }

  Casebook Open() {
    auto casebook = Casebook::Open(top_ / "test.casebook", OpenMode::kCreate);
    EXPECT_TRUE(casebook.ok());
    return std::move(casebook).value();
  }

  /// What became of each item: "name outcome reason\n".
  std::string ReadAll(Casebook& casebook) {
    std::string lines;
    ItemStream items({top_ / "in"});
    const auto summary =
        Read(items, casebook, {.threads = 3, .stop = {}}, [&](const ReadOutcome& outcome) {
          lines += fs::path(outcome.address).filename().native() + " " +
                   std::string(Name(outcome.outcome)) + (outcome.reason.empty() ? "" : " ") +
                   outcome.reason + "\n";
        });
    EXPECT_TRUE(summary.ok());
    return lines;
  }

  // Tests run side by side, each in a process of its own.
  const fs::path top_ = fs::path(testing::TempDir()) / ("read_test_" + std::to_string(::getpid()));
};

TEST_F(ReadTest, ReportsEveryItemInOrder) {
  Write("a.txt", "The bridge holds, Anna Berg said.");
  Write("b.txt", "");
  Write("c.jsonl", "{\"id\":\"x\",\"text\":\"The river fell.\"}\n{broken\n");
  Casebook casebook = Open();
  EXPECT_EQ(ReadAll(casebook),
            "a.txt text\nb.txt failed empty: no text\nc.jsonl#1 text\n"
            "c.jsonl#2 failed not JSON at byte 1: syntax error\n");
  EXPECT_EQ(casebook.Failures().value().size(), 2u);
}

TEST_F(ReadTest, KnowsWhatItHasRead) {
  Write("a.txt", "The bridge holds, Anna Berg said.");
  Casebook casebook = Open();
  EXPECT_EQ(ReadAll(casebook), "a.txt text\n");
  EXPECT_EQ(ReadAll(casebook), "a.txt known\n");
  Write("b.txt", "The bridge holds, Anna Berg said.");
  EXPECT_EQ(ReadAll(casebook), "a.txt known\nb.txt publication\n");
  const auto counts = casebook.Counts().value();
  EXPECT_EQ(counts.documents, 1);
  EXPECT_EQ(counts.publications, 2);
}

TEST_F(ReadTest, AFailureIsForgottenOnceTheInputIsGood) {
  Write("a.txt", "");
  Casebook casebook = Open();
  EXPECT_EQ(ReadAll(casebook), "a.txt failed empty: no text\n");
  Write("a.txt", "Now there is a text.");
  EXPECT_EQ(ReadAll(casebook), "a.txt text\n");
  EXPECT_TRUE(casebook.Failures().value().empty());
}

TEST_F(ReadTest, EverythingReadVerifies) {
  for (int i = 0; i < 50; ++i) {
    Write(std::to_string(i) + ".txt", "A title\n\n“Span " + std::to_string(i) +
                                          " holds,” said Anna Berg, adding that the river fell.");
  }
  Casebook casebook = Open();
  ReadAll(casebook);
  const auto verification = Verify(casebook, [](int64_t, int64_t) {});
  ASSERT_TRUE(verification.ok());
  EXPECT_EQ(verification.value().documents, 50);
  EXPECT_TRUE(verification.value().mismatches.empty());
}

}  // namespace
}  // namespace afterword
