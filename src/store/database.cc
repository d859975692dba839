#include "store/database.h"

#include <fmt/core.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cassert>
#include <cerrno>
#include <system_error>
#include <utility>

namespace afterword {
namespace {

constexpr int kBusyTimeoutMs = 5'000;

// What every connection is set to. Untrusted files are expected: no code in a schema is run, and
// pages are checked as they are read. What was deleted is overwritten.
constexpr const char* kConnectionSettings =
    "PRAGMA trusted_schema = OFF;"
    "PRAGMA cell_size_check = ON;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA synchronous = FULL;";

// Reads the first page, so that a file that is no database is told at once.
constexpr const char* kFirstRead = "SELECT count(*) FROM sqlite_schema";

int Flags(OpenMode mode) {
  switch (mode) {
    case OpenMode::kReadOnly:
      return SQLITE_OPEN_READONLY;
    case OpenMode::kReadWrite:
      return SQLITE_OPEN_READWRITE;
    case OpenMode::kCreate:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

ErrorCode CodeOf(int code) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CONSTRAINT:
      return ErrorCode::kInvalidInput;
    case SQLITE_CORRUPT:
      return ErrorCode::kCorrupt;
    case SQLITE_INTERRUPT:
    case SQLITE_TOOBIG:
      return ErrorCode::kLimitExceeded;
    case SQLITE_FULL:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_IOERR:
      return ErrorCode::kIo;
    default:
      return ErrorCode::kInternal;
  }
}

std::string SystemReason(sqlite3* handle) {
  const int number = sqlite3_system_errno(handle);
  return number == 0 ? sqlite3_errmsg(handle) : std::generic_category().message(number);
}

std::string ReasonOf(sqlite3* handle, int code) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      return "not a casebook, nor any other SQLite database";
    case SQLITE_CORRUPT:
      return fmt::format("damaged: {}", sqlite3_errmsg(handle));
    case SQLITE_INTERRUPT:
      return "stopped";
    case SQLITE_FULL:
      return "the disk is full";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "in use by another program";
    case SQLITE_READONLY:
      return "cannot be written: the file or its folder is read-only";
    case SQLITE_CANTOPEN:
      return fmt::format("cannot be opened: {}", SystemReason(handle));
    case SQLITE_IOERR:
      // Some of SQLite's calls report a full disk so.
      if (sqlite3_system_errno(handle) == ENOSPC) return "the disk is full";
      return fmt::format("cannot be read or written: {}", SystemReason(handle));
    default:
      return sqlite3_errmsg(handle);
  }
}

Error ErrorFrom(sqlite3* handle, int code, std::string_view path) {
  return {CodeOf(code), fmt::format("{}: {}", path, ReasonOf(handle, code))};
}

Error ErrorFrom(sqlite3_stmt* statement, int code) {
  sqlite3* handle = sqlite3_db_handle(statement);
  return ErrorFrom(handle, code, sqlite3_db_filename(handle, "main"));
}

Status CheckPath(const std::string& path, OpenMode mode) {
  if (path.empty()) return Error{ErrorCode::kInvalidInput, "no casebook was named"};
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT && mode == OpenMode::kCreate) return Ok();
    const auto code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kIo;
    return Error{code, fmt::format("{}: {}", path, std::generic_category().message(errno))};
  }
  if (S_ISDIR(status.st_mode)) {
    return Error{ErrorCode::kIo, fmt::format("{}: a folder, not a casebook", path)};
  }
  return Ok();
}

}  // namespace

void Query::Bind(int parameter, int64_t value) {
  [[maybe_unused]] const int code = sqlite3_bind_int64(statement_.get(), parameter, value);
  assert(code == SQLITE_OK);
}

void Query::Bind(int parameter, double value) {
  [[maybe_unused]] const int code = sqlite3_bind_double(statement_.get(), parameter, value);
  assert(code == SQLITE_OK);
}

void Query::Bind(int parameter, std::string_view text) {
  // A null pointer would bind NULL.
  const char* data = text.empty() ? "" : text.data();
  [[maybe_unused]] const int code = sqlite3_bind_text64(statement_.get(), parameter, data,
                                                        text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  assert(code == SQLITE_OK);
}

void Query::BindBlob(int parameter, std::string_view bytes) {
  const char* data = bytes.empty() ? "" : bytes.data();
  [[maybe_unused]] const int code =
      sqlite3_bind_blob64(statement_.get(), parameter, data, bytes.size(), SQLITE_TRANSIENT);
  assert(code == SQLITE_OK);
}

void Query::BindNull(int parameter) {
  [[maybe_unused]] const int code = sqlite3_bind_null(statement_.get(), parameter);
  assert(code == SQLITE_OK);
}

void Query::Bind(int parameter, const std::optional<int64_t>& value) {
  if (value) {
    Bind(parameter, *value);
  } else {
    BindNull(parameter);
  }
}

void Query::BindTextOrNull(int parameter, std::string_view text) {
  if (text.empty()) {
    BindNull(parameter);
  } else {
    Bind(parameter, text);
  }
}

Result<bool> Query::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return ErrorFrom(statement_.get(), code);
}

Status Query::Run() {
  while (true) {
    const Result<bool> row = Step();
    if (row.ok() && row.value()) continue;
    Reset();
    if (!row.ok()) return row.error();
    return Ok();
  }
}

Result<std::optional<int64_t>> Query::FirstInt() {
  const Result<bool> row = Step();
  std::optional<int64_t> value;
  if (row.ok() && row.value() && !IsNull(0)) value = Int(0);
  Reset();
  if (!row.ok()) return row.error();
  return value;
}

// The code of the last step comes back once more; it was reported there.
void Query::Reset() { sqlite3_reset(statement_.get()); }

bool Query::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

int64_t Query::Int(int column) const { return sqlite3_column_int64(statement_.get(), column); }

double Query::Real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string_view Query::Text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data == nullptr ? std::string_view{} : std::string_view{data, static_cast<size_t>(size)};
}

std::string_view Query::Blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return data == nullptr ? std::string_view{} : std::string_view{data, static_cast<size_t>(size)};
}

void Query::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<Database> Database::Open(const std::string& path, OpenMode mode) {
  TRY(CheckPath(path, mode));
  sqlite3* handle = nullptr;
  const int flags = Flags(mode) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
  Database database(handle, path);
  if (handle == nullptr) return Error{ErrorCode::kInternal, "SQLite: out of memory"};
  if (code != SQLITE_OK) return ErrorFrom(handle, code, path);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  TRY(database.Execute(kConnectionSettings));
  TRY(database.Execute(kFirstRead));
  // SQLite opens for reading what it may not write, without a word.
  if (mode != OpenMode::kReadOnly && database.read_only()) {
    return ErrorFrom(handle, SQLITE_READONLY, path);
  }
  return database;
}

Result<Query> Database::Prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      &statement, nullptr);
  if (code != SQLITE_OK) return ErrorFrom(handle_.get(), code, path_);
  return Query(statement);
}

Status Database::Execute(std::string_view sql) {
  const int code = sqlite3_exec(handle_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return ErrorFrom(handle_.get(), code, path_);
  return Ok();
}

int64_t Database::LastInsertId() const { return sqlite3_last_insert_rowid(handle_.get()); }

int64_t Database::Changes() const { return sqlite3_changes64(handle_.get()); }

bool Database::read_only() const { return sqlite3_db_readonly(handle_.get(), "main") == 1; }

// _v2 waits for queries that are still prepared.
void Database::Close::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Result<Transaction> Transaction::Begin(Database& database) {
  TRY(database.Execute("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ == nullptr) return;
  // SQLite itself rolls back after a full disk; then there is nothing left to do.
  if (sqlite3_get_autocommit(database_->handle()) == 0) (void)database_->Execute("ROLLBACK");
}

Status Transaction::Commit() {
  assert(database_ != nullptr);
  TRY(database_->Execute("COMMIT"));
  database_ = nullptr;
  return Ok();
}

Result<Snapshot> Snapshot::Begin(Database& database) {
  TRY(database.Execute("SAVEPOINT snapshot"));
  return Snapshot(database);
}

Snapshot::Snapshot(Snapshot&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Snapshot::~Snapshot() {
  if (database_ != nullptr) (void)database_->Execute("RELEASE snapshot");
}

}  // namespace afterword
