// Civil dates, at the precision they were stated.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace afterword {

/// A day, a month or a year of the proleptic Gregorian calendar: month and day are 0 where they
/// were not stated. Ordered as written ("2024" < "2024-06" < "2024-06-01").
struct Date {
  int16_t year = 0;
  uint8_t month = 0;
  uint8_t day = 0;
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// "2024-06-06", "2024-06" or "2024".
std::string ToIso(Date date);

/// Reads the date at the start of an ISO 8601 date or date-time ("2024-06-06T11:00:00Z"); the
/// rest is ignored. Absent if it is none, or no day of the calendar.
std::optional<Date> DateFromIso(std::string_view text);

/// First and last day that `date` may mean.
std::chrono::sys_days FirstDay(Date date);
std::chrono::sys_days LastDay(Date date);
Date DateFromDays(std::chrono::sys_days days);

}  // namespace afterword
