#include "cli/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>

namespace afterword {
namespace {

constexpr std::chrono::milliseconds kInterval{100};

std::string Duration(double seconds) {
  const auto whole = static_cast<int64_t>(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  return fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

}  // namespace

Progress::Progress(std::string unit)
    : unit_(std::move(unit)),
      is_terminal_(::isatty(STDERR_FILENO) == 1),
      started_(std::chrono::steady_clock::now()),
      last_(started_) {}

Progress::~Progress() { Clear(); }

void Progress::Show(int64_t count, double fraction) {
  const auto now = std::chrono::steady_clock::now();
  if (!is_terminal_ || now - last_ < kInterval) return;
  last_ = now;
  is_shown_ = true;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  std::string line = fmt::format("\r\x1b[K{} {}, {:.0f} a second", count, unit_,
                                 static_cast<double>(count) / seconds);
  if (fraction > 0) {
    const double left = seconds / fraction * (1 - std::min(fraction, 1.0));
    line += fmt::format(", {:.0f} %, {} left", 100 * std::min(fraction, 1.0), Duration(left));
  }
  fmt::print(stderr, "{}", line);
}

void Progress::Clear() {
  if (is_shown_) fmt::print(stderr, "\r\x1b[K");
  is_shown_ = false;
}

}  // namespace afterword
