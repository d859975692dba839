#include "search/porter.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

struct Case {
  const char* word;
  const char* stem;
};

class PorterStemTest : public testing::TestWithParam<Case> {};

TEST_P(PorterStemTest, GivesTheStem) { EXPECT_EQ(PorterStem(GetParam().word), GetParam().stem); }

// One word or more a step of the paper.
INSTANTIATE_TEST_SUITE_P(
    Words, PorterStemTest,
    testing::Values(
        Case{"as", "as"}, Case{"passes", "pass"}, Case{"allies", "alli"}, Case{"ally", "alli"},
        Case{"pass", "pass"}, Case{"tanks", "tank"}, Case{"agreed", "agre"}, Case{"freed", "freed"},
        Case{"red", "red"}, Case{"delivered", "deliv"}, Case{"delivering", "deliv"},
        Case{"deliveries", "deliveri"}, Case{"delivery", "deliveri"}, Case{"king", "king"},
        Case{"stating", "state"}, Case{"enabled", "enabl"}, Case{"planned", "plan"},
        Case{"falling", "fall"}, Case{"filing", "file"}, Case{"sky", "sky"}, Case{"army", "armi"},
        Case{"operational", "oper"}, Case{"conditional", "condit"}, Case{"capability", "capabl"},
        Case{"mobilization", "mobil"}, Case{"technology", "technolog"},
        Case{"effectiveness", "effect"}, Case{"radically", "radic"}, Case{"defence", "defenc"},
        Case{"deployment", "deploy"}, Case{"adoption", "adopt"}, Case{"communism", "commun"},
        Case{"procure", "procur"}, Case{"rate", "rate"}, Case{"controll", "control"},
        Case{"roll", "roll"}),
    [](const auto& test) { return test.param.word; });

TEST(PorterStem, LeavesVeryLongWordsAlone) {
  const std::string word = std::string(62, 'a') + "ing";
  EXPECT_EQ(PorterStem(word), word);
}

}  // namespace
}  // namespace afterword
