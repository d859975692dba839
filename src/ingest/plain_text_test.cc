#include "ingest/plain_text.h"

#include <gtest/gtest.h>

#include <random>

#include "text/utf8.h"

namespace afterword {
namespace {

/// One line a block: `kind: text`.
std::string Dump(const Document& document) {
  std::string lines;
  for (const Block& block : document.blocks) {
    lines +=
        std::string(Name(block.kind)) + ": " + std::string(Slice(document.text, block.span)) + "\n";
  }
  return lines;
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;
};

class BlocksTest : public testing::TestWithParam<Case> {};

TEST_P(BlocksTest, AreMarked) {
  const auto document = ReadPlainText(GetParam().text, {});
  ASSERT_TRUE(document.ok()) << document.error().message;
  EXPECT_EQ(document.value().text, GetParam().text);
  EXPECT_EQ(Dump(document.value()), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, BlocksTest,
    testing::Values(
        Case{"HeadlineRepeatedTwice",
             "Port 'will reopen': Lind\n\nPort 'will reopen': Lind\n\nOSLO\nPort will reopen: "
             "Lind\n\nThe port opens in May.\n\nIt was shut in 2022.",
             "headline: Port 'will reopen': Lind\nheadline: Port 'will reopen': Lind\n"
             "dateline: OSLO\nheadline: Port will reopen: Lind\n"
             "paragraph: The port opens in May.\nparagraph: It was shut in 2022.\n"},
        Case{"DatelineBeforeTheStory",
             "Bridge opens\n\nTURKU, 6 June 2024 (Coast Wire) — The bridge opened.\n\nIt is long.",
             "headline: Bridge opens\ndateline: TURKU, 6 June 2024 (Coast Wire) —\n"
             "paragraph: The bridge opened.\nparagraph: It is long.\n"},
        Case{"SubheadingAndQuotationAlone",
             "Bridge opens\n\nIt opened.\n\n'More is needed'\n\n\"It is a start.\"\n\nThe end.",
             "headline: Bridge opens\nparagraph: It opened.\nsubheading: 'More is needed'\n"
             "paragraph: \"It is a start.\"\nparagraph: The end.\n"},
        Case{"List",
             "Aid in May\n\nIt sent:\n\n- 40 tents\n- 12 pumps\n  with hoses\n\nMore follows.",
             "headline: Aid in May\nparagraph: It sent:\nlist_item: 40 tents\n"
             "list_item: 12 pumps\n  with hoses\nparagraph: More follows.\n"},
        Case{"StatedFields",
             "Aid in May\nPublisher: Harbour Relief\nPublished: 3 May 2023\nBy Anna Berg\n\nTents "
             "came.",
             "headline: Aid in May\ndateline: Publisher: Harbour Relief\n"
             "dateline: Published: 3 May 2023\ndateline: By Anna Berg\nparagraph: Tents came.\n"},
        Case{"Letterhead",
             "COAST FORUM\nHearing on bolts\nThe Hague, 19 April 2023\n(Record Office)\n\n"
             "1. The bolts\n\nThe Chair opened the meeting.",
             "headline: COAST FORUM\nheadline: Hearing on bolts\n"
             "dateline: The Hague, 19 April 2023\ndateline: (Record Office)\n"
             "subheading: 1. The bolts\nparagraph: The Chair opened the meeting.\n"},
        Case{"WrappedLines", "A title\n\nThis paragraph\nis wrapped.\n\nAnd so\nis this.",
             "headline: A title\nparagraph: This paragraph\nis wrapped.\n"
             "paragraph: And so\nis this.\n"},
        Case{"OneSentence", "The bridge opened.", "paragraph: The bridge opened.\n"},
        Case{"ByteOrderMark", "\xEF\xBB\xBFThe bridge opened.", "paragraph: The bridge opened.\n"}),
    [](const auto& test) { return test.param.name; });

TEST(ReadPlainText, FillsInWhatTheHeadStates) {
  const auto document = ReadPlainText(
      "Aid in May\n\nPublished: 3 May 2023\n\nTURKU, 6 June 2024 (Coast Wire) — Tents came.", {});
  const Publication& publication = document.value().publication;
  EXPECT_EQ(publication.title, "Aid in May");
  EXPECT_EQ(ToIso(*publication.published), "2023-05-03");
  EXPECT_EQ(publication.publisher, "Coast Wire");
  EXPECT_EQ(document.value().dateline, "TURKU");
}

TEST(ReadPlainText, LeavesWhatWasStatedOutside) {
  Publication stated;
  stated.title = "Other title";
  stated.publisher = "Harbour Dispatch";
  stated.published = Date{2024, 6, 8};
  const auto document =
      ReadPlainText("Aid in May\n\nTURKU, 6 June 2024 (Coast Wire) — Tents came.", stated);
  EXPECT_EQ(document.value().publication.title, "Other title");
  EXPECT_EQ(document.value().publication.publisher, "Harbour Dispatch");
  EXPECT_EQ(ToIso(*document.value().publication.published), "2024-06-08");
}

TEST(ReadPlainText, RefusesWithTheReason) {
  EXPECT_EQ(ReadPlainText("", {}).error().message, "empty: no text");
  EXPECT_EQ(ReadPlainText(" \n\t\n", {}).error().message, "empty: no text");
  EXPECT_EQ(ReadPlainText(std::string("ab\0c", 4), {}).error().message, "binary: a zero byte at 2");
  EXPECT_EQ(ReadPlainText("caf\xE9 is Latin-1", {}).error().message, "not UTF-8: bad byte at 3");
}

TEST(ReadPlainText, BlocksAreOrderedDisjointAndWhole) {
  constexpr std::string_view kPieces[] = {"OSLO",   "\n",   "\n\n",        "- ",          "A word",
                                          "“é”",    " ",    ".",           "6 June 2024", " — ",
                                          "(Wire)", "\r\n", "By Anna Berg"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text = "x";
    for (int i = 0; i < 20; ++i) text += kPieces[random() % std::size(kPieces)];
    const auto document = ReadPlainText(text, {});
    ASSERT_TRUE(document.ok());
    ASSERT_EQ(document.value().text, text);
    uint32_t last = 0;
    for (const Block& block : document.value().blocks) {
      ASSERT_LE(last, block.span.begin) << text;
      ASSERT_LT(block.span.begin, block.span.end) << text;
      ASSERT_LE(block.span.end, text.size()) << text;
      ASSERT_TRUE(IsUtf8Boundary(text, block.span.begin));
      ASSERT_TRUE(IsUtf8Boundary(text, block.span.end));
      last = block.span.end;
    }
  }
}

}  // namespace
}  // namespace afterword
