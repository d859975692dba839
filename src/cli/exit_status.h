// What the program's exit status says to a script.
#pragma once

#include "base/result.h"

namespace afterword {

enum ExitStatus : int {
  kAllWell = 0,
  /// Some inputs failed; the rest went on.
  kSomeFailed = 1,
  /// Nothing was done: wrong usage, or every input failed.
  kNothingDone = 2,
  /// The casebook cannot be used: not one, from a newer version, in use, disk full …
  kCasebookUnusable = 3,
  /// Stopped by a signal; what was reported is kept.
  kInterrupted = 130,
};

/// Prints `afterword: MESSAGE` on standard error and gives the status for it.
int Fail(const Error& error, ExitStatus status = kCasebookUnusable);

}  // namespace afterword
