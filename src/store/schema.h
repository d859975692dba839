// The casebook's tables, and how older ones become today's.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "store/database.h"

namespace afterword {

/// "AfWd": marks a SQLite file as a casebook (PRAGMA application_id).
inline constexpr int32_t kApplicationId = 0x41665764;
/// PRAGMA user_version of a casebook that this program writes.
inline constexpr int64_t kSchemaVersion = 1;

/// Makes the tables in an empty file, or migrates an older casebook step by step, each step in a
/// transaction of its own; then turns on the write-ahead log. A file that is no casebook, and one
/// opened for reading, is only looked at.
/// Errors: kInvalidInput if the file is a database but no casebook, from a newer version (the
/// message says which), or opened for reading and empty or older; kIo.
Status BringSchemaUpToDate(Database& database);

}  // namespace afterword
