#include "base/date.h"

#include <fmt/core.h>

namespace afterword {
namespace {

using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

std::optional<int> Digits(std::string_view text, size_t begin, size_t count) {
  if (begin + count > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(begin, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool DigitAt(std::string_view text, size_t place) {
  return place < text.size() && text[place] >= '0' && text[place] <= '9';
}

std::chrono::year YearOf(Date date) { return std::chrono::year{date.year}; }

}  // namespace

std::string ToIso(Date date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> DateFromIso(std::string_view text) {
  const auto year = Digits(text, 0, 4);
  if (!year || *year == 0) return std::nullopt;
  Date date{static_cast<int16_t>(*year), 0, 0};
  if (text.size() == 4) return date;
  if (text[4] != '-') return std::nullopt;
  const auto month = Digits(text, 5, 2);
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  date.month = static_cast<uint8_t>(*month);
  if (text.size() == 7) return date;
  if (text[7] != '-') return std::nullopt;
  const auto day = Digits(text, 8, 2);
  if (!day || DigitAt(text, 10)) return std::nullopt;
  date.day = static_cast<uint8_t>(*day);
  const year_month_day calendar{YearOf(date), std::chrono::month{date.month},
                                std::chrono::day{date.day}};
  if (!calendar.ok()) return std::nullopt;
  return date;
}

std::chrono::sys_days FirstDay(Date date) {
  const unsigned month = date.month == 0 ? 1 : date.month;
  const unsigned day = date.day == 0 ? 1 : date.day;
  return year_month_day{YearOf(date), std::chrono::month{month}, std::chrono::day{day}};
}

std::chrono::sys_days LastDay(Date date) {
  if (date.day != 0) return FirstDay(date);
  const unsigned month = date.month == 0 ? 12 : date.month;
  return year_month_day_last{YearOf(date), std::chrono::month_day_last{std::chrono::month{month}}};
}

Date DateFromDays(std::chrono::sys_days days) {
  const year_month_day calendar{days};
  return {static_cast<int16_t>(int{calendar.year()}),
          static_cast<uint8_t>(unsigned{calendar.month()}),
          static_cast<uint8_t>(unsigned{calendar.day()})};
}

}  // namespace afterword
