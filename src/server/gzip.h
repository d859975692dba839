#pragma once

#include <string>
#include <string_view>

namespace afterword {

/// `bytes` as one gzip member, as small as zlib can make it.
std::string Gzip(std::string_view bytes);

}  // namespace afterword
