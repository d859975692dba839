// The only door to the time of day, so that tests can hold it still.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace afterword {

/// Gives the present instant, in UTC.
using Clock = std::function<std::chrono::sys_seconds()>;

Clock SystemClock();

/// "2026-11-24T10:34:22Z".
std::string ToIso(std::chrono::sys_seconds instant);

}  // namespace afterword
