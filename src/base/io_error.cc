#include "base/io_error.h"

#include <fmt/core.h>

#include <cerrno>
#include <system_error>

namespace afterword {

Error IoError(const std::string& path, int number) {
  const auto code = number == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
  return {code, fmt::format("{}: {}", path, std::generic_category().message(number))};
}

}  // namespace afterword
