#include "store/schema.h"

#include <fmt/core.h>

#include <array>
#include <string_view>

#include "embedded/schema_1.h"

namespace afterword {
namespace {

/// Step i makes version i + 1 out of version i. Steps that were released are never changed: a
/// change to the tables is a new step.
using Step = std::string_view (*)();
constexpr std::array<Step, 1> kSteps{&schema_1};
static_assert(kSteps.size() == kSchemaVersion);

/// What a file says it is. All three are 0 in an empty one.
struct Identity {
  int64_t application = 0;
  int64_t version = 0;
  int64_t tables = 0;
};

Result<int64_t> Number(Database& database, std::string_view sql) {
  Query query = TRY(database.Prepare(sql));
  return TRY(query.FirstInt()).value_or(0);
}

Result<Identity> ReadIdentity(Database& database) {
  Identity identity;
  identity.application = TRY(Number(database, "PRAGMA application_id"));
  identity.version = TRY(Number(database, "PRAGMA user_version"));
  identity.tables = TRY(Number(database, "SELECT count(*) FROM sqlite_schema"));
  return identity;
}

bool IsEmpty(const Identity& identity) {
  return identity.application == 0 && identity.version == 0 && identity.tables == 0;
}

Status CheckIdentity(const Identity& identity, const Database& database) {
  const bool is_empty = IsEmpty(identity);
  if (!is_empty && identity.application != kApplicationId) {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("{}: an SQLite database, but not a casebook", database.path())};
  }
  if (identity.version < 0 || identity.version > kSchemaVersion) {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("{}: made by a newer version of this program (casebook version {}; "
                             "this program knows up to {})",
                             database.path(), identity.version, kSchemaVersion)};
  }
  if (database.read_only() && is_empty) {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("{}: empty, not a casebook", database.path())};
  }
  if (database.read_only() && identity.version < kSchemaVersion) {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("{}: made by an older version of this program (casebook version {}, "
                             "not {}); any command that writes to it brings it up to date",
                             database.path(), identity.version, kSchemaVersion)};
  }
  return Ok();
}

Status TakeStep(Database& database, size_t step) {
  Transaction transaction = TRY(Transaction::Begin(database));
  // Another program may have been quicker.
  const Identity identity = TRY(ReadIdentity(database));
  if (identity.version != static_cast<int64_t>(step)) return Ok();
  TRY(database.Execute(kSteps[step]()));
  TRY(database.Execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                   kApplicationId, step + 1)));
  return transaction.Commit();
}

}  // namespace

Status BringSchemaUpToDate(Database& database) {
  const Identity identity = TRY(ReadIdentity(database));
  TRY(CheckIdentity(identity, database));
  if (database.read_only()) return Ok();
  // Compressed articles take 1 to 4 kB: pages of SQLite's default 4 kB would stand half empty.
  if (IsEmpty(identity)) TRY(database.Execute("PRAGMA page_size = 8192"));
  TRY(database.Execute("PRAGMA journal_mode = WAL"));
  for (auto step = static_cast<size_t>(identity.version); step < kSteps.size(); ++step) {
    TRY(TakeStep(database, step));
  }
  return Ok();
}

}  // namespace afterword
