#include "dedup/kinship.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace afterword {
namespace {

/// `count` words that no other `seed` has.
std::string Words(int seed, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += fmt::format("w{}x{} ", seed, i);
  return text;
}

Kinship CompareTexts(const std::string& one, const std::string& other) {
  return Compare(SketchOf(one), SketchOf(other));
}

struct Case {
  const char* name;
  std::string one;
  std::string other;
  bool copies;
};

class KinshipTells : public testing::TestWithParam<Case> {};

TEST_P(KinshipTells, CopiesFromOthers) {
  const Kinship kinship = CompareTexts(GetParam().one, GetParam().other);
  EXPECT_EQ(AreCopies(kinship), GetParam().copies)
      << kinship.of_shorter << ' ' << kinship.of_longer << ' ' << kinship.of_opening;
}

INSTANTIATE_TEST_SUITE_P(
    Made, KinshipTells,
    testing::Values(Case{"Same", Words(1, 200), Words(1, 200), true},
                    Case{"Unlike", Words(1, 200), Words(2, 200), false},
                    Case{"Beginning", Words(1, 40), Words(1, 40) + Words(2, 400), true},
                    Case{"NewOpening", Words(3, 60) + Words(1, 200), Words(1, 200), true},
                    Case{"PartsInAnotherOrder", Words(1, 80) + Words(2, 80) + Words(3, 80),
                         Words(3, 80) + Words(1, 80) + Words(2, 80), true},
                    Case{"PastedIntoAnother", Words(1, 300),
                         Words(2, 300) + Words(1, 80) + Words(3, 100), false},
                    Case{"HalfOfAShortOneQuotedFarBelow", Words(1, 100) + Words(4, 60),
                         Words(2, 500) + Words(4, 60) + Words(3, 100), false},
                    Case{"SharedFooter", Words(1, 200) + Words(9, 40), Words(2, 200) + Words(9, 40),
                         false},
                    Case{"Empty", "", Words(1, 20), false}, Case{"BothEmpty", "", "", false}),
    [](const auto& test) { return test.param.name; });

TEST(Compare, CoversSpoiltWordsBetweenHits) {
  std::string spoilt;
  for (int i = 0; i < 300; ++i) spoilt += fmt::format("w1x{}{} ", i, i % 4 == 3 ? "q" : "");
  EXPECT_GT(CompareTexts(Words(1, 300), spoilt).of_shorter, 0.95f);
}

TEST(Compare, IsTheSameEitherWay) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    // Few different words, so that there are many chains and many ties.
    const auto draw = [&] {
      Sketch words(random() % 120);
      for (WordCode& word : words) word = static_cast<WordCode>((random() % 9) * 4 + 3);
      return words;
    };
    const Sketch one = draw();
    Sketch other = draw();
    if (round % 3 == 0) other.resize(one.size(), 7);
    const Kinship forth = Compare(one, other);
    const Kinship back = Compare(other, one);
    EXPECT_EQ(forth.Score(), back.Score());
    EXPECT_GE(forth.of_shorter, 0);
    EXPECT_LE(forth.of_shorter, 1);
    EXPECT_LE(forth.of_longer, 1);
    EXPECT_LE(forth.of_opening, 1);
  }
}

}  // namespace
}  // namespace afterword
