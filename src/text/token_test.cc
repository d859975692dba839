#include "text/token.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

/// "word|word" with the class of each but words: 1 number, q quotation mark, p punctuation.
std::string Dump(std::string_view text) {
  const Span all = MakeSpan(0, text.size());
  std::string dump;
  for (const Token& token : Tokenise(text, {&all, 1}).tokens) {
    if (!dump.empty()) dump += '|';
    dump += Slice(text, token.span);
    if (token.kind == TokenClass::kNumber) dump += ":1";
    if (token.kind == TokenClass::kQuote) dump += ":q";
    if (token.kind == TokenClass::kPunctuation) dump += ":p";
  }
  return dump;
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;
};

class Tokens : public testing::TestWithParam<Case> {};

TEST_P(Tokens, Match) { EXPECT_EQ(Dump(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Text, Tokens,
    testing::Values(Case{"Words", "We need more.", "We|need|more|.:p"},
                    Case{"Contractions", "don't we\u2019ll O'Brien", "don't|we\u2019ll|O'Brien"},
                    Case{"Possessive", "Kyiv's allies' plan", "Kyiv|'s|allies|':q|plan"},
                    Case{"CurlyPossessive", "Kyiv\u2019s", "Kyiv|\u2019s"},
                    Case{"Hyphens", "an 80-year-old Western-backed pact",
                         "an|80-year-old:1|Western-backed|pact"},
                    Case{"Numbers", "90,000 men, 3.5 per cent at 10:30",
                         "90,000:1|men|,:p|3.5:1|per|cent|at|10:30:1"},
                    Case{"Money", "$4.5bn", "$:p|4.5bn:1"},
                    Case{"Initials", "U.S. President J. Smith", "U.S.|President|J.|Smith"},
                    Case{"Titles", "Gen. Mark and Mr. Lee", "Gen.|Mark|and|Mr.|Lee"},
                    Case{"NumberSign", "No. 10 said no. He left", "No.|10:1|said|no|.:p|He|left"},
                    Case{"CapitalAbbreviation", "He is ill. In Ill. he is",
                         "He|is|ill|.:p|In|Ill.|he|is"},
                    Case{"Elision", "the '90s and 'em", "the|'90s:1|and|'em"},
                    Case{"CurlyElision", "the \u201990s", "the|\u201990s:1"},
                    Case{"Ellipsis", "well... so\u2026", "well|...:p|so|\u2026:p"},
                    Case{"MissingSpace", "the war.The end", "the|war|.:p|The|end"},
                    Case{"Address", "see example.org now", "see|example.org|now"},
                    Case{"Tags", "@nato and #ramstein", "@nato|and|#ramstein"},
                    Case{"Quotes", "\"Yes,\" 'no' \u00ABoui\u00BB",
                         "\":q|Yes|,:p|\":q|':q|no|':q|\u00AB:q|oui|\u00BB:q"},
                    Case{"DoubledQuotes", "``Yes,'' he", "``:q|Yes|,:p|'':q|he"},
                    Case{"Dashes", "a -- b \u2014 c", "a|--:p|b|\u2014:p|c"},
                    Case{"Accents", "café Türkiye", "café|Türkiye"}, Case{"Empty", "  \n ", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Tokenise, TellsCase) {
  const std::string_view text = "may May NATO McCain \u00D6st A 12";
  const Span all = MakeSpan(0, text.size());
  std::vector<CaseForm> forms;
  for (const Token& token : Tokenise(text, {&all, 1}).tokens) forms.push_back(token.form);
  EXPECT_EQ(forms,
            (std::vector{CaseForm::kLower, CaseForm::kCapital, CaseForm::kUpper, CaseForm::kMixed,
                         CaseForm::kCapital, CaseForm::kCapital, CaseForm::kNone}));
}

TEST(Tokenise, KeepsBlocksApart) {
  const std::string_view text = "one two\n\n\n\nthree";
  const std::vector<Span> blocks{{0, 7}, {8, 9}, {11, 16}};
  const TokenisedText tokenised = Tokenise(text, blocks);
  EXPECT_EQ(tokenised.blocks, (std::vector<TokenRange>{{0, 2}, {2, 2}, {2, 3}}));
}

}  // namespace
}  // namespace afterword
