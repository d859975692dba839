// Connections that read, for as many requests at once as there are.
#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/casebook.h"

namespace afterword {

class ReaderPool {
 public:
  explicit ReaderPool(std::string path) : path_(std::move(path)) {}

  /// A connection that is one request's alone until destruction.
  class Lease {
   public:
    Lease(ReaderPool& pool, Casebook reader) : pool_(&pool), reader_(std::move(reader)) {}
    Lease(Lease&& other) noexcept
        : pool_(std::exchange(other.pool_, nullptr)), reader_(std::move(other.reader_)) {}
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->GiveBack(std::move(reader_));
    }
    Casebook& casebook() { return reader_; }

   private:
    ReaderPool* pool_;
    Casebook reader_;
  };

  /// A connection given back, else a new one. Errors: those of Casebook::Open.
  Result<Lease> Take();

 private:
  void GiveBack(Casebook reader);

  std::string path_;
  std::mutex mutex_;
  std::vector<Casebook> idle_;
};

}  // namespace afterword
