#include "store/schema.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "store/test_readings.h"

namespace afterword {
namespace {

int64_t Number(Database& database, const std::string& sql) {
  return database.Prepare(sql).value().FirstInt().value().value();
}

TEST(Schema, MakesTheTablesInAnEmptyFile) {
  const TestFolder folder;
  Database database = Database::Open(folder / "new.casebook", OpenMode::kCreate).value();
  ASSERT_TRUE(BringSchemaUpToDate(database).ok());
  EXPECT_EQ(Number(database, "PRAGMA application_id"), kApplicationId);
  EXPECT_EQ(Number(database, "PRAGMA user_version"), kSchemaVersion);
  EXPECT_EQ(Number(database, "SELECT count(*) FROM document"), 0);
  EXPECT_EQ(Number(database, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"),
            1);
  // Every table of ours is strict; the index's own are not.
  EXPECT_EQ(Number(database,
                   "SELECT count(*) FROM pragma_table_list WHERE strict = 0 AND type = 'table' AND "
                   "name NOT LIKE 'sqlite_%'"),
            0);
}

TEST(Schema, LeavesACasebookOfTodayAsItIs) {
  const TestFolder folder;
  Database database = Database::Open(folder / "new.casebook", OpenMode::kCreate).value();
  ASSERT_TRUE(BringSchemaUpToDate(database).ok());
  const int64_t before = Number(database, "PRAGMA schema_version");
  ASSERT_TRUE(BringSchemaUpToDate(database).ok());
  EXPECT_EQ(Number(database, "PRAGMA schema_version"), before);
}

struct Refused {
  const char* name;
  OpenMode mode;
  std::string setup;
  const char* message;
};

class SchemaOfAnother : public testing::TestWithParam<Refused> {};

TEST_P(SchemaOfAnother, IsRefusedAndLeftAlone) {
  const TestFolder folder;
  const std::string path = folder / "other.db";
  {
    Database setup = Database::Open(path, OpenMode::kCreate).value();
    ASSERT_TRUE(setup.Execute(GetParam().setup).ok());
  }
  Database database = Database::Open(path, GetParam().mode).value();
  const Status status = BringSchemaUpToDate(database);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kInvalidInput);
  EXPECT_NE(status.error().message.find(GetParam().message), std::string::npos)
      << status.error().message;
  EXPECT_EQ(Number(database, "SELECT count(*) FROM sqlite_schema WHERE name = 'document'"), 0);
  EXPECT_EQ(
      Number(database, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'delete'"),
      1);
}

INSTANTIATE_TEST_SUITE_P(
    Schema, SchemaOfAnother,
    testing::Values(Refused{"AnotherProgramsTables", OpenMode::kReadWrite,
                            "CREATE TABLE songs (title)", "but not a casebook"},
                    Refused{"AnotherProgramsMark", OpenMode::kCreate, "PRAGMA application_id = 7",
                            "but not a casebook"},
                    Refused{"NewerVersion", OpenMode::kReadWrite,
                            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                        kApplicationId, kSchemaVersion + 1),
                            "newer version"},
                    Refused{"NewerVersionToRead", OpenMode::kReadOnly,
                            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                        kApplicationId, kSchemaVersion + 1),
                            "newer version"},
                    Refused{"EmptyToRead", OpenMode::kReadOnly, "VACUUM", "empty"},
                    Refused{"OlderToRead", OpenMode::kReadOnly,
                            fmt::format("PRAGMA application_id = {}; CREATE TABLE older (a)",
                                        kApplicationId),
                            "older version"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Schema, NamesBothVersionsWhenOneIsNewer) {
  const TestFolder folder;
  Database database = Database::Open(folder / "new.casebook", OpenMode::kCreate).value();
  ASSERT_TRUE(BringSchemaUpToDate(database).ok());
  ASSERT_TRUE(database.Execute("PRAGMA user_version = 93").ok());
  const std::string message = BringSchemaUpToDate(database).error().message;
  EXPECT_NE(message.find("casebook version 93"), std::string::npos) << message;
  EXPECT_NE(message.find(fmt::format("up to {}", kSchemaVersion)), std::string::npos) << message;
  EXPECT_NE(message.find("new.casebook"), std::string::npos) << message;
}

}  // namespace
}  // namespace afterword
