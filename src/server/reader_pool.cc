#include "server/reader_pool.h"

namespace afterword {

Result<ReaderPool::Lease> ReaderPool::Take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      Casebook reader = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(reader));
    }
  }
  Casebook reader = TRY(Casebook::Open(path_, OpenMode::kReadOnly));
  // 32 MiB of pages: a page read anew costs a check of all its cells.
  TRY(reader.database().Execute("PRAGMA cache_size = -32768"));
  return Lease(*this, std::move(reader));
}

void ReaderPool::GiveBack(Casebook reader) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(reader));
}

}  // namespace afterword
