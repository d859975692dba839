#include "store/database.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "store/test_readings.h"

namespace afterword {
namespace {

using std::string_literals::operator""s;

Database NewDatabase(const TestFolder& folder) {
  Database database = Database::Open(folder / "test.db", OpenMode::kCreate).value();
  EXPECT_TRUE(database.Execute("PRAGMA journal_mode = WAL").ok());
  EXPECT_TRUE(database.Execute("CREATE TABLE t (a, b)").ok());
  return database;
}

int64_t Rows(Database& database) {
  return database.Prepare("SELECT count(*) FROM t").value().FirstInt().value().value();
}

TEST(Query, GivesBackEveryKindOfValue) {
  const TestFolder folder;
  Database database = NewDatabase(folder);
  Query query = database.Prepare("SELECT ?, ?, ?, ?, ?, ?, ?").value();
  query.Bind(1, int64_t{-5});
  query.Bind(2, 0.25);
  query.Bind(3, "zero \0 inside"s);
  query.BindBlob(4, "\xff\x00\xfe"s);
  query.BindNull(5);
  query.Bind(6, std::optional<int64_t>());
  query.BindTextOrNull(7, "");
  ASSERT_TRUE(query.Step().value());
  EXPECT_EQ(query.Int(0), -5);
  EXPECT_EQ(query.Real(1), 0.25);
  EXPECT_EQ(query.Text(2), "zero \0 inside"s);
  EXPECT_EQ(query.Blob(3), "\xff\x00\xfe"s);
  EXPECT_TRUE(query.IsNull(4));
  EXPECT_TRUE(query.IsNull(5));
  EXPECT_TRUE(query.IsNull(6));
  EXPECT_FALSE(query.Step().value());
}

TEST(Query, TellsEmptyFromNull) {
  const TestFolder folder;
  Database database = NewDatabase(folder);
  Query query = database.Prepare("SELECT ?, ?").value();
  query.Bind(1, std::string_view());
  query.BindBlob(2, std::string_view());
  ASSERT_TRUE(query.Step().value());
  EXPECT_FALSE(query.IsNull(0));
  EXPECT_FALSE(query.IsNull(1));
}

TEST(Query, FirstIntIsAbsentWithoutRowsAndCanBeRunAgain) {
  const TestFolder folder;
  Database database = NewDatabase(folder);
  Query query = database.Prepare("SELECT a FROM t WHERE a = ?").value();
  query.Bind(1, int64_t{3});
  EXPECT_EQ(query.FirstInt().value(), std::nullopt);
  ASSERT_TRUE(database.Execute("INSERT INTO t VALUES(3, 4)").ok());
  EXPECT_EQ(query.FirstInt().value(), 3);
}

TEST(Transaction, IsTakenBackUnlessCommitted) {
  const TestFolder folder;
  Database database = NewDatabase(folder);
  {
    Transaction transaction = Transaction::Begin(database).value();
    ASSERT_TRUE(database.Execute("INSERT INTO t VALUES(1, 1)").ok());
  }
  EXPECT_EQ(Rows(database), 0);
  {
    Transaction transaction = Transaction::Begin(database).value();
    ASSERT_TRUE(database.Execute("INSERT INTO t VALUES(1, 1)").ok());
    ASSERT_TRUE(transaction.Commit().ok());
  }
  EXPECT_EQ(Rows(database), 1);
}

TEST(Snapshot, SeesOneStateWhileAnotherWrites) {
  const TestFolder folder;
  Database writer = NewDatabase(folder);
  Database reader = Database::Open(folder / "test.db", OpenMode::kReadOnly).value();
  {
    const Snapshot snapshot = Snapshot::Begin(reader).value();
    EXPECT_EQ(Rows(reader), 0);
    ASSERT_TRUE(writer.Execute("INSERT INTO t VALUES(1, 1)").ok());
    const Snapshot nested = Snapshot::Begin(reader).value();
    EXPECT_EQ(Rows(reader), 0);
  }
  EXPECT_EQ(Rows(reader), 1);
}

TEST(Database, WaitsForAnotherWriterThenSaysSo) {
  const TestFolder folder;
  Database first = NewDatabase(folder);
  Database second = Database::Open(folder / "test.db", OpenMode::kReadWrite).value();
  Transaction transaction = Transaction::Begin(first).value();
  {
    // As opened: it waits while the other is busy, and succeeds.
    std::jthread waiting([&] { EXPECT_TRUE(second.Execute("INSERT INTO t VALUES(2, 2)").ok()); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    ASSERT_TRUE(transaction.Commit().ok());
  }
  EXPECT_EQ(Rows(first), 1);

  Transaction again = Transaction::Begin(first).value();
  ASSERT_TRUE(second.Execute("PRAGMA busy_timeout = 20").ok());
  const auto refused = Transaction::Begin(second);
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kIo);
  EXPECT_NE(refused.error().message.find("in use by another program"), std::string::npos)
      << refused.error().message;
}

TEST(Database, WaitsFiveSecondsForAWriter) {
  const TestFolder folder;
  Database database = NewDatabase(folder);
  EXPECT_EQ(database.Prepare("PRAGMA busy_timeout").value().FirstInt().value(), 5'000);
}

TEST(Database, ReportsBrokenConstraints) {
  const TestFolder folder;
  Database database = NewDatabase(folder);
  ASSERT_TRUE(database.Execute("CREATE TABLE u (a UNIQUE); INSERT INTO u VALUES(1)").ok());
  EXPECT_EQ(database.Execute("INSERT INTO u VALUES(1)").error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(database.Prepare("SELECT nothing").error().code, ErrorCode::kInternal);
}

struct Refused {
  const char* name;
  OpenMode mode;
  std::string (*make)(const TestFolder&);
  ErrorCode code;
  const char* message;
};

class DatabaseOpen : public testing::TestWithParam<Refused> {};

TEST_P(DatabaseOpen, Refuses) {
  const TestFolder folder;
  const std::string path = GetParam().make(folder);
  const auto opened = Database::Open(path, GetParam().mode);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, GetParam().code);
  EXPECT_NE(opened.error().message.find(GetParam().message), std::string::npos)
      << opened.error().message;
}

std::string TextFile(const TestFolder& folder) {
  std::ofstream(folder / "letter.txt") << std::string(5'000, 'x');
  return folder / "letter.txt";
}

INSTANTIATE_TEST_SUITE_P(
    Database, DatabaseOpen,
    testing::Values(Refused{"NoName", OpenMode::kCreate,
                            [](const TestFolder&) { return std::string(); },
                            ErrorCode::kInvalidInput, "no casebook was named"},
                    Refused{"MissingToRead", OpenMode::kReadOnly,
                            [](const TestFolder& folder) { return folder / "none"; },
                            ErrorCode::kNotFound, "No such file"},
                    Refused{"MissingToWrite", OpenMode::kReadWrite,
                            [](const TestFolder& folder) { return folder / "none"; },
                            ErrorCode::kNotFound, "No such file"},
                    Refused{"MissingFolder", OpenMode::kCreate,
                            [](const TestFolder& folder) { return folder / "none/test.db"; },
                            ErrorCode::kIo, "cannot be opened: No such file"},
                    Refused{"Folder", OpenMode::kCreate,
                            [](const TestFolder& folder) { return folder.path().string(); },
                            ErrorCode::kIo, "a folder"},
                    Refused{"TextFile", OpenMode::kCreate, TextFile, ErrorCode::kInvalidInput,
                            "not a casebook"}),
    [](const auto& test) { return std::string(test.param.name); });

/// As somebody whom file rights bind: root, whom they do not, becomes nobody for a while.
class WithoutRights {
 public:
  WithoutRights() : was_root_(::geteuid() == 0) {
    if (was_root_) {
      EXPECT_EQ(::seteuid(65'534), 0);
    }
  }
  ~WithoutRights() {
    if (was_root_) {
      EXPECT_EQ(::seteuid(0), 0);
    }
  }

 private:
  bool was_root_;
};

TEST(Database, SaysWhatMayNotBeWrittenOrRead) {
  using std::filesystem::perms;
  const TestFolder folder;
  {
    Database database = NewDatabase(folder);
  }
  const std::string path = folder / "test.db";
  std::filesystem::permissions(folder.path(), perms::all);
  std::filesystem::permissions(path, perms::owner_read | perms::group_read | perms::others_read);
  {
    const WithoutRights nobody;
    const auto opened = Database::Open(path, OpenMode::kReadWrite);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::kIo);
    EXPECT_NE(opened.error().message.find("read-only"), std::string::npos)
        << opened.error().message;
  }
  std::filesystem::permissions(path, perms::none);
  {
    const WithoutRights nobody;
    const auto opened = Database::Open(path, OpenMode::kReadOnly);
    ASSERT_FALSE(opened.ok());
    EXPECT_NE(opened.error().message.find("Permission denied"), std::string::npos)
        << opened.error().message;
  }
  std::filesystem::permissions(
      folder.path(), perms::all & ~(perms::owner_write | perms::group_write | perms::others_write));
  {
    const WithoutRights nobody;
    const auto opened = Database::Open(folder / "new.db", OpenMode::kCreate);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::kIo);
    EXPECT_NE(opened.error().message.find("cannot be opened"), std::string::npos)
        << opened.error().message;
  }
  std::filesystem::permissions(folder.path(), perms::owner_all);
}

}  // namespace
}  // namespace afterword
