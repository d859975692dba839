#include "store/wording.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

TEST(TitleWords, NamesEachTitleOnce) {
  EXPECT_EQ(TitleWords({}), "");
  EXPECT_EQ(TitleWords({""}), "");
  EXPECT_EQ(TitleWords({"One", "", "Two", "One"}), "One\nTwo");
}

TEST(ContentWords, PutsEachSpanOnItsLine) {
  const std::string text = "“We will”, she said, “be there.”";
  EXPECT_EQ(ContentWords(text, {}), "");
  EXPECT_EQ(ContentWords(text, {{3, 10}, {28, 37}}), "We will\nbe there.");
}

TEST(QuotationDigest, IsTheBeginningOfSha256) {
  // SHA-256 of nothing begins e3b0c442 98fc1c14.
  const std::string digest = QuotationDigest("");
  EXPECT_EQ(digest.size(), 16u);
  EXPECT_EQ(digest.substr(0, 4), "\xe3\xb0\xc4\x42");
  EXPECT_NE(QuotationDigest("yes"), QuotationDigest("no"));
}

TEST(IsOnCharacters, RefusesCutCharactersAndPlacesOutside) {
  const std::string text = "ał桥🙂";
  EXPECT_TRUE(IsOnCharacters(text, {0, 10}));
  EXPECT_TRUE(IsOnCharacters(text, {1, 3}));
  EXPECT_TRUE(IsOnCharacters(text, {10, 10}));
  EXPECT_FALSE(IsOnCharacters(text, {2, 3}));
  EXPECT_FALSE(IsOnCharacters(text, {0, 4}));
  EXPECT_FALSE(IsOnCharacters(text, {0, 11}));
  EXPECT_FALSE(IsOnCharacters(text, {3, 1}));
}

}  // namespace
}  // namespace afterword
