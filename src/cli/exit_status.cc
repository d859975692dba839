#include "cli/exit_status.h"

#include <fmt/core.h>

#include <cstdio>

namespace afterword {

int Fail(const Error& error, ExitStatus status) {
  fmt::print(stderr, "afterword: {}\n", error.message);
  return status;
}

}  // namespace afterword
