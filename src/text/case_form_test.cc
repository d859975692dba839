#include "text/case_form.h"

#include <gtest/gtest.h>

#include "text/word_map.h"

namespace afterword {
namespace {

TEST(FoldWord, LowersAsciiAndStraightensApostrophes) {
  EXPECT_EQ(Folded("NATO"), "nato");
  EXPECT_EQ(Folded("Don\u2019t"), "don't");
  EXPECT_EQ(Folded("Türkiye"), "türkiye");
}

TEST(FoldWord, LeavesWordsLongerThanItsBuffer) {
  const std::string word(80, 'A');
  EXPECT_EQ(Folded(word), word);
}

TEST(WordMap, FindsInAnyCase) {
  WordMap<int> map;
  map.Add("General", 7);
  ASSERT_NE(map.Find("GENERAL"), nullptr);
  EXPECT_EQ(*map.Find("general"), 7);
  EXPECT_EQ(map.Find("generals"), nullptr);
  EXPECT_EQ(map.Find(std::string(100, 'g')), nullptr);
}

}  // namespace
}  // namespace afterword
