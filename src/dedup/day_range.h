// When a text may have appeared, as days.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>

#include "base/date.h"

namespace afterword {

/// First and last day, as days since 1970-01-01. A month or a year is all its days. Without a
/// date a text may have appeared on any day: most texts that lack one (a saved page, a scan) are
/// copies of dated ones, and keeping them apart would count every statement in them twice.
struct DayRange {
  int32_t first = std::numeric_limits<int32_t>::min();
  int32_t last = std::numeric_limits<int32_t>::max();

  bool IsKnown() const { return first != std::numeric_limits<int32_t>::min(); }
  friend bool operator==(DayRange, DayRange) = default;
};

DayRange DayRangeOf(std::optional<Date> date);

/// Days between the two ranges; 0 where they meet.
int64_t DaysBetween(DayRange one, DayRange other);

}  // namespace afterword
