#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

struct Case {
  const char* name;
  std::string text;
  std::optional<size_t> invalid;
};

class Utf8 : public testing::TestWithParam<Case> {};

TEST_P(Utf8, FindsTheFirstInvalidByte) {
  EXPECT_EQ(FirstInvalidUtf8(GetParam().text), GetParam().invalid);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, Utf8,
    testing::Values(Case{"Empty", "", std::nullopt}, Case{"Ascii", "plain text here", std::nullopt},
                    Case{"TwoBytes", "caf\u00E9 au lait", std::nullopt},
                    Case{"ThreeBytes", "\u201Cyes\u201D", std::nullopt},
                    Case{"FourBytes", "\U0001F600", std::nullopt},
                    Case{"LastCodePoint", "\xF4\x8F\xBF\xBF", std::nullopt},
                    Case{"Continuation", "12345678\x80", 8}, Case{"Overlong", "\xC0\xAF", 0},
                    Case{"OverlongThree", "\xE0\x80\xAF", 0}, Case{"Surrogate", "a\xED\xA0\x80", 1},
                    Case{"TooLarge", "\xF4\x90\x80\x80", 0}, Case{"CutOff", "ab\xE2\x80", 2},
                    Case{"BadSecond", "\xE2\x28\xA1", 0}, Case{"Byte0xFF", "\xFF", 0}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(DecodeAt, ReadsEachLength) {
  const std::string text = "a\u00E9\u201C\U0001F600";
  EXPECT_EQ(DecodeAt(text, 0).value, U'a');
  EXPECT_EQ(DecodeAt(text, 1).value, 0xE9u);
  EXPECT_EQ(DecodeAt(text, 3).value, 0x201Cu);
  EXPECT_EQ(DecodeAt(text, 6).value, 0x1F600u);
  EXPECT_EQ(DecodeAt(text, 6).size, 4u);
}

TEST(DecodeAt, AdvancesByOneOverIllFormedBytes) {
  EXPECT_EQ(DecodeAt("\xE2\x28", 0).value, kReplacementCharacter);
  EXPECT_EQ(DecodeAt("\xE2\x28", 0).size, 1u);
}

TEST(Boundaries, LieBeforeLeadBytes) {
  const std::string text = "x\u201Cy";
  EXPECT_TRUE(IsUtf8Boundary(text, 1));
  EXPECT_FALSE(IsUtf8Boundary(text, 2));
  EXPECT_FALSE(IsUtf8Boundary(text, 3));
  EXPECT_TRUE(IsUtf8Boundary(text, 4));
  EXPECT_TRUE(IsUtf8Boundary(text, text.size()));
  EXPECT_EQ(FloorToUtf8Boundary(text, 3), 1u);
  EXPECT_EQ(FloorToUtf8Boundary(text, 4), 4u);
}

TEST(CountCodePoints, CountsLeadBytes) { EXPECT_EQ(CountCodePoints("a\u00E9\U0001F600"), 3u); }

}  // namespace
}  // namespace afterword
