// Items through a function on several threads, results back in the order of the items.
//
// Workers pull a batch of items under a lock, work on it, and lay it down; the calling thread
// takes batches up in order. A worker waits before it pulls while too much is in flight, so that
// memory stays bounded whatever the speed of the consumer. Results are the same for any number of
// threads.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "base/result.h"
#include "ingest/item.h"

namespace afterword {

/// Bounds on what is in flight between the input and the consumer.
struct FlightLimits {
  size_t batch_items = 32;
  size_t batch_bytes = 1u << 20;
  /// One batch may be larger than this alone; then nothing else is in flight.
  size_t bytes = 8u << 20;
};

template <typename Out>
class OrderedRun {
 public:
  /// Called on worker threads; must be safe from many of them.
  using Work = std::function<Out(ItemResult)>;
  /// Called on the thread of Run with what came next, in order. An error ends the run.
  using Consume = std::function<Status(std::vector<Out>)>;

  OrderedRun(ItemStream& items, Work work, FlightLimits limits = {})
      : items_(items), work_(std::move(work)), limits_(limits) {}

  /// On `threads` threads, 0 for one a core, until the items end, `stop` is requested (what was
  /// pulled is still consumed) or `consume` fails, whose error is returned.
  Status Run(unsigned threads, const std::stop_token& stop, const Consume& consume) {
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads; ++i) workers.emplace_back([&] { WorkUntilEnd(stop); });
    Status status = ConsumeUntilEnd(consume);
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    return status;
  }

 private:
  struct Batch {
    uint64_t number = 0;
    size_t bytes = 0;
    std::vector<ItemResult> items;
    std::vector<Out> results;
  };

  /// Absent at the end of the items.
  std::optional<Batch> Pull(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || in_flight_bytes_ < limits_.bytes; });
    Batch batch;
    while (!ended_ && batch.items.size() < limits_.batch_items &&
           batch.bytes < limits_.batch_bytes) {
      std::optional<ItemResult> item;
      if (!stop.stop_requested()) item = items_.Next();
      if (!item) {
        ended_ = true;
        break;
      }
      if (const auto* readable = std::get_if<Item>(&*item)) batch.bytes += readable->bytes.size();
      batch.items.push_back(*std::move(item));
    }
    if (batch.items.empty()) {
      changed_.notify_all();
      return std::nullopt;
    }
    batch.number = pulled_++;
    in_flight_bytes_ += batch.bytes;
    return batch;
  }

  void WorkUntilEnd(const std::stop_token& stop) {
    while (auto batch = Pull(stop)) {
      batch->results.reserve(batch->items.size());
      for (ItemResult& item : batch->items) batch->results.push_back(work_(std::move(item)));
      batch->items.clear();
      {
        const std::lock_guard lock(mutex_);
        done_.emplace(batch->number, *std::move(batch));
      }
      changed_.notify_all();
    }
  }

  Status ConsumeUntilEnd(const Consume& consume) {
    uint64_t next = 0;
    while (true) {
      std::vector<Out> results;
      size_t bytes = 0;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return done_.contains(next) || (ended_ && next == pulled_); });
        // All that is ready goes into one call: the slower the consumer, the larger its bites.
        for (auto at = done_.find(next); at != done_.end(); at = done_.find(next)) {
          std::move(at->second.results.begin(), at->second.results.end(),
                    std::back_inserter(results));
          bytes += at->second.bytes;
          done_.erase(at);
          ++next;
        }
      }
      if (results.empty()) return Ok();
      TRY(consume(std::move(results)));
      {
        const std::lock_guard lock(mutex_);
        in_flight_bytes_ -= bytes;
      }
      changed_.notify_all();
    }
  }

  ItemStream& items_;
  Work work_;
  FlightLimits limits_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<uint64_t, Batch> done_;  // worked on, not yet consumed
  uint64_t pulled_ = 0;
  size_t in_flight_bytes_ = 0;
  bool ended_ = false;
};

}  // namespace afterword
