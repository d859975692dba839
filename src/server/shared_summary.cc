#include "server/shared_summary.h"

namespace afterword {

Result<SharedSummary::Reading> SharedSummary::Fresh(Database& database) {
  {
    std::shared_lock lock(mutex_);
    if (TRY(summary_.IsFresh(database))) return Reading(summary_, std::move(lock));
  }
  {
    const std::unique_lock lock(mutex_);
    TRY(summary_.Refresh(database));
  }
  return Reading(summary_, std::shared_lock(mutex_));
}

}  // namespace afterword
