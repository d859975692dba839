// SQLite behind two small types. Only store/ includes sqlite3.h; other modules write SQL and
// read rows through these.
//
//   Query query = TRY(database.Prepare("SELECT id, text FROM document WHERE id = ?"));
//   query.Bind(1, id);
//   while (TRY(query.Step())) Use(query.Int(0), query.Blob(1));
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/digest.h"
#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace afterword {

/// A prepared statement. Parameters count from 1, columns from 0. Views are valid until the next
/// Step, Reset or destruction.
class Query {
 public:
  void Bind(int parameter, int64_t value);
  void Bind(int parameter, double value);
  void Bind(int parameter, std::string_view text);
  void BindBlob(int parameter, std::string_view bytes);
  void BindNull(int parameter);
  void Bind(int parameter, const std::optional<int64_t>& value);
  /// NULL for an empty text.
  void BindTextOrNull(int parameter, std::string_view text);

  /// True while there is a row. Errors: kIo (disk full, busy), kCorrupt, kInvalidInput (a broken
  /// constraint), kLimitExceeded (interrupted).
  Result<bool> Step();
  /// Runs to the end, for statements without rows; then ready to be bound again.
  Status Run();
  /// The first column of the first row, absent without rows; then ready to be bound again.
  Result<std::optional<int64_t>> FirstInt();
  /// Ready for the next run. Bound values stay.
  void Reset();

  bool IsNull(int column) const;
  int64_t Int(int column) const;
  double Real(int column) const;
  std::string_view Text(int column) const;
  std::string_view Blob(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Query(sqlite3_stmt* statement) : statement_(statement) {}
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// The 32 bytes of `digest`, as they are stored.
inline std::string_view Bytes(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}

enum class OpenMode { kReadOnly, kReadWrite, kCreate };

/// One connection; used by one thread at a time. Move-only.
class Database {
 public:
  /// Changes nothing in a file that exists. A writer waits up to 5 s for another.
  /// Errors: kNotFound, kIo (no rights, a folder, in use), kInvalidInput (not a database).
  static Result<Database> Open(const std::string& path, OpenMode mode);

  Result<Query> Prepare(std::string_view sql);
  /// Runs statements without parameters or rows.
  Status Execute(std::string_view sql);
  int64_t LastInsertId() const;
  int64_t Changes() const;
  /// As it was opened: errors name it.
  const std::string& path() const { return path_; }
  bool read_only() const;

  /// For adapters within store/ only (backup).
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  Database(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}
  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

/// BEGIN IMMEDIATE now; rolled back unless committed.
class Transaction {
 public:
  static Result<Transaction> Begin(Database& database);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  /// On an error nothing was written.
  Status Commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

/// What several queries read belongs together: until destruction they see the casebook as it was
/// at the first of them. May be nested, and stand within a transaction.
class Snapshot {
 public:
  static Result<Snapshot> Begin(Database& database);
  Snapshot(Snapshot&& other) noexcept;
  Snapshot& operator=(Snapshot&&) = delete;
  ~Snapshot();

 private:
  explicit Snapshot(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace afterword
