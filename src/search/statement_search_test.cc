#include "search/statement_search.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>

#include "search/speakers.h"
#include "search/test_casebook.h"

namespace afterword {
namespace {

TestCasebook& TheCasebook() {
  static TestCasebook casebook;
  return casebook;
}

StatementResults Search(const StatementFilter& filter, const Page& page = {},
                        const Summary* summary = nullptr) {
  const Result<Clause> query = QueryFrom(filter);
  EXPECT_TRUE(query.ok()) << query.error().message;
  Result<StatementResults> results =
      SearchStatements(TheCasebook().database(), query.value(), page, summary);
  EXPECT_TRUE(results.ok()) << results.error().message;
  return std::move(results).value();
}

std::string Contents(const StatementResults& results) {
  std::string contents;
  for (const StatementHit& hit : results.hits) contents += hit.content + "; ";
  return contents;
}

constexpr const char* kDeliver = "We will deliver twelve howitzers by August; ";
constexpr const char* kLate = "that the delivery was late; ";
constexpr const char* kNeed = "howitzers would need more shells; ";

struct Case {
  const char* name;
  StatementFilter filter;
  std::string contents;
};

class SearchStatementsTest : public testing::TestWithParam<Case> {};

TEST_P(SearchStatementsTest, Finds) {
  const StatementResults results = Search(GetParam().filter, {.sort = SortBy::kDate});
  EXPECT_EQ(Contents(results), GetParam().contents);
  EXPECT_EQ(results.total, static_cast<int64_t>(results.hits.size()));
}

TEST_P(SearchStatementsTest, FindsTheSameWithASummary) {
  const Summary summary = TheCasebook().MakeSummary();
  EXPECT_EQ(Contents(Search(GetParam().filter, {.sort = SortBy::kDate}, &summary)),
            GetParam().contents);
}

INSTANTIATE_TEST_SUITE_P(
    Filters, SearchStatementsTest,
    testing::Values(Case{"Everything", {}, std::string(kDeliver) + kLate + kNeed},
                    Case{"Speaker", {.speaker = "erdogan"}, std::string(kLate) + kNeed},
                    Case{"About", {.about = "howitzer"}, std::string(kDeliver) + kNeed},
                    Case{"AboutWordsBesideTheStatement", {.about = "vilnius"}, ""},
                    Case{"SpeakerAndAbout", {.speaker = "erdogan", .about = "howitzers"}, kNeed},
                    Case{"Kind", {.kind = "direct"}, kDeliver},
                    Case{"Force", {.force = "deny"}, kLate},
                    Case{"SaidAt", {.from = "2024-06-05", .to = "2024-06-05"}, kDeliver},
                    Case{"PublishedWhereNotSaidWhen",
                         {.from = "2024-05", .to = "2024-05"},
                         std::string(kLate) + kNeed},
                    Case{"PublishedIsNotSaid", {.from = "2024-06-06"}, ""},
                    Case{"QueryOfDocuments", {.query = "publisher:post -force:deny"}, kNeed},
                    Case{"QueryOfWords",
                         {.query = "\"twelve howitzers\" OR late"},
                         std::string(kDeliver) + kLate},
                    Case{"Title", {.query = "title:shells"}, std::string(kLate) + kNeed},
                    Case{"WithinManyKinds", {.query = "-kind:direct organisation:alliance"}, ""},
                    Case{"NotAbout", {.query = "-howitzers"}, kLate}),
    [](const auto& test) { return test.param.name; });

TEST(SearchStatements, RefusesWhatNoStatementCanHave) {
  EXPECT_FALSE(QueryFrom({.kind = "loud"}).ok());
  EXPECT_FALSE(QueryFrom({.force = "loud"}).ok());
  EXPECT_FALSE(QueryFrom({.from = "yesterday"}).ok());
  EXPECT_FALSE(QueryFrom({.from = "2024", .to = "2023"}).ok());
  EXPECT_FALSE(QueryFrom({.speaker = "?"}).ok());
  EXPECT_FALSE(QueryFrom({.about = "(a"}).ok());
}

TEST(SearchStatements, GivesAllThatACitationNeeds) {
  const StatementHit hit = Search({.about = "howitzers", .kind = "direct"}).hits.at(0);
  EXPECT_EQ(hit.document, 1);
  EXPECT_EQ(hit.title, "Summit backs howitzers");
  EXPECT_EQ(hit.publisher, "Bay Gazette");
  EXPECT_EQ(hit.date, "2024-06-06");
  EXPECT_EQ(hit.said_at, "2024-06-05");
  EXPECT_EQ(hit.speaker, "Jana Novak");
  EXPECT_EQ(hit.speaker_kind, "person");
  EXPECT_EQ(hit.source, "Jana Novak");
  EXPECT_EQ(hit.cue, "said");
  EXPECT_EQ(hit.content, "We will deliver twelve howitzers by August");
  EXPECT_EQ(hit.kind, StatementKind::kDirect);
  EXPECT_EQ(hit.force, Force::kPromise);
  EXPECT_EQ(hit.sentence, "“We will deliver twelve howitzers by August,” Jana Novak said.");
  EXPECT_EQ(hit.extent, MakeSpan(39, 101));
  EXPECT_EQ(hit.carriers, 2);
}

TEST(SearchStatements, PagesFitTogether) {
  for (const SortBy sort : {SortBy::kRelevance, SortBy::kDate}) {
    for (const StatementFilter& filter :
         {StatementFilter{}, StatementFilter{.about = "howitzers OR delivery"},
          StatementFilter{.kind = "indirect"}}) {
      std::string pages;
      for (size_t offset = 0; offset < 4; ++offset) {
        pages += Contents(Search(filter, {sort, 1, offset}));
      }
      EXPECT_EQ(pages, Contents(Search(filter, {.sort = sort})));
    }
  }
}

TEST(FindSpeakers, FindsByTheBeginningOfAnyWord) {
  const Summary summary = TheCasebook().MakeSummary();
  const auto names = [&](std::string_view beginning, size_t limit) {
    std::string list;
    for (const Speaker& speaker : FindSpeakers(summary, beginning, limit)) {
      list += fmt::format("{} ({}) {}/{}; ", speaker.name, speaker.kind, speaker.statements,
                          speaker.documents);
    }
    return list;
  };
  const std::string erdogan = "Recep Erdoğan (person) 2/1; ";
  const std::string novak = "Jana Novak (person) 1/1; ";
  EXPECT_EQ(names("", 20), erdogan + novak);
  EXPECT_EQ(names("", 1), erdogan);
  EXPECT_EQ(names("nov", 20), novak);
  EXPECT_EQ(names("JANA N", 20), novak);
  EXPECT_EQ(names("nov jana", 20), "");
  EXPECT_EQ(names("erdog", 20), erdogan);
  EXPECT_EQ(names("northern", 20), "");
}

}  // namespace
}  // namespace afterword
