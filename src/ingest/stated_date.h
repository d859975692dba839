// Dates as reports state them at their head: "6 June 2024", "June 6, 2024", "2024-06-06".
#pragma once

#include <optional>
#include <string_view>

#include "base/date.h"
#include "base/span.h"

namespace afterword {

struct StatedDate {
  Date date;
  Span span;
};

/// The first full date in `text`: day and month in words (English, whole or shortened to three
/// letters) with a four-digit year, or ISO 8601. Absent if there is none; dates of digits alone
/// with slashes or stops are passed over, since their order differs by country.
std::optional<StatedDate> FindStatedDate(std::string_view text);

}  // namespace afterword
