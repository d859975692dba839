#include "store/backup.h"

#include <gtest/gtest.h>

#include <fstream>

#include "store/test_readings.h"
#include "store/verify.h"

namespace afterword {
namespace {

void AddRandom(Casebook& casebook, RandomReadings& random, int count) {
  std::vector<PackedReading> readings;
  for (int i = 0; i < count; ++i) readings.push_back(Pack(random.Next()).value());
  ASSERT_TRUE(casebook.Add(readings).ok());
}

std::vector<std::string> Names(const TestFolder& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

TEST(BackUp, CopiesACasebookThatIsReadAndWritten) {
  const TestFolder folder;
  const TestFolder target;
  RandomReadings random(5);
  Casebook casebook = Casebook::Open(folder / "test.casebook", OpenMode::kCreate).value();
  AddRandom(casebook, random, 100);
  Casebook reader = Casebook::Open(folder / "test.casebook", OpenMode::kReadOnly).value();
  {
    Casebook writer = Casebook::Open(folder / "test.casebook", OpenMode::kReadWrite).value();
    Transaction open_transaction = Transaction::Begin(writer.database()).value();
    ASSERT_TRUE(writer.database().Execute("DELETE FROM document WHERE id = 1").ok());
    const Status copied = BackUp(reader, target / "copy.casebook");
    ASSERT_TRUE(copied.ok()) << copied.error().message;
  }
  EXPECT_EQ(Names(target), std::vector<std::string>{"copy.casebook"});

  Casebook copy = Casebook::Open(target / "copy.casebook", OpenMode::kReadWrite).value();
  EXPECT_EQ(copy.Counts().value().documents, 100);
  EXPECT_TRUE(Verify(copy, {}).value().mismatches.empty());
  AddRandom(copy, random, 1);
  EXPECT_EQ(copy.Counts().value().documents, 101);
  EXPECT_EQ(casebook.Counts().value().documents, 100);
}

TEST(BackUp, ReplacesNothing) {
  const TestFolder folder;
  Casebook casebook = Casebook::Open(folder / "test.casebook", OpenMode::kCreate).value();
  std::ofstream(folder / "kept") << "kept";
  EXPECT_EQ(BackUp(casebook, folder / "kept").error().code, ErrorCode::kInvalidInput);
  std::string kept;
  std::ifstream(folder / "kept") >> kept;
  EXPECT_EQ(kept, "kept");
}

TEST(BackUp, BeginsAnewOverTheRestOfAStoppedOne) {
  const TestFolder folder;
  const TestFolder target;
  RandomReadings random(6);
  Casebook casebook = Casebook::Open(folder / "test.casebook", OpenMode::kCreate).value();
  AddRandom(casebook, random, 3);
  std::ofstream(target / "copy.part") << "half";
  ASSERT_TRUE(BackUp(casebook, target / "copy").ok());
  EXPECT_EQ(Names(target), std::vector<std::string>{"copy"});
  EXPECT_EQ(Casebook::Open(target / "copy", OpenMode::kReadOnly).value().Counts().value().documents,
            3);
}

TEST(BackUp, LeavesNothingWhereItCannotWrite) {
  const TestFolder folder;
  Casebook casebook = Casebook::Open(folder / "test.casebook", OpenMode::kCreate).value();
  const Status copied = BackUp(casebook, folder / "none/copy");
  ASSERT_FALSE(copied.ok());
  EXPECT_EQ(copied.error().code, ErrorCode::kIo);
  EXPECT_NE(copied.error().message.find("none/copy"), std::string::npos);
}

}  // namespace
}  // namespace afterword
