#include "base/clock.h"

#include <fmt/core.h>

#include "base/date.h"

namespace afterword {

Clock SystemClock() {
  return [] { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); };
}

std::string ToIso(std::chrono::sys_seconds instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time{instant - day};
  return fmt::format("{}T{:02}:{:02}:{:02}Z", ToIso(DateFromDays(day)), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

}  // namespace afterword
