#include "store/backup.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

namespace afterword {
namespace {

namespace fs = std::filesystem;

Error SystemError(const std::string& path) {
  return {ErrorCode::kIo, fmt::format("{}: {}", path, std::generic_category().message(errno))};
}

struct CloseConnection {
  void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};

/// In one step: other connections go on, as each sees its own state of the log, and a step by
/// step copy would begin anew at each of their writes.
Status CopyPages(Database& database, const std::string& path) {
  sqlite3* raw = nullptr;
  const int opened =
      sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  const std::unique_ptr<sqlite3, CloseConnection> copy(raw);
  // No journal: a half copy is thrown away. It is forced to the disk as a whole afterwards.
  const bool ready = opened == SQLITE_OK &&
                     sqlite3_exec(raw, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF",
                                  nullptr, nullptr, nullptr) == SQLITE_OK;
  sqlite3_backup* backup =
      ready ? sqlite3_backup_init(raw, "main", database.handle(), "main") : nullptr;
  if (backup != nullptr) {
    sqlite3_backup_step(backup, -1);
    if (sqlite3_backup_finish(backup) == SQLITE_OK) return Ok();
  }
  return Error{ErrorCode::kIo, fmt::format("{}: {}", path, sqlite3_errmsg(raw))};
}

/// Forces a file's bytes, or a folder's entries, to the disk.
Status Sync(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return SystemError(path);
  const bool synced = ::fsync(descriptor) == 0;
  const Error error = SystemError(path);
  ::close(descriptor);
  if (!synced) return error;
  return Ok();
}

Status CopyInto(Database& database, const std::string& draft, const std::string& path) {
  TRY(CopyPages(database, draft));
  TRY(Sync(draft));
  if (std::rename(draft.c_str(), path.c_str()) != 0) return SystemError(path);
  const fs::path folder = fs::path(path).parent_path();
  return Sync(folder.empty() ? "." : folder.native());
}

}  // namespace

Status BackUp(Casebook& casebook, const std::string& path) {
  std::error_code code;
  if (fs::exists(fs::symlink_status(path, code))) {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("{}: exists already; a backup replaces nothing", path)};
  }
  const std::string draft = path + ".part";
  // One that a crash left behind.
  fs::remove(draft, code);
  const Status copied = CopyInto(casebook.database(), draft, path);
  if (!copied.ok()) fs::remove(draft, code);
  return copied;
}

}  // namespace afterword
