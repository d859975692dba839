// ReadItem with its parsers in a process of their own (ingest/sandbox_worker.h).
//
// The outcome depends on the item alone: one that fails in a worker which has read others is tried
// once more in a fresh one, so that no document pays for what an earlier one broke.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/item.h"
#include "ingest/sandbox_process.h"
#include "record/document.h"
#include "record/wire.h"

namespace afterword {

struct SandboxOptions {
  StartWorker start = StartReaderWorker;
  /// Of the processor for one item; so that a busy machine is not taken for a hostile item.
  std::chrono::milliseconds cpu_time = std::chrono::seconds(kMaxReaderSeconds);
  /// By the clock for one item.
  std::chrono::milliseconds wait = std::chrono::seconds(kMaxReaderWaitSeconds);
  /// Items for one worker.
  size_t items = kMaxReaderItems;
};

/// To be used by one thread at a time. Its worker starts with the first item that needs one.
class SandboxedReader {
 public:
  explicit SandboxedReader(SandboxOptions options = {}) : options_(std::move(options)) {}

  /// As ReadItem. Plain text is read in this process, as it needs no parser; all else in the
  /// worker. Errors: those of ReadItem; kLimitExceeded (time, memory, length of the answer) and
  /// kInternal, kCorrupt or kInvalidInput for a worker that crashed, answered nonsense or was
  /// stopped; kIo if none could be started.
  Result<Document> Read(const Item& item);

 private:
  struct Worker {
    WorkerProcess process;
    size_t items = 0;
    size_t bytes = 0;
  };

  bool IsWornOut() const;
  Status EnsureWorker();
  /// An Error by value if the reader gave one; as the Result's if the worker had to go.
  Result<ReaderAnswer> Ask(const Item& item);
  Result<std::string> Exchange(const Item& item);

  SandboxOptions options_;
  std::optional<Worker> worker_;
};

}  // namespace afterword
