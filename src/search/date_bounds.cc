#include "search/date_bounds.h"

#include <limits>

namespace afterword {
namespace {

/// The shortest form that means the first day of `date`: "2024-06-01" is after "2024-06", which
/// is to count as that day.
Date Shortest(Date date) {
  if (date.day == 1) date.day = 0;
  if (date.day == 0 && date.month == 1) date.month = 0;
  return date;
}

int32_t Number(Date date) { return date.year * 10'000 + date.month * 100 + date.day; }

}  // namespace

DateBounds BoundsOf(const DateRange& range) {
  // '~' is after '-' and all digits: "2024-06~" is after every day of that month.
  constexpr char kAfterAll = '~';
  DateBounds bounds;
  if (range.from) bounds.from = ToIso(Shortest(*range.from));
  if (range.to) bounds.to = ToIso(*range.to);
  bounds.to += kAfterAll;
  return bounds;
}

int32_t DateNumber(std::string_view iso) {
  const std::optional<Date> date = DateFromIso(iso);
  return date ? Number(*date) : 0;
}

DateNumberBounds NumberBoundsOf(const DateRange& range) {
  DateNumberBounds bounds{std::numeric_limits<int32_t>::min(), std::numeric_limits<int32_t>::max()};
  if (range.from) bounds.from = Number(Shortest(*range.from));
  if (range.to) {
    Date last = *range.to;
    if (last.month == 0) last.month = 99;
    if (last.day == 0) last.day = 99;
    bounds.to = Number(last);
  }
  return bounds;
}

}  // namespace afterword
