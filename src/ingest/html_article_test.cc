#include "ingest/html_article.h"

#include <gtest/gtest.h>

#include <string>

#include "base/digest.h"
#include "base/limits.h"
#include "text/utf8.h"

namespace afterword {
namespace {

constexpr std::string_view kReport = R"(<!doctype html>
<html lang="en"><head><title>Bridge opens early | The Example</title>
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://example.org/bridge">
</head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
<main><article><h1>Bridge opens early</h1>
<p>Engineers opened the northern bridge on Tuesday, two weeks ahead of the plan they had shown.</p>
<h2>What comes next</h2>
<p>The southern span follows in May, said the project's director, who asked for patience until then.</p>
<blockquote><p>We measured twice and built once, and this is what that looks like in practice.</p></blockquote>
<ul><li>Traffic is limited to forty tonnes until the last test has been signed.</li></ul>
</article></main>
<aside class="related"><h3>Related</h3><a href="/ferry">The ferry that nobody wanted any more</a></aside>
<footer><p>Copyright The Example. All rights reserved. Read our terms before you use this site.</p></footer>
</body></html>)";

std::string Dump(const Document& document) {
  std::string dump;
  for (const Block& block : document.blocks) {
    dump +=
        std::string(Name(block.kind)) + ": " + std::string(Slice(document.text, block.span)) + "\n";
  }
  return dump;
}

TEST(ReadHtml, KeepsTheArticleAndLeavesTheRest) {
  const auto document = ReadHtml(kReport, {});
  ASSERT_TRUE(document.ok()) << document.error().message;
  EXPECT_EQ(
      Dump(document.value()),
      "headline: Bridge opens early\n"
      "paragraph: Engineers opened the northern bridge on Tuesday, two weeks ahead of the plan "
      "they had shown.\n"
      "subheading: What comes next\n"
      "paragraph: The southern span follows in May, said the project's director, who asked for "
      "patience until then.\n"
      "quotation: We measured twice and built once, and this is what that looks like in "
      "practice.\n"
      "list_item: Traffic is limited to forty tonnes until the last test has been signed.\n");
}

TEST(ReadHtml, FillsThePublication) {
  const auto document = ReadHtml(kReport, {});
  ASSERT_TRUE(document.ok());
  const Publication& publication = document.value().publication;
  EXPECT_EQ(publication.title, "Bridge opens early");
  EXPECT_EQ(publication.publisher, "The Example");
  EXPECT_EQ(publication.published, (Date{2024, 3, 5}));
  EXPECT_EQ(publication.url, "https://example.org/bridge");
  EXPECT_EQ(publication.media_type, "text/html");
  EXPECT_EQ(publication.original, kReport);
  EXPECT_EQ(document.value().language, "en");
}

/// Spans are ordered, disjoint, not empty, on boundaries, and part by blank lines.
void ExpectSound(const Document& document) {
  EXPECT_TRUE(IsValidUtf8(document.text));
  EXPECT_EQ(document.digest, Sha256(document.text));
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    EXPECT_FALSE(block.span.empty());
    EXPECT_LE(block.span.end, document.text.size());
    EXPECT_TRUE(IsUtf8Boundary(document.text, block.span.begin));
    EXPECT_TRUE(IsUtf8Boundary(document.text, block.span.end));
    if (end > 0) {
      EXPECT_EQ(Slice(document.text, MakeSpan(end, block.span.begin)), "\n\n");
    }
    end = block.span.end;
  }
  EXPECT_EQ(end, document.text.size());
}

TEST(ReadHtml, IsSoundHoweverThePageIsCutOff) {
  const std::string page = std::string(kReport) + "<p>Grüße aus Zürich — «bis morgen», 日本.</p>";
  for (size_t size = 0; size <= page.size(); size += 7) {
    const auto document = ReadHtml(std::string_view(page).substr(0, size), {});
    if (document.ok()) {
      ExpectSound(document.value());
    } else {
      EXPECT_EQ(document.error().code, ErrorCode::kInvalidInput);
    }
  }
}

TEST(ReadHtml, GivesTheSameTwice) {
  const auto first = ReadHtml(kReport, {});
  const auto second = ReadHtml(kReport, {});
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first.value().text, second.value().text);
  EXPECT_EQ(first.value().blocks, second.value().blocks);
}

TEST(ReadHtml, SaysWhyThereIsNothing) {
  for (const std::string_view page : {"", "<html></html>", "<script>var a = 1;</script>"}) {
    const auto document = ReadHtml(page, {});
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.error().code, ErrorCode::kInvalidInput);
    EXPECT_EQ(document.error().message, "HTML without any text");
  }
}

TEST(ReadHtml, TakesThePlaceBeforeTheStory) {
  const auto document = ReadHtml(
      "<h1>Tents for Aden</h1><p>ADEN, 6 June 2024 (Example Wire) - The agency sent four hundred "
      "tents and twelve pumps to the camp on the coast road.</p>",
      {});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().dateline, "ADEN");
  EXPECT_EQ(document.value().publication.published, (Date{2024, 6, 6}));
}

TEST(ReadHtml, ReadsASmallPageWhole) {
  const auto document = ReadHtml("<p>Help is on the way.</p><p><a href=x>Elsewhere</a></p>", {});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().text, "Help is on the way.");
}

TEST(ReadHtml, FallsBackOnTheDescription) {
  const auto document =
      ReadHtml("<meta name=description content='Only scripts fill this page.'>", {});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().text, "Only scripts fill this page.");
}

TEST(ReadHtml, TakesTheCharsetItIsTold) {
  const HtmlHints hints{.url = "https://example.org/a", .charset = "windows-1251"};
  const auto document = ReadHtml("<h1>\xCC\xE8\xF0</h1><p>\xCC\xE8\xF0 \xCC\xE8\xF0.</p>", hints);
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().publication.title, "Мир");
  EXPECT_EQ(document.value().publication.url, "https://example.org/a");
}

TEST(ReadHtml, RefusesAHundredThousandLevels) {
  std::string page;
  for (int i = 0; i < 100'000; ++i) page += "<div>";
  const auto document = ReadHtml(page, {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kLimitExceeded);
  EXPECT_EQ(document.error().message,
            "HTML: elements nested deeper than " + std::to_string(kMaxHtmlDepth));
}

}  // namespace
}  // namespace afterword
