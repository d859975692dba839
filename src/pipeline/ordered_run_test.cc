#include "pipeline/ordered_run.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/file.h"

namespace afterword {
namespace {

/// A file of `count` lines: {"n":0}, {"n":1} …
std::string LinesFile(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) lines += "{\"n\":" + std::to_string(i) + "}\n";
  const std::string path = testing::TempDir() + "ordered_run_" + std::to_string(::getpid());
  EXPECT_TRUE(WriteFile(path, lines).ok());
  return path;
}

std::string BytesOf(const ItemResult& item) { return std::get<Item>(item).bytes; }

class OrderedRunTest : public testing::TestWithParam<unsigned> {};

TEST_P(OrderedRunTest, KeepsTheOrderForAnyNumberOfThreads) {
  ItemStream items({LinesFile(5000)});
  OrderedRun<std::string> run(items, BytesOf, {.batch_items = 3, .bytes = 200});
  int next = 0;
  const Status status = run.Run(GetParam(), {}, [&](std::vector<std::string> results) {
    for (const std::string& result : results) {
      EXPECT_EQ(result, "{\"n\":" + std::to_string(next++) + "}");
    }
    return Ok();
  });
  EXPECT_TRUE(status.ok());
  EXPECT_EQ(next, 5000);
}

TEST_P(OrderedRunTest, AnErrorOfTheConsumerEndsTheRun) {
  ItemStream items({LinesFile(5000)});
  OrderedRun<std::string> run(items, BytesOf, {.batch_items = 3, .bytes = 200});
  int calls = 0;
  const Status status = run.Run(GetParam(), {}, [&](const std::vector<std::string>&) -> Status {
    if (++calls == 3) return Error{ErrorCode::kIo, "disk full"};
    return Ok();
  });
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().message, "disk full");
  EXPECT_EQ(calls, 3);
}

TEST_P(OrderedRunTest, AStopConsumesWhatWasPulled) {
  ItemStream items({LinesFile(5000)});
  std::stop_source stop;
  OrderedRun<std::string> run(items, BytesOf, {.batch_items = 3, .bytes = 200});
  int consumed = 0;
  const Status status =
      run.Run(GetParam(), stop.get_token(), [&](const std::vector<std::string>& results) {
        stop.request_stop();
        consumed += static_cast<int>(results.size());
        return Ok();
      });
  EXPECT_TRUE(status.ok());
  EXPECT_GT(consumed, 0);
  EXPECT_LT(consumed, 5000);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedRunTest, testing::Values(1u, 2u, 7u));

}  // namespace
}  // namespace afterword
