#include "search/facets.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>

#include "search/query_parser.h"
#include "search/test_casebook.h"

namespace afterword {
namespace {

std::string Dump(const std::vector<FacetValue>& values) {
  std::string dump;
  for (const FacetValue& value : values) {
    dump += fmt::format("{}{}={} ", value.value, value.kind.empty() ? "" : "/" + value.kind,
                        value.count);
  }
  return dump;
}

Facets FacetsOf(const char* query) {
  static TestCasebook casebook;
  const Summary summary = casebook.MakeSummary();
  Result<Facets> facets = CountFacets(casebook.database(), summary, ParseQuery(query).value());
  EXPECT_TRUE(facets.ok()) << facets.error().message;
  return std::move(facets).value();
}

TEST(CountFacets, CountsDocumentsOfAll) {
  const Facets facets = FacetsOf("");
  EXPECT_EQ(Dump(facets.publishers), "Bay Gazette=2 Harbour Post=1 Morning Wire=1 ");
  EXPECT_EQ(Dump(facets.speakers), "Jana Novak/person=1 Recep Erdoğan/person=1 ");
  EXPECT_EQ(Dump(facets.organisations), "Northern Alliance=1 ");
  EXPECT_EQ(Dump(facets.languages), "en=3 de=1 ");
  EXPECT_EQ(Dump(facets.kinds), "direct=1 indirect=1 ");
  EXPECT_EQ(Dump(facets.months), "2023-11=1 2024-05=1 2024-06=1 2024-07=1 ");
}

TEST(CountFacets, CountsDocumentsOfAQuery) {
  const Facets facets = FacetsOf("shells OR exercise");
  EXPECT_EQ(Dump(facets.publishers), "Bay Gazette=1 Harbour Post=1 ");
  EXPECT_EQ(Dump(facets.speakers), "Recep Erdoğan/person=1 ");
  EXPECT_EQ(Dump(facets.organisations), "");
  EXPECT_EQ(Dump(facets.languages), "en=2 ");
  EXPECT_EQ(Dump(facets.kinds), "indirect=1 ");
  EXPECT_EQ(Dump(facets.months), "2023-11=1 2024-05=1 ");
}

TEST(CountFacets, CutsToTheMostFrequent) {
  TestCasebook casebook;
  std::vector<PackedReading> more;
  for (size_t i = 0; i < kMaxFacetValues + 5; ++i) {
    TestReport report = TestReports()[1];
    report.id = report.publisher = fmt::format("Post {:02}", i);
    more.push_back(Pack(ToReading(report)).value());
  }
  ASSERT_TRUE(casebook.casebook().Add(more).ok());
  const Facets facets = CountFacets(casebook.database(), casebook.MakeSummary(), {}).value();
  ASSERT_EQ(facets.publishers.size(), kMaxFacetValues);
  EXPECT_EQ(facets.publishers[0].value, "Bay Gazette");
  EXPECT_EQ(facets.publishers[1].value, "Harbour Post");
  EXPECT_EQ(facets.publishers.back().value, "Post 46");
}

TEST(CountFacets, HasNoneOfNothing) {
  const Facets facets = FacetsOf("zeppelin");
  EXPECT_TRUE(facets.publishers.empty() && facets.speakers.empty() && facets.months.empty());
}

}  // namespace
}  // namespace afterword
