#include "base/file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "base/input_file.h"
#include "base/io_error.h"

namespace afterword {
namespace {

namespace fs = std::filesystem;

/// Owns a file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

bool IsHidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

/// Collects one folder's files, depth first, by name.
class FolderWalk {
 public:
  FolderWalk(const fs::path& top, const std::vector<std::string>& except, FileList& list)
      : top_(top), except_(except), list_(list) {}

  void Visit(const fs::path& folder) {
    std::error_code code;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code)) {
      if (!IsHidden(at->path())) entries.push_back(at->path());
    }
    if (code) list_.unreadable.push_back({folder.native(), code.message()});
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) VisitEntry(entry);
  }

 private:
  void VisitEntry(const fs::path& entry) {
    std::error_code code;
    const bool is_link = fs::is_symlink(fs::symlink_status(entry, code));
    if (is_link && LeadsOut(entry)) return;
    const fs::file_status status = fs::status(entry, code);
    // Linked folders are passed over: they could make a circle.
    if (fs::is_directory(status) && !is_link) Visit(entry);
    if (fs::is_regular_file(status) && !IsExcepted(entry)) {
      list_.files.push_back({entry.native(), fs::file_size(entry, code)});
    }
  }

  bool LeadsOut(const fs::path& link) const {
    std::error_code code;
    const fs::path target = fs::canonical(link, code);
    const fs::path home = fs::canonical(top_, code);
    return code || std::mismatch(home.begin(), home.end(), target.begin(), target.end()).first !=
                       home.end();
  }

  bool IsExcepted(const fs::path& entry) const {
    return std::any_of(except_.begin(), except_.end(), [&](const fs::path& excepted) {
      std::error_code code;
      return excepted.filename() == entry.filename() && fs::equivalent(excepted, entry, code);
    });
  }

  fs::path top_;
  const std::vector<std::string>& except_;
  FileList& list_;
};

Status WriteAll(int descriptor, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return IoError(path, errno);
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return Ok();
}

}  // namespace

Result<std::string> ReadFile(const std::string& path, size_t max_bytes) {
  InputFile file = TRY(InputFile::Open(path));
  return file.ReadAll(max_bytes);
}

Status WriteFile(const std::string& path, std::string_view bytes) {
  const std::string draft = path + ".part";
  {
    const Descriptor file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.number() < 0) return IoError(path, errno);
    TRY(WriteAll(file.number(), path, bytes));
    if (::fsync(file.number()) != 0) return IoError(path, errno);
  }
  if (::rename(draft.c_str(), path.c_str()) != 0) return IoError(path, errno);
  return Ok();
}

FileList ListFiles(const std::vector<std::string>& paths, const std::vector<std::string>& except) {
  FileList list;
  for (const std::string& path : paths) {
    std::error_code code;
    if (path == "-") {
      list.files.push_back({path, 0});
    } else if (const auto status = fs::status(path, code); fs::is_directory(status)) {
      FolderWalk(path, except, list).Visit(path);
    } else if (fs::exists(status)) {
      const uint64_t bytes = fs::is_regular_file(status) ? fs::file_size(path, code) : 0;
      list.files.push_back({path, bytes});
    } else {
      const bool is_absent = status.type() == fs::file_type::not_found;
      list.unreadable.push_back({path, is_absent ? "no such file or folder" : code.message()});
    }
  }
  return list;
}

}  // namespace afterword
