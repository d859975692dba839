// The place, date and agency before a story: "HELSINKI, 6 June 2024 (Northern Wire) —".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace afterword {

struct Dateline {
  /// "HELSINKI", "KYIV, Ukraine": as written.
  std::string place;
  std::optional<Date> date;
  /// "Northern Wire"; empty where none is named.
  std::string agency;
  /// Bytes from the start of the paragraph to the first word of the story.
  uint32_t length = 0;
};

/// The dateline that `paragraph` starts with: a place in capitals, then a date, an agency in
/// brackets, and a dash. Absent if there is none.
std::optional<Dateline> FindDateline(std::string_view paragraph);

/// The dateline that is all of `line`: the same without a dash, or at most three words in
/// capitals.
std::optional<Dateline> ReadDatelineLine(std::string_view line);

}  // namespace afterword
