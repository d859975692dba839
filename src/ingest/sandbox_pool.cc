#include "ingest/sandbox_pool.h"

#include <utility>

namespace afterword {

Result<Document> SandboxedReaders::Read(const Item& item) {
  auto reader = Take();
  Result<Document> document = reader->Read(item);
  PutBack(std::move(reader));
  return document;
}

std::unique_ptr<SandboxedReader> SandboxedReaders::Take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return std::make_unique<SandboxedReader>();
  auto reader = std::move(idle_.back());
  idle_.pop_back();
  return reader;
}

void SandboxedReaders::PutBack(std::unique_ptr<SandboxedReader> reader) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(reader));
}

}  // namespace afterword
