// What bytes are, told from the bytes: names of files are not believed.
#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"
#include "ingest/item.h"

namespace afterword {

/// Bytes that Sniff looks at, at most.
inline constexpr size_t kSniffBytes = 4096;

/// The format of something that begins with `start`.
/// Errors: kInvalidInput for what is not read, naming it where it is known ("a PDF").
Result<Format> Sniff(std::string_view start);

}  // namespace afterword
