#include "search/document_search.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>

#include "search/query_parser.h"
#include "search/test_casebook.h"

namespace afterword {
namespace {

TestCasebook& TheCasebook() {
  static TestCasebook casebook;
  return casebook;
}

DocumentResults Search(const char* query, const Page& page = {}, const Summary* summary = nullptr) {
  const Result<Clause> parsed = ParseQuery(query);
  EXPECT_TRUE(parsed.ok()) << query << ": " << parsed.error().message;
  Result<DocumentResults> results =
      SearchDocuments(TheCasebook().database(), parsed.value(), page, summary);
  EXPECT_TRUE(results.ok()) << query << ": " << results.error().message;
  return std::move(results).value();
}

std::string Ids(const DocumentResults& results) {
  std::string ids;
  for (const DocumentHit& hit : results.hits) ids += fmt::format("{} ", hit.document);
  return ids;
}

struct Case {
  const char* query;
  /// Newest first.
  const char* documents;
};

class SearchDocumentsTest : public testing::TestWithParam<Case> {};

TEST_P(SearchDocumentsTest, Finds) {
  const DocumentResults results = Search(GetParam().query, {.sort = SortBy::kDate});
  EXPECT_EQ(Ids(results), GetParam().documents) << GetParam().query;
  EXPECT_EQ(results.total, static_cast<int64_t>(results.hits.size()));
}

TEST_P(SearchDocumentsTest, FindsTheSameWithASummary) {
  const Summary summary = TheCasebook().MakeSummary();
  const DocumentResults results = Search(GetParam().query, {.sort = SortBy::kDate}, &summary);
  EXPECT_EQ(Ids(results), GetParam().documents) << GetParam().query;
}

INSTANTIATE_TEST_SUITE_P(
    Queries, SearchDocumentsTest,
    testing::Values(
        Case{"", "1 2 3 4 "}, Case{"howitzers", "1 2 "}, Case{"HOWITZER", "1 2 "},
        Case{"delivers", "1 "}, Case{"delivery", "1 2 "}, Case{"howitzers shells", "2 "},
        Case{"\"air defence\"", "3 "}, Case{"\"defence air\"", ""}, Case{"air-defence", "3 "},
        Case{"exercise OR shells", "2 3 "}, Case{"howitzers -shells", "1 "},
        Case{"-howitzers", "3 4 "}, Case{"-howitzers -haubitzen", "3 "},
        Case{"August (vilnius OR exercise)", "1 3 "}, Case{"-(vilnius OR exercise)", "2 4 "},
        Case{"shells near/3 march", "2 "}, Case{"shells near/1 march", ""},
        Case{"ubergeben lodz", ""}, Case{"\u00FCbergeben", "4 "}, Case{"ubergeben", "4 "},
        // Fields.
        Case{"speaker:novak", "1 "}, Case{"speaker:\"jana novak\"", "1 "},
        Case{"speaker:\"novak jana\"", "1 "}, Case{"speaker:nova", ""},
        Case{"speaker:erdogan", "2 "}, Case{"speaker:Erdo\u011Fan", "2 "},
        Case{"speaker:alliance", ""}, Case{"organisation:alliance", "1 "},
        Case{"organisation:novak", ""}, Case{"publisher:gazette", "1 3 "},
        Case{"publisher:wire", "1 "}, Case{"publisher:\"bay gazette\" exercise", "3 "},
        Case{"language:de", "4 "}, Case{"Language:DE", "4 "}, Case{"kind:direct", "1 "},
        Case{"kind:indirect", "2 "}, Case{"force:promise", "1 "}, Case{"force:urge", ""},
        Case{"title:late", "2 "}, Case{"title:vilnius", ""}, Case{"id:2", "2 "},
        Case{"id:wire-17", "1 "}, Case{"id:99", ""}, Case{"-language:en", "4 "},
        Case{"-speaker:novak shells", "2 "}, Case{"speaker:novak OR language:de", "1 4 "},
        Case{"shells OR publisher:wire", "1 2 "},
        Case{"(shells -speaker:novak) OR kind:direct", "1 2 "},
        // Dates: a document has those of all its publications.
        Case{"date:2024", "1 2 "}, Case{"date:2024-06", "1 "}, Case{"date:2024-07-01", "1 "},
        Case{"date:2024-05..2024-06-05", "2 "}, Case{"date:..2023", "3 "},
        Case{"date:2023-11-01..2023-11-10", "3 "}, Case{"date:2023-11-02..2023-11-10", ""},
        Case{"date:2024-05-21..", "1 "}, Case{"-date:2024", "3 4 "}));

TEST(SearchDocuments, PutsATitleFirst) {
  // "shells" is in the title and text of 2, "howitzers" in the title of 1 and the text of both.
  EXPECT_EQ(Ids(Search("howitzers")), "1 2 ");
  EXPECT_EQ(Ids(Search("late OR howitzers")), "2 1 ");
}

TEST(SearchDocuments, PagesFitTogether) {
  for (const SortBy sort : {SortBy::kRelevance, SortBy::kDate}) {
    for (const char* query : {"", "delivery", "-haubitzen", "kind:direct OR kind:indirect"}) {
      const std::string all = Ids(Search(query, {.sort = sort}));
      std::string pages;
      for (size_t offset = 0; offset < 5; ++offset) {
        const DocumentResults page = Search(query, {sort, 1, offset});
        EXPECT_EQ(page.total, Search(query).total);
        pages += Ids(page);
      }
      EXPECT_EQ(pages, all) << query;
    }
  }
}

TEST(SearchDocuments, TellsWhereAndWhenADocumentAppearedFirst) {
  const DocumentHit hit = Search("vilnius").hits.at(0);
  EXPECT_EQ(hit.title, "Summit backs howitzers");
  EXPECT_EQ(hit.publisher, "Bay Gazette");
  EXPECT_EQ(hit.date, "2024-06-06");
  EXPECT_EQ(hit.language, "en");
  EXPECT_EQ(hit.publications, 2);
  EXPECT_EQ(hit.statements, 1);
}

TEST(SearchDocuments, ShowsTheSentenceThatAnswers) {
  const MarkedSentence sentence = Search("deliver howitzer").hits.at(0).sentence;
  EXPECT_EQ(sentence.text, "“We will deliver twelve howitzers by August,” Jana Novak said.");
  ASSERT_EQ(sentence.matches.size(), 2u);
  EXPECT_EQ(Slice(sentence.text, sentence.matches[0]), "deliver");
  EXPECT_EQ(Slice(sentence.text, sentence.matches[1]), "howitzers");
  EXPECT_EQ(sentence.span.begin, 36u);
}

TEST(SearchDocuments, ShowsTheFirstSentenceWhereNoWordsWereAskedFor) {
  const MarkedSentence sentence = Search("speaker:novak").hits.at(0).sentence;
  EXPECT_EQ(sentence.text, "Ministers met in Vilnius for a day.");
  EXPECT_TRUE(sentence.matches.empty());
}

TEST(SearchDocuments, AgreesWithItselfOnRandomQueries) {
  constexpr const char* kPieces[] = {"howitzers",
                                     "shells",
                                     "delivery",
                                     "august",
                                     "\"air defence\"",
                                     "zeppelin",
                                     "OR",
                                     "OR",
                                     "AND",
                                     "-",
                                     "(",
                                     ")",
                                     "near/3",
                                     "speaker:novak",
                                     "kind:direct",
                                     "date:2024",
                                     "language:de",
                                     "title:late",
                                     "publisher:gazette",
                                     "\"",
                                     "\u2013",
                                     "organisation:alliance",
                                     "force:deny",
                                     "id:2"};
  const Summary summary = TheCasebook().MakeSummary();
  std::mt19937 random(20240606);
  int understood = 0;
  for (int i = 0; i < 3'000; ++i) {
    std::string typed;
    for (size_t pieces = 1 + random() % 8; pieces > 0; --pieces) {
      typed += kPieces[random() % std::size(kPieces)];
      if (random() % 4 > 0 && !typed.ends_with('-')) typed += ' ';
    }
    const Result<Clause> query = ParseQuery(typed);
    if (!query.ok()) continue;
    ++understood;
    const Result<Clause> again = ParseQuery(ToText(query.value()));
    ASSERT_TRUE(again.ok()) << typed << ": " << ToText(query.value());
    EXPECT_EQ(again.value(), query.value()) << typed;
    const std::string plain = Ids(Search(typed.c_str()));
    EXPECT_EQ(Ids(Search(typed.c_str(), {}, &summary)), plain) << typed;
    // What is not found is what its negation finds.
    const Result<Clause> all = ParseQuery("-(" + ToText(query.value()) + ")");
    if (!all.ok() || plain.empty()) continue;
    const auto rest = SearchDocuments(TheCasebook().database(), all.value(), {});
    EXPECT_EQ(
        rest.value().hits.size() + static_cast<size_t>(std::count(plain.begin(), plain.end(), ' ')),
        4u)
        << typed;
  }
  EXPECT_GT(understood, 500);
}

TEST(SearchDocuments, AnswersWhateverParses) {
  // What may upset the index: its own operators, quotes, deep nesting, many negations.
  std::string deep;
  for (int i = 0; i < kMaxQueryDepth; ++i) deep += i % 2 == 0 ? "(a OR b " : "(c -d OR ";
  deep += "e";
  deep.append(kMaxQueryDepth, ')');
  std::string negations = "shells";
  for (int i = 0; i < 600; ++i) negations += fmt::format(" -x{}", i);
  std::string words = "shells";
  for (int i = 0; i < 900; ++i) words += " or";
  for (const std::string& query :
       {std::string("a* ^b {c} +d NEAR NOT title: - rank"), std::string("\"NEAR(a b)\" \"*\" a"),
        std::string("\u4E2D\u6587 \U0001F642 \u0E01"), deep, negations, words,
        std::string("\U0001E900\U00016E40")}) {
    const Result<Clause> parsed = ParseQuery(query);
    if (!parsed.ok()) continue;
    const auto results = SearchDocuments(TheCasebook().database(), parsed.value(), {});
    EXPECT_TRUE(results.ok()) << query << ": " << results.error().message;
  }
  EXPECT_EQ(Ids(Search(negations.c_str())), "2 ");
}

}  // namespace
}  // namespace afterword
