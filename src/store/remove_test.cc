#include "store/remove.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "store/test_readings.h"
#include "store/verify.h"

namespace afterword {
namespace {

const Removal kRemoval{"A. Keeper", "the person asked"};

/// All bytes of the casebook and its log.
std::string FileBytes(const TestFolder& folder) {
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  return bytes;
}

/// Words that stand nowhere else, one in each place where a text leaves traces. They share no
/// beginning, which the index would store once for several.
AnalysedDocument RareReading() {
  AnalysedDocument reading = PlainReading(
      "A qopzuvex fjordlyk arrived. “Wyrmgast now”, Ybbolk Ztrein said.", "kvothan.html");
  Publication& publication = reading.document.publication;
  publication.title = "Xunthrop";
  publication.publisher = "Mbelqua";
  publication.url = "https://uvrelix.example/";
  publication.authors = {"Dwimblet"};
  publication.original = "<p>Hraskune</p>";
  publication.media_type = "text/html";
  const size_t said = reading.document.text.find("Wyrmgast");
  const size_t source = reading.document.text.find("Ybbolk");
  reading.analysis.entities = {
      {"Ybbolk Ztrein", EntityKind::kPerson, {MakeSpan(source, source + 13)}}};
  Statement statement;
  statement.content = {MakeSpan(said, said + 12)};
  statement.source = {MakeSpan(source, source + 13)};
  statement.speaker = 0;
  reading.analysis.statements = {statement};
  return reading;
}

// The index holds them in lower case, shortened to their stems.
constexpr const char* kTraces[] = {"Xunthrop", "Mbelqua",  "uvrelix",  "Dwimblet",
                                   "kvothan",  "Ybbolk",   "qopzuvex", "fjordlyk",
                                   "wyrmgast", "Wyrmgast", "xunthrop", "raskune"};

class RemoveTest : public testing::Test {
 protected:
  RemoveTest() : casebook_(Casebook::Open(Path(), OpenMode::kCreate).value()) {}

  std::string Path() const { return folder_ / "test.casebook"; }

  DocumentId Add(const AnalysedDocument& reading) {
    const std::vector<PackedReading> readings{Pack(reading).value()};
    return casebook_.Add(readings).value().at(0).document;
  }

  void AddRandom(uint32_t seed, int count) {
    RandomReadings random(seed);
    std::vector<PackedReading> readings;
    for (int i = 0; i < count; ++i) readings.push_back(Pack(random.Next()).value());
    ASSERT_TRUE(casebook_.Add(readings).ok());
  }

  int64_t Number(const std::string& sql) {
    return casebook_.database().Prepare(sql).value().FirstInt().value().value();
  }

  void ExpectSound() {
    const Verification verification = Verify(casebook_, {}).value();
    for (const Mismatch& mismatch : verification.mismatches) ADD_FAILURE() << mismatch.what;
    for (const char* table : {"document_words", "statement_words"}) {
      EXPECT_TRUE(casebook_.database()
                      .Execute(fmt::format("INSERT INTO {0}({0}) VALUES('integrity-check')", table))
                      .ok());
    }
  }

  TestFolder folder_;
  Casebook casebook_;
};

TEST_F(RemoveTest, LeavesNoByteOfTheTextInTheFile) {
  AddRandom(1, 40);
  const DocumentId document = Add(RareReading());
  AddRandom(2, 40);
  const std::string before = FileBytes(folder_);
  for (const char* trace : kTraces) {
    EXPECT_NE(before.find(trace), std::string::npos) << trace << " was never there";
  }
  ASSERT_TRUE(Remove(casebook_, document, kRemoval).ok());
  const std::string after = FileBytes(folder_);
  for (const char* trace : kTraces) EXPECT_EQ(after.find(trace), std::string::npos) << trace;
  // It was a casebook's bytes that were searched.
  EXPECT_NE(after.find("Ministry of Ports"), std::string::npos);
  ExpectSound();
}

TEST_F(RemoveTest, TakesItOutOfEveryTable) {
  AddRandom(1, 40);
  const int64_t actors = Number("SELECT count(*) FROM actor");
  const DocumentId document = Add(RareReading());
  AnalysedDocument again = RareReading();
  again.document.publication.title = "Another title";
  EXPECT_EQ(Add(again), document);
  ASSERT_TRUE(Remove(casebook_, document, kRemoval).ok());

  EXPECT_EQ(casebook_.Load(document).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(casebook_.Counts().value().documents, 40);
  EXPECT_EQ(casebook_.Counts().value().removed, 1);
  EXPECT_EQ(Number("SELECT count(*) FROM actor"), actors);
  EXPECT_EQ(Number("SELECT count(*) FROM original WHERE id NOT IN "
                   "(SELECT original FROM publication WHERE original IS NOT NULL)"),
            0);
  EXPECT_EQ(
      Number("SELECT count(*) FROM document_words WHERE document_words MATCH 'title: another'"), 0);
  EXPECT_EQ(Number("SELECT count(*) FROM document_words WHERE document_words MATCH 'fjordlyk'"), 0);
  EXPECT_EQ(Number("SELECT count(*) FROM statement_words WHERE statement_words MATCH 'wyrmgast'"),
            0);
  ExpectSound();
}

TEST_F(RemoveTest, KeepsWhatOtherDocumentsShare) {
  const DocumentId document = Add(RareReading());
  AnalysedDocument other = RareReading();
  other.document.text += " More.";
  other.document.digest = Sha256(other.document.text);
  const DocumentId kept = Add(other);
  ASSERT_TRUE(Remove(casebook_, document, kRemoval).ok());
  EXPECT_EQ(casebook_.Original(kept).value().first, other.document.publication.original);
  EXPECT_EQ(casebook_.Load(kept).value().analysis.entities.at(0).name, "Ybbolk Ztrein");
  EXPECT_EQ(Number("SELECT rowid FROM document_words WHERE document_words MATCH 'fjordlyk'"), kept);
  ExpectSound();
}

TEST_F(RemoveTest, RefusesTheTextFromThenOn) {
  const DocumentId document = Add(RareReading());
  ASSERT_TRUE(Remove(casebook_, document, kRemoval).ok());
  EXPECT_TRUE(casebook_.Knows(RareReading().document.digest).value());
  const std::vector<PackedReading> readings{Pack(RareReading()).value(),
                                            Pack(QuotingReading()).value()};
  const std::vector<Added> added = casebook_.Add(readings).value();
  EXPECT_EQ(added[0].as, AddedAs::kRemoved);
  EXPECT_EQ(added[0].document, 0);
  EXPECT_EQ(added[1].as, AddedAs::kText);
  // Its number is not given to another, so that what cited it does not cite that.
  EXPECT_GT(added[1].document, document);
  EXPECT_EQ(casebook_.Counts().value().documents, 1);
}

TEST_F(RemoveTest, SaysWhoWhenAndWhy) {
  const DocumentId document = Add(RareReading());
  ASSERT_TRUE(Remove(casebook_, document, kRemoval).ok());
  Query row = casebook_.database()
                  .Prepare("SELECT removed_by, reason, removed_at, erased FROM tombstone")
                  .value();
  ASSERT_TRUE(row.Step().value());
  EXPECT_EQ(row.Text(0), kRemoval.removed_by);
  EXPECT_EQ(row.Text(1), kRemoval.reason);
  EXPECT_EQ(row.Text(2).size(), std::string("2026-11-24T10:34:22Z").size());
  EXPECT_EQ(row.Int(3), 1);
}

TEST_F(RemoveTest, NeedsADocumentANameAndAReason) {
  const DocumentId document = Add(RareReading());
  EXPECT_EQ(Remove(casebook_, document + 1, kRemoval).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Remove(casebook_, document, {"", "why"}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(Remove(casebook_, document, {"who", ""}).error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(casebook_.Counts().value().removed, 0);
  EXPECT_TRUE(casebook_.Load(document).ok());
}

TEST_F(RemoveTest, IsFinishedAtTheNextOpeningIfAReaderStoodInTheWay) {
  const DocumentId document = Add(RareReading());
  {
    Casebook reader = Casebook::Open(Path(), OpenMode::kReadOnly).value();
    const Snapshot snapshot = Snapshot::Begin(reader.database()).value();
    ASSERT_TRUE(reader.Load(document).ok());
    ASSERT_TRUE(casebook_.database().Execute("PRAGMA busy_timeout = 20").ok());
    const Status removed = Remove(casebook_, document, kRemoval);
    ASSERT_FALSE(removed.ok());
    EXPECT_EQ(removed.error().code, ErrorCode::kIo);
    EXPECT_NE(removed.error().message.find("not yet out of the file"), std::string::npos)
        << removed.error().message;
    EXPECT_EQ(casebook_.Load(document).error().code, ErrorCode::kNotFound);
    EXPECT_NE(FileBytes(folder_).find("Xunthrop"), std::string::npos);
  }
  Casebook opened = Casebook::Open(Path(), OpenMode::kReadWrite).value();
  const std::string after = FileBytes(folder_);
  for (const char* trace : kTraces) EXPECT_EQ(after.find(trace), std::string::npos) << trace;
  EXPECT_EQ(Number("SELECT erased FROM tombstone"), 1);
}

}  // namespace
}  // namespace afterword
