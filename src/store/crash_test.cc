// What Add returned as added survives: a stop at any moment, and a disk that is full.

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "store/casebook.h"
#include "store/test_readings.h"
#include "store/verify.h"

namespace afterword {
namespace {

std::vector<PackedReading> Batch(RandomReadings& random, size_t size) {
  std::vector<PackedReading> readings;
  for (size_t i = 0; i < size; ++i) {
    AnalysedDocument reading = random.Next();
    // No two are the same text.
    reading.document.text += reading.document.publication.id;
    reading.document.digest = Sha256(reading.document.text);
    readings.push_back(Pack(reading).value());
  }
  return readings;
}

/// In a process of its own: adds without end, and writes how many are added after each batch.
[[noreturn]] void AddUntilKilled(const std::string& path, int report) {
  Casebook casebook = Casebook::Open(path, OpenMode::kCreate).value();
  RandomReadings random(4);
  for (int32_t added = 0;;) {
    const auto batch = casebook.Add(Batch(random, 1 + random.Below(20)));
    if (!batch.ok()) ::_exit(1);
    added += static_cast<int32_t>(batch.value().size());
    if (::write(report, &added, sizeof added) != sizeof added) ::_exit(1);
  }
}

/// Kills a process that adds, at a random moment; returns how many it had reported.
int32_t KillWhileAdding(const std::string& path, std::chrono::microseconds after_first) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) AddUntilKilled(path, ends[1]);
  ::close(ends[1]);
  int32_t reported = 0;
  EXPECT_EQ(::read(ends[0], &reported, sizeof reported), static_cast<ssize_t>(sizeof reported));
  std::this_thread::sleep_for(after_first);
  ::kill(child, SIGKILL);
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status));
  // What it had written before it died is still in the pipe.
  for (int32_t later = 0; ::read(ends[0], &later, sizeof later) == sizeof later;) reported = later;
  ::close(ends[0]);
  return reported;
}

TEST(Crash, KeepsWhateverWasReportedAndNoHalfDocument) {
  std::mt19937 random(std::random_device{}());
  for (int i = 0; i < 20; ++i) {
    const TestFolder folder;
    const std::string path = folder / "test.casebook";
    const int32_t reported = KillWhileAdding(path, std::chrono::microseconds(random() % 60'000));
    Casebook casebook = Casebook::Open(path, OpenMode::kReadWrite).value();
    EXPECT_GE(casebook.Counts().value().documents, reported);
    const Verification verification = Verify(casebook, {}).value();
    for (const Mismatch& mismatch : verification.mismatches) ADD_FAILURE() << mismatch.what;
    // The texts are those of the same series, each with all that was found in it.
    RandomReadings series(4);
    const int64_t documents = casebook.Counts().value().documents;
    for (DocumentId id = 1; id <= documents;) {
      for (const PackedReading& expected : Batch(series, 1 + series.Below(20))) {
        if (id > documents) break;
        const StoredDocument stored = casebook.Load(id++).value();
        EXPECT_EQ(stored.document.digest, expected.digest);
        EXPECT_EQ(stored.analysis.statements.size(), expected.statements.size());
        EXPECT_EQ(stored.analysis.entities.size(), expected.entities.size());
      }
    }
  }
}

TEST(DiskFull, TakesTheBatchBackAndSaysSo) {
  const TestFolder folder;
  Casebook casebook = Casebook::Open(folder / "test.casebook", OpenMode::kCreate).value();
  RandomReadings random(8);
  ASSERT_TRUE(casebook.Add(Batch(random, 5)).ok());
  ASSERT_TRUE(casebook.database().Execute("PRAGMA max_page_count = 120").ok());
  const auto added = casebook.Add(Batch(random, 2'000));
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().code, ErrorCode::kIo);
  EXPECT_NE(added.error().message.find("the disk is full"), std::string::npos)
      << added.error().message;
  EXPECT_EQ(casebook.Counts().value().documents, 5);
  EXPECT_TRUE(Verify(casebook, {}).value().mismatches.empty());

  // Once there is room, it goes on.
  ASSERT_TRUE(casebook.database().Execute("PRAGMA max_page_count = 1000000").ok());
  ASSERT_TRUE(casebook.Add(Batch(random, 20)).ok());
  EXPECT_EQ(casebook.Counts().value().documents, 25);
  EXPECT_TRUE(Verify(casebook, {}).value().mismatches.empty());
}

TEST(Readers, SeeWholeBatchesWhileAnotherWrites) {
  const TestFolder folder;
  const std::string path = folder / "test.casebook";
  Casebook writer = Casebook::Open(path, OpenMode::kCreate).value();
  Casebook reader = Casebook::Open(path, OpenMode::kReadOnly).value();
  constexpr int64_t kBatch = 10;
  std::jthread writing([&] {
    RandomReadings random(9);
    for (int i = 0; i < 20; ++i) EXPECT_TRUE(writer.Add(Batch(random, kBatch)).ok());
  });
  int64_t seen = 0;
  while (seen < 20 * kBatch) {
    const auto counts = reader.Counts();
    ASSERT_TRUE(counts.ok()) << counts.error().message;
    ASSERT_EQ(counts.value().documents % kBatch, 0);
    ASSERT_GE(counts.value().documents, seen);
    seen = counts.value().documents;
    if (seen > 0) {
      ASSERT_TRUE(reader.Load(seen).ok());
    }
  }
}

TEST(Readers, MayNotWrite) {
  const TestFolder folder;
  const std::string path = folder / "test.casebook";
  {
    ASSERT_TRUE(Casebook::Open(path, OpenMode::kCreate).ok());
  }
  Casebook reader = Casebook::Open(path, OpenMode::kReadOnly).value();
  const std::vector<PackedReading> readings{Pack(QuotingReading()).value()};
  const auto added = reader.Add(readings);
  ASSERT_FALSE(added.ok());
  EXPECT_EQ(added.error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace afterword
