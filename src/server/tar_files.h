// The files in a tar archive, as `cmake -E tar --format=gnutar` makes it of the built page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace afterword {

struct TarFile {
  /// As archived, without a leading "./".
  std::string name;
  /// In the archive.
  std::string_view bytes;
};

/// Regular files with names of up to 100 bytes, in order; folders are passed over.
/// Errors: kCorrupt.
/// Source: POSIX.1-2017, pax, "ustar Interchange Format".
Result<std::vector<TarFile>> ReadTar(std::string_view archive);

}  // namespace afterword
