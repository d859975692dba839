// Dates as people write them in any of some fifty languages: "6. Juni 2024", "June 6, 2024",
// "06/06/2024", "2024年6月6日".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/span.h"

namespace afterword {

/// What 03/04/2024 means.
enum class DayMonthOrder : uint8_t { kDayFirst, kMonthFirst };

/// How a page in this language (a tag such as "en-US") writes dates of digits.
DayMonthOrder OrderOfLanguage(std::string_view tag);

struct FoundDate {
  Date date;
  Span span;
};

struct DateTextOptions {
  /// ISO 639-1, for month names that mean different months in different languages; may be empty.
  std::string_view language;
  DayMonthOrder order = DayMonthOrder::kDayFirst;
};

/// The first full date in `text`: a day of the calendar from 1990 to 2099. O(text.size()).
std::optional<FoundDate> FindDateInText(std::string_view text, const DateTextOptions& options);

}  // namespace afterword
