// A file or standard input, read forwards with a bounded buffer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace afterword {

/// Owns the descriptor. Errors name the path. Move-only.
class InputFile {
 public:
  /// "-" is standard input. Errors: kNotFound, kIo (no rights, a folder …).
  static Result<InputFile> Open(const std::string& path);
  InputFile(InputFile&& other) noexcept;
  InputFile& operator=(InputFile&& other) noexcept;
  ~InputFile();

  /// Up to `count` bytes that come next, without taking them. Valid until the next call.
  Result<std::string_view> Peek(size_t count);
  /// All that is left. Errors: kLimitExceeded above `max_bytes`.
  Result<std::string> ReadAll(size_t max_bytes);
  /// The next line without its line end; absent at the end of the file. A line above `max_bytes`
  /// is passed over as a whole and gives kLimitExceeded; the next call goes on behind it.
  Result<std::optional<std::string>> ReadLine(size_t max_bytes);

  /// Bytes taken so far.
  uint64_t position() const { return position_; }

 private:
  InputFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
  std::string_view Buffered() const { return std::string_view(buffer_).substr(taken_); }
  void Take(size_t count);
  /// Reads once more into the buffer; false at the end of the file.
  Result<bool> Fill();
  Status SkipLine(size_t already_searched);

  std::string path_;
  int descriptor_ = -1;
  std::string buffer_;
  size_t taken_ = 0;
  uint64_t position_ = 0;
  bool at_end_ = false;
};

}  // namespace afterword
