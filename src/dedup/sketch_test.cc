#include "dedup/sketch.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

struct SameCase {
  const char* name;
  const char* one;
  const char* other;
};

class SketchIsTheSame : public testing::TestWithParam<SameCase> {};

TEST_P(SketchIsTheSame, ForBothWritings) {
  EXPECT_EQ(SketchOf(GetParam().one), SketchOf(GetParam().other));
}

INSTANTIATE_TEST_SUITE_P(
    Writings, SketchIsTheSame,
    testing::Values(
        SameCase{"Case", "The Harbour Bridge", "the HARBOUR bridge"},
        SameCase{"CaseBeyondAscii", "Über Łódź и Київ", "über łódź И КИЇВ"},
        SameCase{"Quotes", "\"We won't,\" he said", "“We won’t,” he said"},
        SameCase{"SoftHyphen", "ammu\u00ADnition depot", "ammunition depot"},
        SameCase{"DividedAtLineEnd", "the ammu-\nnition depot", "the ammunition depot"},
        SameCase{"DividedWithCarriageReturn", "the ammu-\r\nnition depot", "the ammunition depot"},
        SameCase{"DigitsForLetters", "the c0mmission voted 1ast", "the commission voted last"},
        SameCase{"RnForM", "a governrnent", "a government"},
        SameCase{"Space", "two\n\nparagraphs", "two paragraphs"}),
    [](const auto& test) { return test.param.name; });

struct CountCase {
  const char* name;
  const char* text;
  size_t words;
};

class SketchCounts : public testing::TestWithParam<CountCase> {};

TEST_P(SketchCounts, Words) { EXPECT_EQ(SketchOf(GetParam().text).size(), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    Texts, SketchCounts,
    testing::Values(CountCase{"Empty", "", 0}, CountCase{"OnlyMarks", " -- ‘…’ \n", 0},
                    CountCase{"HyphenDivides", "a follow-up visit", 4},
                    CountCase{"HyphenBeforeSpacesDivides", "north- \nsouth", 2},
                    CountCase{"NumbersStay", "1,200 men in 2024", 5},
                    CountCase{"HanByCharacter", "国防部は発表した", 8},
                    CountCase{"ThaiByLetterAndMark", "ดี a", 3},
                    CountCase{"IllFormed", "one \xFF\xFE two", 2}),
    [](const auto& test) { return test.param.name; });

TEST(SketchOf, KeepsNumbersApart) {
  EXPECT_NE(SketchOf("10"), SketchOf("lo"));
  EXPECT_NE(SketchOf("100"), SketchOf("150"));
}

TEST(SketchOf, WeighsLongWordsMore) {
  const Sketch words = SketchOf("of the said minister");
  ASSERT_EQ(words.size(), 4u);
  EXPECT_EQ(WeightOf(words[0]), 1);
  EXPECT_EQ(WeightOf(words[1]), 3);
  EXPECT_EQ(WeightOf(words[2]), 7);
  EXPECT_EQ(WeightOf(words[3]), 10);
}

TEST(SketchOf, EndsAtItsLimit) {
  std::string text;
  for (size_t i = 0; i < kMaxSketchWords + 10; ++i) text += "word ";
  EXPECT_EQ(SketchOf(text).size(), kMaxSketchWords);
}

TEST(PlaceWords, GivesTheSameWordsAndTheirBytes) {
  const std::string text = "“It wasn’t 5 o'clock,” Łucja re-\nplied. 国 is.";
  const PlacedWords placed = PlaceWords(text);
  EXPECT_EQ(placed.words, SketchOf(text));
  std::string dump;
  for (const Span span : placed.spans) dump += fmt::format("[{}]", Slice(text, span));
  EXPECT_EQ(dump, "[It][wasn’t][5][o'clock][Łucja][re-\nplied][国][is]");
}

}  // namespace
}  // namespace afterword
