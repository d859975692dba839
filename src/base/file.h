// Whole files and folders: with input_file.h the only door to the disk outside the casebook.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace afterword {

/// Bytes of the file at `path`, or of standard input for "-"; see InputFile for what can go wrong.
Result<std::string> ReadFile(const std::string& path, size_t max_bytes);

/// Replaces `path` by `bytes` in one step: a crash leaves the old file or the new one.
/// Errors: kIo.
Status WriteFile(const std::string& path, std::string_view bytes);

/// What stands under the paths that a person named.
struct FoundFile {
  std::string path;
  uint64_t bytes = 0;
};
struct UnreadablePath {
  std::string path;
  std::string reason;
};
struct FileList {
  std::vector<FoundFile> files;
  std::vector<UnreadablePath> unreadable;
};

/// Files at and below `paths`, in the order of `paths`, then by name. Hidden entries, links that
/// lead out of the named folder, special files and those of `except` are passed over. "-" stands
/// for itself.
FileList ListFiles(const std::vector<std::string>& paths,
                   const std::vector<std::string>& except = {});

}  // namespace afterword
