#include "text/sentence.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

/// The sentences of one block, with '|' between them.
std::string Dump(std::string_view text) {
  const Span all = MakeSpan(0, text.size());
  const TokenisedText tokenised = Tokenise(text, {&all, 1});
  std::string dump;
  for (const TokenRange sentence : SplitSentences(text, tokenised)) {
    if (!dump.empty()) dump += '|';
    dump += Slice(text, SpanOf(tokenised.tokens, sentence));
  }
  return dump;
}

struct Case {
  const char* name;
  const char* expected;
};

class Sentences : public testing::TestWithParam<Case> {};

TEST_P(Sentences, EndWhereTheyShould) {
  std::string text = GetParam().expected;
  for (char& c : text) {
    if (c == '|') c = ' ';
  }
  EXPECT_EQ(Dump(text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Text, Sentences,
    testing::Values(Case{"Plain", "It rained.|It stopped."},
                    Case{"Question", "Why now?|Nobody knew!|So be it."},
                    Case{"QuotationCloses", "\"We must act.\"|He left."},
                    Case{"CurlyCloses", "\u201CWe must act.\u201D|\u201CNow.\u201D|He left."},
                    Case{"BracketCloses", "It ended (in May.)|They left."},
                    Case{"QuotationGoesOn", "\"Why now?\" he asked.|Nobody knew."},
                    Case{"ReportedQuestion", "\"Why now?\" Minister Smith asked.|Nobody knew."},
                    Case{"Title", "The envoy met Gen. Mark Lee.|They spoke."},
                    Case{"Initial", "The book by J. R. Smith sold.|It was dear."},
                    Case{"CountryGoesOn", "It met U.S. President Lee.|He left."},
                    Case{"CountryEnds", "It was made in the U.S.|The plan failed."},
                    Case{"Company", "It bought Acme Inc.|But it paid late."},
                    Case{"Decimal", "Prices rose 3.5 per cent.|Wages did not."},
                    Case{"Ellipsis", "When it comes to this... we need more.|Soon."},
                    Case{"Number", "It ended.|40 men left."},
                    Case{"LowerGoesOn", "It was made by example. org then."},
                    Case{"NoStop", "A line without a stop"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(SplitSentences, NeverCrossBlocks) {
  const std::string_view text = "A headline\nA sentence.";
  const std::vector<Span> blocks{{0, 10}, {11, 22}};
  const TokenisedText tokenised = Tokenise(text, blocks);
  EXPECT_EQ(SplitSentences(text, tokenised), tokenised.blocks);
}

TEST(SplitSentences, CutsEndlessOnes) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "word ";
  const Span all = MakeSpan(0, text.size());
  const std::vector<TokenRange> sentences = SplitSentences(text, Tokenise(text, {&all, 1}));
  EXPECT_EQ(sentences.size(), 4u);
  EXPECT_EQ(sentences.back().end, 2000u);
}

}  // namespace
}  // namespace afterword
