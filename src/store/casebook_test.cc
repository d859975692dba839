#include "store/casebook.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "record/json.h"
#include "store/test_readings.h"

namespace afterword {
namespace {

Casebook NewCasebook(const TestFolder& folder) {
  return Casebook::Open(folder / "test.casebook", OpenMode::kCreate).value();
}

Added AddOne(Casebook& casebook, AnalysedDocument reading) {
  const std::vector<PackedReading> readings{Pack(std::move(reading)).value()};
  return casebook.Add(readings).value().at(0);
}

/// Every field that a casebook keeps, as one text.
std::string Everything(const Document& document, const Analysis& analysis) {
  return boost::json::serialize(ToJson(document, analysis)) + " " + document.publication.media_type;
}

TEST(Casebook, GivesBackWhatWentIn) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  RandomReadings readings(20);
  for (int i = 0; i < 300; ++i) {
    const AnalysedDocument reading = readings.Next();
    const Added added = AddOne(casebook, reading);
    ASSERT_EQ(added.as, AddedAs::kText) << i;
    const StoredDocument stored = casebook.Load(added.document).value();
    EXPECT_EQ(Everything(stored.document, stored.analysis),
              Everything(reading.document, reading.analysis));
    EXPECT_EQ(stored.statement_ids.size(), reading.analysis.statements.size());
    const auto& publication = reading.document.publication;
    EXPECT_EQ(casebook.Original(added.document).value().first,
              publication.original.empty() ? reading.document.text : publication.original);
  }
}

TEST(Casebook, KeepsATextOnceAndEachOfItsPublications) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  AnalysedDocument later = QuotingReading();
  later.document.publication.published = Date{2025, 3, 10};
  later.document.publication.publisher = "Courier";
  AnalysedDocument undated = QuotingReading();
  undated.document.publication.published.reset();

  const Added undated_added = AddOne(casebook, undated);
  EXPECT_EQ(undated_added.as, AddedAs::kText);
  const Added later_added = AddOne(casebook, later);
  EXPECT_EQ(later_added.as, AddedAs::kPublication);
  EXPECT_EQ(later_added.document, undated_added.document);
  EXPECT_EQ(AddOne(casebook, QuotingReading()).as, AddedAs::kPublication);
  EXPECT_EQ(AddOne(casebook, QuotingReading()).as, AddedAs::kNothing);
  EXPECT_EQ(AddOne(casebook, undated).as, AddedAs::kNothing);

  const StoredDocument stored = casebook.Load(undated_added.document).value();
  ASSERT_EQ(stored.publications.size(), 3u);
  EXPECT_EQ(stored.publications[0].published, (Date{2025, 3, 9}));
  EXPECT_EQ(stored.publications[1].publisher, "Courier");
  EXPECT_EQ(stored.publications[2].published, std::nullopt);
  EXPECT_EQ(stored.document.publication.published, (Date{2025, 3, 9}));
  const CasebookCounts counts = casebook.Counts().value();
  EXPECT_EQ(counts.documents, 1);
  EXPECT_EQ(counts.publications, 3);
  EXPECT_EQ(counts.statements, 1);
}

TEST(Casebook, KeepsTextsApartThatAppearedUnderTheSameWords) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  const Added first = AddOne(casebook, PlainReading("First edition.", "news.txt"));
  const Added second = AddOne(casebook, PlainReading("Second edition.", "news.txt"));
  EXPECT_EQ(second.as, AddedAs::kText);
  EXPECT_NE(second.document, first.document);
  EXPECT_EQ(casebook.Counts().value().publications, 2);
}

TEST(Casebook, KeepsATextOnceWithinOneBatch) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  AnalysedDocument other = QuotingReading();
  other.document.publication.publisher = "Courier";
  std::vector<PackedReading> readings;
  for (const AnalysedDocument& reading : {QuotingReading(), other, QuotingReading()}) {
    readings.push_back(Pack(reading).value());
  }
  const std::vector<Added> added = casebook.Add(readings).value();
  EXPECT_EQ(added[0].as, AddedAs::kText);
  EXPECT_EQ(added[1].as, AddedAs::kPublication);
  EXPECT_EQ(added[2].as, AddedAs::kNothing);
  EXPECT_EQ(added[2].document, added[0].document);
}

TEST(Casebook, RemembersFailuresUntilTheAddressIsRead) {
  const TestFolder folder;
  Casebook casebook = Casebook::Open(folder / "test.casebook", OpenMode::kCreate, [] {
                        return std::chrono::sys_seconds(std::chrono::seconds(0));
                      }).value();
  const std::vector<UnreadInput> first{{"port.txt", "empty"}, {"b.txt", "not a text"}};
  const std::vector<UnreadInput> second{{"port.txt", "no rights"}};
  ASSERT_TRUE(casebook.Add({}, first).ok());
  ASSERT_TRUE(casebook.Add({}, second).ok());
  std::vector<Failure> failures = casebook.Failures().value();
  ASSERT_EQ(failures.size(), 2u);
  EXPECT_EQ(failures[0].address, "port.txt");
  EXPECT_EQ(failures[0].reason, "no rights");
  EXPECT_EQ(failures[0].failed_at, "1970-01-01T00:00:00Z");

  AddOne(casebook, QuotingReading());
  failures = casebook.Failures().value();
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0].address, "b.txt");
  EXPECT_EQ(casebook.Counts().value().failures, 1);
}

TEST(Casebook, SharesActorsOfOneNameAndKind) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  AddOne(casebook, QuotingReading());
  AnalysedDocument same_name = QuotingReading();
  same_name.document.text += " Again.";
  same_name.document.digest = Sha256(same_name.document.text);
  AddOne(casebook, same_name);
  AnalysedDocument same_name_other_kind = same_name;
  same_name_other_kind.document.text += " And again.";
  same_name_other_kind.document.digest = Sha256(same_name_other_kind.document.text);
  same_name_other_kind.analysis.entities[0].kind = EntityKind::kPlace;
  AddOne(casebook, same_name_other_kind);
  Query actors = casebook.database().Prepare("SELECT count(*) FROM actor").value();
  EXPECT_EQ(actors.FirstInt().value(), 2);
}

TEST(Casebook, KnowsTextsByTheirDigests) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  const AnalysedDocument reading = QuotingReading();
  EXPECT_FALSE(casebook.Knows(reading.document.digest).value());
  AddOne(casebook, reading);
  EXPECT_TRUE(casebook.Knows(reading.document.digest).value());
  EXPECT_FALSE(casebook.Knows(Sha256("another")).value());
}

/// Ids of documents that the index finds for `words`, in order: "1 2".
std::string Found(Casebook& casebook, const std::string& words) {
  Query query = casebook.database()
                    .Prepare(
                        "SELECT rowid FROM document_words WHERE document_words MATCH ? "
                        "ORDER BY rowid")
                    .value();
  query.Bind(1, words);
  std::string found;
  while (query.Step().value()) found += (found.empty() ? "" : " ") + std::to_string(query.Int(0));
  return found;
}

TEST(Casebook, IndexesTextTitlesAndStatements) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  AddOne(casebook, QuotingReading());
  AddOne(casebook, PlainReading("Ports were opening elsewhere.", "b.txt"));
  EXPECT_EQ(Found(casebook, "ports"), "1 2");
  EXPECT_EQ(Found(casebook, "\"port is open\""), "1");
  EXPECT_EQ(Found(casebook, "title: harbour"), "1");
  EXPECT_EQ(Found(casebook, "text: harbour"), "");
  Query statements =
      casebook.database()
          .Prepare("SELECT rowid FROM statement_words WHERE statement_words MATCH 'open'")
          .value();
  EXPECT_EQ(statements.FirstInt().value(), casebook.Load(1).value().statement_ids.at(0));
}

TEST(Casebook, IndexesEveryTitleATextAppearedUnder) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  AddOne(casebook, QuotingReading());
  std::vector<PackedReading> readings;
  for (const char* title : {"Quayside opens", "Harbour news", "Pier reopened"}) {
    AnalysedDocument reading = QuotingReading();
    reading.document.publication.publisher = "Courier";
    reading.document.publication.title = title;
    readings.push_back(Pack(reading).value());
  }
  readings.push_back(Pack(PlainReading("Something else.")).value());
  ASSERT_TRUE(casebook.Add(readings).ok());
  EXPECT_EQ(Found(casebook, "title: harbour"), "1");
  EXPECT_EQ(Found(casebook, "title: quayside"), "1");
  EXPECT_EQ(Found(casebook, "title: pier"), "1");
  EXPECT_EQ(Found(casebook, "lind"), "1");
  EXPECT_TRUE(casebook.database()
                  .Execute("INSERT INTO document_words(document_words) VALUES('integrity-check')")
                  .ok());
}

TEST(Casebook, FindsWhatAPersonNames) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  const DocumentId first = AddOne(casebook, PlainReading("one", "20240606")).document;
  const DocumentId second = AddOne(casebook, PlainReading("two", "both")).document;
  const DocumentId third = AddOne(casebook, PlainReading("three", "both")).document;
  const std::string digest = ToHex(Sha256("two"));

  EXPECT_EQ(casebook.Find(std::to_string(second)).value(), second);
  EXPECT_EQ(casebook.Find("20240606").value(), first);
  EXPECT_EQ(casebook.Find(digest).value(), second);
  EXPECT_EQ(casebook.Find(digest.substr(0, 8)).value(), second);
  EXPECT_EQ(casebook.Find(digest.substr(0, 9)).value(), second);
  EXPECT_EQ(casebook.Find(digest.substr(0, 7)).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(casebook.Find("").error().code, ErrorCode::kNotFound);
  const Error several = casebook.Find("both").error();
  EXPECT_EQ(several.code, ErrorCode::kInvalidInput);
  EXPECT_NE(several.message.find(std::to_string(second) + ", " + std::to_string(third)),
            std::string::npos)
      << several.message;
  EXPECT_EQ(casebook.DocumentOf(1).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(casebook.Load(99).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(casebook.Original(99).error().code, ErrorCode::kNotFound);
}

TEST(Casebook, FindsTheDocumentOfAStatement) {
  const TestFolder folder;
  Casebook casebook = NewCasebook(folder);
  AddOne(casebook, PlainReading("one"));
  const DocumentId document = AddOne(casebook, QuotingReading()).document;
  const StoredDocument stored = casebook.Load(document).value();
  EXPECT_EQ(casebook.DocumentOf(stored.statement_ids.at(0)).value(), document);
}

}  // namespace
}  // namespace afterword
