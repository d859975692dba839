// What the sandbox costs: pages read in this process, and in workers (doc/safety.md).
//
//     bench_sandbox THREADS ROUNDS PATH…
//
// The files under PATH are held in memory. Rounds without and with the sandbox take turns. Time is
// by the clock, and of all processors together, which a busy machine disturbs less.

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "ingest/item.h"
#include "ingest/read_item.h"
#include "ingest/sandbox_reader.h"
#include "ingest/sandbox_worker.h"

namespace afterword {
namespace {

using ReadFunction = std::function<Result<Document>(const Item&)>;

struct Cost {
  double wall_seconds = 0;
  double cpu_seconds = 0;
  size_t good = 0;
};

double CpuSeconds() {
  double seconds = 0;
  for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    for (const timeval time : {usage.ru_utime, usage.ru_stime}) {
      seconds += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    }
  }
  return seconds;
}

/// Reads all of `items` once, each thread with a reader of its own.
Cost Measure(const std::vector<Item>& items, unsigned threads,
             const std::function<ReadFunction()>& make_reader) {
  std::atomic<size_t> next = 0;
  std::atomic<size_t> good = 0;
  const auto begin = std::chrono::steady_clock::now();
  const double cpu_begin = CpuSeconds();
  {
    std::vector<std::jthread> readers;
    for (unsigned i = 0; i < threads; ++i) {
      readers.emplace_back([&] {
        const ReadFunction read = make_reader();
        for (size_t at = next++; at < items.size(); at = next++) good += read(items[at]).ok();
      });
    }
  }
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  return {wall.count(), CpuSeconds() - cpu_begin, good};
}

void Print(const char* name, const std::vector<Item>& items, const Cost& cost) {
  const auto count = static_cast<double>(items.size());
  fmt::print("{:10} {:6.0f} items/s  {:6.0f} items/s of a processor  {} of {} read\n", name,
             count / cost.wall_seconds, count / cost.cpu_seconds, cost.good, items.size());
}

std::vector<Item> Load(const std::vector<std::string>& paths) {
  std::vector<Item> items;
  ItemStream stream(paths);
  while (auto item = stream.Next()) {
    if (auto* readable = std::get_if<Item>(&*item)) items.push_back(std::move(*readable));
  }
  return items;
}

ReadFunction MakeSandboxed() {
  const auto reader = std::make_shared<SandboxedReader>();
  return [reader](const Item& item) { return reader->Read(item); };
}

int Run(int count, char** arguments) {
  if (count < 4) {
    fmt::print(stderr, "bench_sandbox THREADS ROUNDS PATH...\n");
    return 2;
  }
  const auto threads = static_cast<unsigned>(std::atoi(arguments[1]));
  const int rounds = std::atoi(arguments[2]);
  const std::vector<Item> items = Load({arguments + 3, arguments + count});
  // The process's own tables are loaded before it is timed, as the workers load theirs.
  for (const Item& item : items) static_cast<void>(ReadItem(item).ok());
  std::vector<double> overheads;
  for (int round = 0; round < rounds; ++round) {
    const Cost without = Measure(items, threads, [] { return ReadFunction(ReadItem); });
    const Cost with = Measure(items, threads, MakeSandboxed);
    Print("without", items, without);
    Print("sandboxed", items, with);
    overheads.push_back(with.cpu_seconds / without.cpu_seconds - 1);
  }
  std::sort(overheads.begin(), overheads.end());
  if (!overheads.empty()) {
    fmt::print("overhead in processor time, median: {:.1f} %\n",
               100 * overheads[overheads.size() / 2]);
  }
  return 0;
}

}  // namespace
}  // namespace afterword

int main(int argc, char** argv) {
  afterword::RunIfReaderWorker(argc, argv);
  return afterword::Run(argc, argv);
}
