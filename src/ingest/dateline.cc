#include "ingest/dateline.h"

#include <re2/re2.h>

#include "ingest/stated_date.h"

namespace afterword {
namespace {

// A place in capitals, perhaps with a state or country in ordinary letters after a comma.
constexpr char kPlace[] =
    R"(((?:\p{Lu}[\p{Lu}'’.\-]+)(?:[ /]\p{Lu}[\p{Lu}'’.\-]*){0,3}(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)??))";
// "6 June 2024", "June 6": what stands between place and agency.
constexpr char kDate[] =
    R"((?:,? +((?:\d{1,2} \p{L}+|\p{L}+\.? \d{1,2}|\d{4}-\d\d-\d\d)(?:,? \d{4})?))?)";
constexpr char kAgency[] = R"((?: *\(([^()\n]{2,60})\))?)";

std::optional<Dateline> Read(const RE2& pattern, std::string_view text) {
  re2::StringPiece place;
  re2::StringPiece date;
  re2::StringPiece agency;
  re2::StringPiece rest(text.data(), text.size());
  if (!RE2::Consume(&rest, pattern, &place, &date, &agency)) return std::nullopt;
  Dateline dateline;
  dateline.place = place.as_string();
  dateline.agency = agency.as_string();
  dateline.length = static_cast<uint32_t>(text.size() - rest.size());
  if (const auto stated = FindStatedDate({date.data(), date.size()})) dateline.date = stated->date;
  return dateline;
}

}  // namespace

std::optional<Dateline> FindDateline(std::string_view paragraph) {
  static const RE2 pattern(std::string(kPlace) + kDate + kAgency + R"( *(?:—|–|--?) +)");
  return Read(pattern, paragraph.substr(0, 200));
}

std::optional<Dateline> ReadDatelineLine(std::string_view line) {
  static const RE2 whole(std::string(kPlace) + kDate + kAgency + R"( *(?:—|–|--?)?$)");
  if (line.size() > 120) return std::nullopt;
  const auto dateline = Read(whole, line);
  if (!dateline || dateline->date || !dateline->agency.empty()) return dateline;
  size_t words = 1;
  for (const char c : dateline->place) words += c == ' ' ? 1 : 0;
  if (words > 3) return std::nullopt;
  return dateline;
}

}  // namespace afterword
