// The head of minutes, hearings and papers: lines, one below the other, that name the body, the
// paper, place and date, and who issues it.
//
//   NORTH SEA PARLIAMENTARY FORUM
//   Hearing on artillery output: extract from the record
//   The Hague, 19 April 2023
//   Published by the Forum Record Office
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace afterword {

enum class LetterheadLine { kTitle, kDate, kPublisher };

struct Letterhead {
  /// What each of the lines is.
  std::vector<LetterheadLine> lines;
  /// The line that names the paper: the last title line above the date, or the one that has it.
  std::string title;
  std::string publisher;
  Date date;
};

/// Absent unless `lines` are two to eight short lines, none of which ends like a sentence, and one
/// states a date.
std::optional<Letterhead> ReadLetterhead(const std::vector<std::string_view>& lines);

}  // namespace afterword
