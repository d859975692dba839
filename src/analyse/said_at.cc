#include "analyse/said_at.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "text/case_form.h"

namespace afterword {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;

/// How many tokens around the cue belong to it.
constexpr uint32_t kReach = 5;

/// Sunday is 0, January 1; by the first three letters.
std::optional<unsigned> IndexIn(std::string_view word, std::string_view names) {
  if (word.size() < 3) return std::nullopt;
  const size_t found = names.find(Folded(word.substr(0, 3)));
  if (found == std::string_view::npos || found % 3 != 0) return std::nullopt;
  return static_cast<unsigned>(found / 3);
}

sys_days LastWeekday(sys_days published, unsigned index) {
  return published - (weekday(published) - weekday(index));
}

std::optional<unsigned> DayNumber(std::string_view text) {
  unsigned day = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
  const bool whole = end == text.data() + text.size();
  return error == std::errc() && whole && day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
}

class DayFinder {
 public:
  DayFinder(const Reading& reading, Date published)
      : reading_(reading), published_(LastDay(published)) {}

  std::optional<Date> Near(uint32_t cue_begin, uint32_t cue_end) const {
    const TokenRange sentence = reading_.SentenceOf(cue_begin);
    for (uint32_t i = cue_end; i < std::min(sentence.end, cue_end + kReach); ++i) {
      if (Ends(i)) break;
      if (const auto day = DayAt(i)) return day;
    }
    const uint32_t room = std::min(cue_begin - sentence.begin, kReach);
    for (uint32_t i = cue_begin; i > cue_begin - room; --i) {
      if (Ends(i - 1)) break;
      if (const auto day = DayAt(i - 1)) return day;
    }
    return std::nullopt;
  }

 private:
  /// Beyond these another clause begins.
  bool Ends(uint32_t i) const {
    return reading_.IsQuote(i) || reading_.IsText(i, ",") || reading_.IsText(i, ":") ||
           reading_.IsText(i, "that");
  }

  std::optional<Date> DayAt(uint32_t i) const {
    const std::string_view text = reading_.TextOf(i);
    if (reading_.Is(i, word::kWeekday)) {
      const auto index = IndexIn(text, "sunmontuewedthufrisat");
      if (index) return DateFromDays(LastWeekday(published_, *index));
    }
    if (text == "yesterday") return DateFromDays(published_ - days(1));
    if (text == "today") return DateFromDays(published_);
    if (reading_.Is(i, word::kMonth) && reading_.IsCapital(i)) return MonthAndDay(i);
    return std::nullopt;
  }

  /// "June 5" or "5 June", in the year that puts it last before publication.
  std::optional<Date> MonthAndDay(uint32_t i) const {
    const auto month = IndexIn(reading_.TextOf(i), "janfebmaraprmayjunjulaugsepoctnovdec");
    if (!month) return std::nullopt;
    std::optional<unsigned> day;
    if (i + 1 < reading_.size()) day = DayNumber(reading_.TextOf(i + 1));
    if (!day && i > 0) day = DayNumber(reading_.TextOf(i - 1));
    if (!day) return std::nullopt;
    std::chrono::year_month_day date(std::chrono::year_month_day(published_).year(),
                                     std::chrono::month(*month + 1), std::chrono::day(*day));
    if (date.ok() && sys_days(date) > published_) date -= std::chrono::years(1);
    if (!date.ok()) return std::nullopt;
    return DateFromDays(sys_days(date));
  }

  const Reading& reading_;
  sys_days published_;
};

}  // namespace

std::optional<Date> SaidAt(const Reading& reading, const Attribution& attribution,
                           std::optional<Date> published) {
  if (!published || published->day == 0 || attribution.cue.empty()) return std::nullopt;
  const Span cue = attribution.cue.front();
  const uint32_t begin = reading.TokenAt(cue.begin);
  const uint32_t end = reading.TokenAt(attribution.cue.back().end);
  if (begin >= reading.size()) return std::nullopt;
  return DayFinder(reading, *published).Near(begin, end);
}

}  // namespace afterword
