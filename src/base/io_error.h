// Errors of the operating system as errors of ours.
#pragma once

#include <string>

#include "base/result.h"

namespace afterword {

/// "PATH: No such file or directory" for the errno `number`: kNotFound for ENOENT, else kIo.
Error IoError(const std::string& path, int number);

}  // namespace afterword
