// A copy of a casebook that may be in use.
#pragma once

#include <string>

#include "store/casebook.h"

namespace afterword {

/// Copies the casebook to `path`, which must not exist; a crash leaves no half copy under that
/// name. Other connections may read and write meanwhile. Errors: kInvalidInput (exists), kIo.
Status BackUp(Casebook& casebook, const std::string& path);

}  // namespace afterword
