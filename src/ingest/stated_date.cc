#include "ingest/stated_date.h"

#include <re2/re2.h>

#include <array>
#include <string>

namespace afterword {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};

const RE2& Pattern() {
  static const RE2 pattern(
      // 1: ISO; 2-4: day month year; 5-7: month day year.
      R"((?i)\b(?:(\d{4}-\d{2}-\d{2})|)"
      R"((\d{1,2})(?:st|nd|rd|th)? +(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? +(\d{4})|)"
      R"((jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4}))\b)");
  return pattern;
}

/// 1 to 12; `name` is one of the pattern's alternatives in any case.
unsigned MonthNumber(std::string_view name) {
  for (unsigned month = 0; month < kMonths.size(); ++month) {
    const bool same = (name[0] | 0x20) == kMonths[month][0] &&
                      (name[1] | 0x20) == kMonths[month][1] &&
                      (name[2] | 0x20) == kMonths[month][2];
    if (same) return month + 1;
  }
  return 0;
}

std::optional<Date> FromParts(std::string_view year, std::string_view month, std::string_view day) {
  const std::string padded = day.size() == 1 ? "0" + std::string(day) : std::string(day);
  const unsigned number = MonthNumber(month);
  std::string iso(year);
  iso += number < 10 ? "-0" : "-";
  iso += std::to_string(number) + "-" + padded;
  return DateFromIso(iso);
}

}  // namespace

std::optional<StatedDate> FindStatedDate(std::string_view text) {
  std::array<re2::StringPiece, 8> group;
  size_t from = 0;
  while (Pattern().Match(text, from, text.size(), RE2::UNANCHORED, group.data(), 8)) {
    const auto part = [&](size_t i) { return std::string_view(group[i].data(), group[i].size()); };
    const size_t begin = static_cast<size_t>(group[0].data() - text.data());
    std::optional<Date> date;
    if (!group[1].empty()) date = DateFromIso(part(1));
    if (!group[2].empty()) date = FromParts(part(4), part(3), part(2));
    if (!group[5].empty()) date = FromParts(part(7), part(5), part(6));
    if (date) return StatedDate{*date, MakeSpan(begin, begin + group[0].size())};
    from = begin + group[0].size();
  }
  return std::nullopt;
}

}  // namespace afterword
