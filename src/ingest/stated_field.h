// Lines that state what a report is rather than tell it: "Published: 6 June 2024",
// "Publisher: Northern Wire", "By Anna Berg".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace afterword {

/// What one line states; one of them.
struct StatedField {
  std::string author;
  std::string publisher;
  std::optional<Date> date;
};

/// Absent if `line` is not such a line as a whole.
std::optional<StatedField> ReadStatedField(std::string_view line);

}  // namespace afterword
