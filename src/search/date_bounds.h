// Ranges of dates as the casebook compares them: as text.
#pragma once

#include <string>

#include "search/query.h"

namespace afterword {

/// `stated BETWEEN from AND to` holds for the ISO dates in the range. A date that was stated to
/// the month or the year counts as its first day: "2024-06" lies in 2024-06-01..2024-06-15.
struct DateBounds {
  std::string from;
  std::string to;
};

DateBounds BoundsOf(const DateRange& range);

}  // namespace afterword
