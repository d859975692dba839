// What must hold for any text, however broken: tried on texts put together at random from pieces
// that are hard, with a fixed seed.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "text/quotation.h"
#include "text/sentence.h"
#include "text/token.h"
#include "text/utf8.h"

namespace afterword {
namespace {

constexpr const char* kPieces[] = {"\"",     "'",          "\u201C",
                                   "\u201D", "\u2018",     "\u2019",
                                   "\u00AB", "\u00BB",     "\u201E",
                                   "``",     "''",         " ",
                                   " ",      " ",          "\n\n",
                                   ".",      ",",          "?",
                                   "...",    "U.S.",       "Gen.",
                                   "said",   "Smith",      "the allies",
                                   "'90s",   "don't",      "\u00E9t\u00E9",
                                   "12.5",   "\U0001F600", "\u00A0",
                                   "-",      "\u2014",     "(",
                                   ")",      "\xE2",       "\xFF",
                                   "@",      "#",          "s'",
                                   "\u2019s"};

std::string RandomText(std::mt19937& random) {
  std::string text;
  std::uniform_int_distribution<size_t> piece(0, std::size(kPieces) - 1);
  std::uniform_int_distribution<size_t> size(0, 120);
  for (size_t i = size(random); i > 0; --i) text += kPieces[piece(random)];
  return text;
}

std::vector<Span> Lines(std::string_view text) {
  std::vector<Span> blocks;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    blocks.push_back(MakeSpan(begin, end));
    begin = end + 1;
  }
  return blocks;
}

class AnyText : public testing::TestWithParam<uint32_t> {
 protected:
  void SetUp() override {
    std::mt19937 random(GetParam());
    text_ = RandomText(random);
    tokenised_ = Tokenise(text_, Lines(text_));
  }
  std::string text_;
  TokenisedText tokenised_;
};

TEST_P(AnyText, TokensAreOrderedAndOnBoundaries) {
  uint32_t end = 0;
  for (const Token& token : tokenised_.tokens) {
    EXPECT_LE(end, token.span.begin);
    EXPECT_LT(token.span.begin, token.span.end);
    end = token.span.end;
    if (!IsValidUtf8(text_)) continue;
    EXPECT_TRUE(IsUtf8Boundary(text_, token.span.begin));
    EXPECT_TRUE(IsUtf8Boundary(text_, token.span.end));
  }
  EXPECT_LE(end, text_.size());
}

TEST_P(AnyText, SentencesHoldEveryTokenOnce) {
  uint32_t next = 0;
  for (const TokenRange sentence : SplitSentences(text_, tokenised_)) {
    EXPECT_EQ(sentence.begin, next);
    EXPECT_FALSE(sentence.empty());
    next = sentence.end;
  }
  EXPECT_EQ(next, tokenised_.tokens.size());
}

TEST_P(AnyText, TokensHoldEveryByteThatIsNoSpace) {
  std::string rest = text_;
  for (const Token& token : tokenised_.tokens) {
    rest.replace(token.span.begin, token.span.size(), token.span.size(), ' ');
  }
  for (size_t i = rest.find("\u00A0"); i != std::string::npos; i = rest.find("\u00A0")) {
    rest.replace(i, 2, "  ");
  }
  EXPECT_EQ(rest.find_first_not_of(" \n"), std::string::npos) << text_;
}

TEST_P(AnyText, QuotationsNestAndStayInTheirBlock) {
  std::vector<uint32_t> ends;
  for (const Quotation& quotation : FindQuotations(text_, tokenised_)) {
    while (!ends.empty() && ends.back() <= quotation.tokens.begin) ends.pop_back();
    const uint32_t outer = ends.empty() ? quotation.tokens.end : ends.back();
    EXPECT_LE(quotation.tokens.end, outer);
    EXPECT_EQ(quotation.level, ends.size());
    EXPECT_FALSE(quotation.inner().empty());
    ends.push_back(quotation.tokens.end);
    const bool inside = std::any_of(
        tokenised_.blocks.begin(), tokenised_.blocks.end(), [&quotation](TokenRange block) {
          return block.begin <= quotation.tokens.begin && quotation.tokens.end <= block.end;
        });
    EXPECT_TRUE(inside);
  }
}

INSTANTIATE_TEST_SUITE_P(Random, AnyText, testing::Range<uint32_t>(0, 400));

}  // namespace
}  // namespace afterword
