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
  return Lease(*this, TRY(Casebook::Open(path_, OpenMode::kReadOnly)));
}

void ReaderPool::GiveBack(Casebook reader) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(reader));
}

}  // namespace afterword
