// Ranges of dates as the casebook compares them: as text, or as numbers that sort as the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "search/query.h"

namespace afterword {

/// `stated BETWEEN from AND to` holds for the ISO dates in the range. A date that was stated to
/// the month or the year counts as its first day: "2024-06" lies in 2024-06-01..2024-06-15.
struct DateBounds {
  std::string from;
  std::string to;
};

DateBounds BoundsOf(const DateRange& range);

/// An ISO date as a number that sorts as the text does: "2024-06" is 20240600. 0 if it is none.
int32_t DateNumber(std::string_view iso);

/// The same bounds in such numbers.
struct DateNumberBounds {
  int32_t from = 0;
  int32_t to = 0;
  bool Contain(int32_t date) const { return date != 0 && from <= date && date <= to; }
};

DateNumberBounds NumberBoundsOf(const DateRange& range);

}  // namespace afterword
