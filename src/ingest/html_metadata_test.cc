#include "ingest/html_metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/html_dates.h"
#include "ingest/html_title.h"

namespace afterword {
namespace {

HtmlMetadata Read(std::string_view html, std::string_view url = "") {
  const auto tree = HtmlTree::Parse(html);
  EXPECT_TRUE(tree.ok());
  return ReadMetadata(tree.value(), SplitBlocks(tree.value()), FindHints(tree.value()), url);
}

TEST(ReadMetadata, TakesJsonLd) {
  const HtmlMetadata data = Read(R"(<script type="application/ld+json">
    {"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "name": "The Example"},
      {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
      {"@type": ["NewsArticle"], "headline": "Rain &amp; sun", "datePublished": "2024-06-06T08:00Z",
       "dateModified": "2024-06-07", "author": [{"@id": "#ann"}, {"name": "Bo Ek"}],
       "publisher": {"name": "Example Press"}, "inLanguage": "en-GB",
       "comment": {"@type": "Comment", "datePublished": "2020-01-01", "author": "Nobody"},}]}
    </script><p>Text</p>)");
  EXPECT_EQ(data.title.text, "Rain & sun");
  EXPECT_EQ(data.published, (Date{2024, 6, 6}));
  EXPECT_EQ(data.modified, (Date{2024, 6, 7}));
  EXPECT_THAT(data.authors, testing::ElementsAre("Ann Lee", "Bo Ek"));
  EXPECT_EQ(data.publisher, "Example Press");
  EXPECT_EQ(data.language, "en");
  EXPECT_EQ(data.kind, HtmlPageKind::kArticle);
}

TEST(ReadMetadata, TakesMetaTags) {
  const HtmlMetadata data = Read(R"(<html lang="de-CH"><head>
    <meta property="og:title" content="Regen">
    <meta property="og:site_name" content="Das Beispiel"><meta name="author" content="Anna Berg">
    <meta property="article:published_time" content="Thu, 6 Jun 2024 08:00:00 GMT">
    <link rel="canonical" href="https://example.org/regen"></head><body><p>Text)");
  EXPECT_EQ(data.title.text, "Regen");
  EXPECT_EQ(data.publisher, "Das Beispiel");
  EXPECT_THAT(data.authors, testing::ElementsAre("Anna Berg"));
  EXPECT_EQ(data.published, (Date{2024, 6, 6}));
  EXPECT_EQ(data.url, "https://example.org/regen");
  EXPECT_EQ(data.language, "de");
}

TEST(ReadMetadata, TakesWhatIsShown) {
  const HtmlMetadata data = Read(R"(<h1>Rain</h1><p class="byline">By Ann Lee</p>
    <p class="date">6 June 2024</p><p>On 1 May 2020 it had rained for a long time in the hills.</p>
    <footer>&copy; 7 July 2024</footer>)");
  EXPECT_THAT(data.authors, testing::ElementsAre("Ann Lee"));
  EXPECT_EQ(data.published, (Date{2024, 6, 6}));
  EXPECT_EQ(data.language, "und");
}

TEST(ReadMetadata, ChangesCannotComeFirst) {
  const HtmlMetadata data = Read(R"(<meta property="article:published_time" content="2024-06-06">
    <meta property="article:modified_time" content="2024-06-01"><p>Text)");
  EXPECT_EQ(data.modified, std::nullopt);
}

struct AddressCase {
  const char* name;
  std::string_view url;
  std::string_view iso;
};

class DateInAddressTest : public testing::TestWithParam<AddressCase> {};

TEST_P(DateInAddressTest, Finds) {
  const auto date = DateInAddress(GetParam().url);
  EXPECT_EQ(date ? ToIso(*date) : "", GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    Table, DateInAddressTest,
    testing::Values(AddressCase{"Slashes", "https://example.org/2024/6/06/rain", "2024-06-06"},
                    AddressCase{"Hyphens", "https://example.org/news/2024-06-06-rain",
                                "2024-06-06"},
                    AddressCase{"Eight", "https://example.org/20240606/rain", "2024-06-06"},
                    AddressCase{"DayFirst", "https://example.org/06-06-2024", "2024-06-06"},
                    AddressCase{"MonthOnly", "https://example.org/2024/06/rain", ""},
                    AddressCase{"Number", "https://example.org/12024060612", ""},
                    AddressCase{"Query", "https://example.org/?d=2024-06-06", ""},
                    AddressCase{"None", "rain.html", ""}),
    [](const auto& test) { return test.param.name; });

struct TitleCase {
  const char* name;
  std::string_view html;
  std::string_view title;
};

class FindTitleTest : public testing::TestWithParam<TitleCase> {};

TEST_P(FindTitleTest, Finds) { EXPECT_EQ(Read(GetParam().html).title.text, GetParam().title); }

INSTANTIATE_TEST_SUITE_P(
    Table, FindTitleTest,
    testing::Values(
        TitleCase{"Heading", "<title>Rain ahead - The Example</title><h1>Rain ahead</h1>",
                  "Rain ahead"},
        TitleCase{"SiteNameHeading",
                  "<title>The Example | Rain ahead in the hills</title>"
                  "<h1><a href='/'>The Example</a></h1><h2>Rain ahead in the hills</h2>",
                  "Rain ahead in the hills"},
        TitleCase{"NoHeading", "<title>Rain ahead in the hills | The Example</title><p>Text",
                  "Rain ahead in the hills"},
        TitleCase{"Kicker",
                  "<title>Rain ahead in the hills</title>"
                  "<h1><span class=kicker>Weather</span> Rain ahead in the hills</h1>",
                  "Rain ahead in the hills"},
        TitleCase{"OtherWords",
                  "<title>Wet days</title><main><h1>Rain ahead in the hills</h1></main>",
                  "Rain ahead in the hills"},
        TitleCase{"None", "<p>Text", ""}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace afterword
