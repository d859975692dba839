#include "search/date_bounds.h"

namespace afterword {
namespace {

/// The shortest text that means the first day of `date`: "2024-06-01" is after "2024-06", which
/// is to count as that day.
std::string Shortest(Date date) {
  if (date.day == 1) date.day = 0;
  if (date.day == 0 && date.month == 1) date.month = 0;
  return ToIso(date);
}

}  // namespace

DateBounds BoundsOf(const DateRange& range) {
  // '~' is after '-' and all digits: "2024-06~" is after every day of that month.
  constexpr char kAfterAll = '~';
  DateBounds bounds;
  if (range.from) bounds.from = Shortest(*range.from);
  if (range.to) bounds.to = ToIso(*range.to);
  bounds.to += kAfterAll;
  return bounds;
}

}  // namespace afterword
