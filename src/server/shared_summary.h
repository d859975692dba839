// One summary of the casebook for all requests, renewed by whichever first sees that it is old.
#pragma once

#include <mutex>
#include <shared_mutex>
#include <utility>

#include "base/result.h"
#include "search/summary.h"
#include "store/database.h"

namespace afterword {

class SharedSummary {
 public:
  /// The summary, held still until destruction.
  class Reading {
   public:
    Reading(const Summary& summary, std::shared_lock<std::shared_mutex> lock)
        : summary_(&summary), lock_(std::move(lock)) {}
    const Summary& operator*() const { return *summary_; }

   private:
    const Summary* summary_;
    std::shared_lock<std::shared_mutex> lock_;
  };

  /// As new as `database`, or newer. The first time takes about a second for 10⁵ documents.
  Result<Reading> Fresh(Database& database);

 private:
  std::shared_mutex mutex_;
  Summary summary_;
};

}  // namespace afterword
