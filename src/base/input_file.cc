#include "base/input_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "base/io_error.h"

namespace afterword {
namespace {

constexpr size_t kReadBytes = 1 << 18;

}  // namespace

Result<InputFile> InputFile::Open(const std::string& path) {
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return IoError(path, errno);
  return InputFile(path, descriptor);
}

InputFile::InputFile(InputFile&& other) noexcept { *this = std::move(other); }

InputFile& InputFile::operator=(InputFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(buffer_, other.buffer_);
  std::swap(taken_, other.taken_);
  std::swap(position_, other.position_);
  std::swap(at_end_, other.at_end_);
  return *this;
}

InputFile::~InputFile() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

void InputFile::Take(size_t count) {
  taken_ += count;
  position_ += count;
}

Result<bool> InputFile::Fill() {
  if (at_end_) return false;
  buffer_.erase(0, taken_);
  taken_ = 0;
  const size_t filled = buffer_.size();
  buffer_.resize(filled + std::max(kReadBytes, filled / 2));
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + filled, buffer_.size() - filled);
  } while (got < 0 && errno == EINTR);
  buffer_.resize(filled + static_cast<size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0) return IoError(path_, errno);
  at_end_ = got == 0;
  return got > 0;
}

Result<std::string_view> InputFile::Peek(size_t count) {
  while (Buffered().size() < count && TRY(Fill())) {
  }
  return Buffered().substr(0, count);
}

Result<std::string> InputFile::ReadAll(size_t max_bytes) {
  while (Buffered().size() <= max_bytes && TRY(Fill())) {
  }
  if (Buffered().size() > max_bytes) {
    return Error{ErrorCode::kLimitExceeded, fmt::format("more than {} bytes", max_bytes)};
  }
  std::string all = std::exchange(buffer_, {});
  all.erase(0, std::exchange(taken_, 0));
  position_ += all.size();
  return all;
}

Result<std::optional<std::string>> InputFile::ReadLine(size_t max_bytes) {
  size_t searched = 0;
  while (true) {
    const std::string_view buffered = Buffered();
    if (const size_t stop = buffered.find('\n', searched); stop != std::string_view::npos) {
      std::string line(buffered.substr(0, stop));
      Take(stop + 1);
      if (line.ends_with('\r')) line.pop_back();
      return std::optional(std::move(line));
    }
    searched = buffered.size();
    if (searched > max_bytes) {
      TRY(SkipLine(searched));
      return Error{ErrorCode::kLimitExceeded,
                   fmt::format("a line of more than {} bytes", max_bytes)};
    }
    if (!TRY(Fill())) break;
  }
  if (Buffered().empty()) return std::optional<std::string>();
  std::string line(Buffered());
  Take(line.size());
  return std::optional(std::move(line));
}

Status InputFile::SkipLine(size_t already_searched) {
  Take(already_searched);
  while (TRY(Fill())) {
    const size_t stop = Buffered().find('\n');
    if (stop != std::string_view::npos) {
      Take(stop + 1);
      return Ok();
    }
    Take(Buffered().size());
  }
  return Ok();
}

}  // namespace afterword
