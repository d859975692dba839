// As many sandboxed readers as threads ask at once.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "ingest/sandbox_reader.h"

namespace afterword {

/// Safe from many threads; each item has a reader to itself, kept for the next.
class SandboxedReaders {
 public:
  /// As SandboxedReader::Read.
  Result<Document> Read(const Item& item);

 private:
  std::unique_ptr<SandboxedReader> Take();
  void PutBack(std::unique_ptr<SandboxedReader> reader);

  std::mutex mutex_;
  std::vector<std::unique_ptr<SandboxedReader>> idle_;
};

}  // namespace afterword
