// zstd frames: how texts and original bytes lie in the casebook.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace afterword {

/// One zstd frame that states its content size.
std::string Compress(std::string_view bytes);

/// The content of one frame made by Compress.
/// Errors: kCorrupt if it is none or its content does not check; kLimitExceeded if it states more
/// than `max_bytes`.
Result<std::string> Decompress(std::string_view frame, size_t max_bytes);

}  // namespace afterword
