#include "dedup/day_range.h"

#include <algorithm>

namespace afterword {

DayRange DayRangeOf(std::optional<Date> date) {
  if (!date) return {};
  return {static_cast<int32_t>(FirstDay(*date).time_since_epoch().count()),
          static_cast<int32_t>(LastDay(*date).time_since_epoch().count())};
}

int64_t DaysBetween(DayRange one, DayRange other) {
  const int64_t gap = std::max(int64_t{one.first} - other.last, int64_t{other.first} - one.last);
  return std::max<int64_t>(gap, 0);
}

}  // namespace afterword
