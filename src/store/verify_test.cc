#include "store/verify.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "store/test_readings.h"

namespace afterword {
namespace {

/// One document that quotes, and one that came as other bytes.
Casebook SampleCasebook(const TestFolder& folder) {
  Casebook casebook = Casebook::Open(folder / "test.casebook", OpenMode::kCreate).value();
  AnalysedDocument page = PlainReading("A page.", "page.html");
  page.document.publication.original = "<p>A page.</p>";
  const std::vector<PackedReading> readings{Pack(QuotingReading()).value(), Pack(page).value()};
  EXPECT_TRUE(casebook.Add(readings).ok());
  return casebook;
}

/// "document 1 statement 1: what", a line each.
std::string Dump(const Verification& verification) {
  std::string lines;
  for (const Mismatch& mismatch : verification.mismatches) {
    lines += fmt::format("document {}", mismatch.document);
    if (mismatch.statement) lines += fmt::format(" statement {}", *mismatch.statement);
    lines += fmt::format(": {}\n", mismatch.what);
  }
  return lines;
}

TEST(Verify, FindsNothingInASoundCasebook) {
  const TestFolder folder;
  Casebook casebook = SampleCasebook(folder);
  RandomReadings random(3);
  std::vector<PackedReading> readings;
  for (int i = 0; i < 50; ++i) readings.push_back(Pack(random.Next()).value());
  ASSERT_TRUE(casebook.Add(readings).ok());

  std::vector<std::pair<int64_t, int64_t>> steps;
  const Verification verification =
      Verify(casebook, [&](int64_t done, int64_t all) { steps.emplace_back(done, all); }).value();
  const CasebookCounts counts = casebook.Counts().value();
  EXPECT_EQ(Dump(verification), "");
  EXPECT_EQ(verification.documents, counts.documents);
  EXPECT_EQ(verification.statements, counts.statements);
  ASSERT_EQ(steps.size(), static_cast<size_t>(counts.documents));
  EXPECT_EQ(steps.back(), (std::pair{counts.documents, counts.documents}));
}

struct Tampered {
  const char* name;
  const char* sql;
  const char* expected;
};

class VerifyOfTamperedRows : public testing::TestWithParam<Tampered> {};

TEST_P(VerifyOfTamperedRows, NamesThem) {
  const TestFolder folder;
  Casebook casebook = SampleCasebook(folder);
  ASSERT_TRUE(casebook.database().Execute("PRAGMA foreign_keys = OFF").ok());
  ASSERT_TRUE(casebook.database().Execute(GetParam().sql).ok());
  EXPECT_EQ(Dump(Verify(casebook, {}).value()), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Verify, VerifyOfTamperedRows,
    testing::Values(
        Tampered{"Digest", "UPDATE document SET digest = zeroblob(32) WHERE id = 1",
                 "document 1: the text does not match its digest\n"},
        Tampered{"DigestOfOtherSize", "UPDATE document SET digest = x'00' WHERE id = 1",
                 "document 1: the digest is damaged\n"},
        Tampered{"Text", "UPDATE document SET text = x'00' WHERE id = 2",
                 "document 2: stored bytes are not a zstd frame with a stated size\n"},
        Tampered{"Layout", "UPDATE document SET layout = x'0105' WHERE id = 2",
                 "document 2: packed spans do not read\n"},
        Tampered{"Original", "UPDATE original SET digest = zeroblob(32)",
                 "document 2: original: its bytes do not match its digest\n"},
        Tampered{"OriginalBytes", "UPDATE original SET bytes = x'00'",
                 "document 2: original: stored bytes are not a zstd frame with a stated size\n"},
        Tampered{"Quotation", "UPDATE statement SET quotation = zeroblob(16)",
                 "document 1 statement 1: the words recorded are not “The port is open”\n"},
        Tampered{"Content",
                 // Base 3; no source, no cue; content of one span of 8 bytes.
                 "UPDATE statement SET spans = x'01030000010008'",
                 "document 1 statement 1: the words recorded are not “The port”\n"},
        Tampered{"ContentWithinACharacter", "UPDATE statement SET spans = x'01010000010002'",
                 "document 1 statement 1: span 1..3 lies within a character\n"
                 "document 1 statement 1: the words recorded are not “\x80\x9c”\n"},
        Tampered{"Speaker",
                 "INSERT INTO actor(name, kind) VALUES('Another', 'person');"
                 "UPDATE statement SET speaker = (SELECT max(id) FROM actor)",
                 "document 1 statement 1: the speaker is not the one in the document\n"},
        Tampered{"SpeakerWithoutEntity", "UPDATE statement SET speaker_ordinal = 5",
                 "document 1: a statement's speaker is damaged\n"},
        Tampered{"Date", "UPDATE publication SET published = 'soon' WHERE document = 2",
                 "document 2: a date is damaged\n"},
        Tampered{"Authors", "UPDATE publication SET authors = '[1]' WHERE document = 2",
                 "document 2: the list of authors is damaged\n"},
        Tampered{"NoPublication", "DELETE FROM publication WHERE document = 1",
                 "document 1: the list of publications is damaged\n"},
        Tampered{"IndexRow",
                 "INSERT INTO statement_words(statement_words, rowid, content) "
                 "VALUES('delete', 1, 'The port is open')",
                 "document 1 statement 1: is not in the index\n"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace afterword
