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
/// transaction of its own.
/// Errors: kInvalidInput if the file is a database but no casebook, or from a newer version (the
/// message says which).
Status BringSchemaUpToDate(Database& database);

}  // namespace afterword
