#include "text/quotation.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

/// The text with [ ] around each quotation's inside; > where it goes on in the next block, < where
/// it takes one up. Blocks are lines.
std::string Dump(std::string_view text) {
  std::vector<Span> blocks;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    blocks.push_back(MakeSpan(begin, end));
    begin = end + 1;
  }
  const TokenisedText tokenised = Tokenise(text, blocks);
  std::string dump;
  for (const Quotation& quotation : FindQuotations(text, tokenised)) {
    if (!dump.empty()) dump += ' ';
    dump += std::string(quotation.level, '+') + (quotation.continues ? "<[" : "[");
    dump += Slice(text, SpanOf(tokenised.tokens, quotation.inner()));
    dump += quotation.end == QuotationEnd::kContinued ? "]>" : "]";
  }
  return dump;
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;
};

class Quotations : public testing::TestWithParam<Case> {};

TEST_P(Quotations, Match) { EXPECT_EQ(Dump(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Marks, Quotations,
    testing::Values(
        Case{"Straight", "\"We go,\" he said, \"now.\"", "[We go,] [now.]"},
        Case{"Curly", "\u201CWe go,\u201D he said.", "[We go,]"},
        Case{"Single", "He has 'no plans' to go.", "[no plans]"},
        Case{"CurlySingle", "He has \u2018no plans\u2019 to go.", "[no plans]"},
        Case{"LowHigh", "Er sagt: \u201EWir gehen.\u201C Gut.", "[Wir gehen.]"},
        Case{"Guillemets", "Il dit : \u00AB On y va. \u00BB Bon.", "[On y va.]"},
        Case{"ReversedGuillemets", "Er sagt: \u00BBWir gehen.\u00AB Gut.", "[Wir gehen.]"},
        Case{"SingleGuillemets", "Il dit \u2039oui\u203A.", "[oui]"},
        Case{"ClosingMarkOpens", "H\u00E4n sanoi: \u201DMe menemme.\u201D", "[Me menemme.]"},
        Case{"Doubled", "``We go,'' he said.", "[We go,]"},
        Case{"Mixed", "\u201CWe go,\" he said.", "[We go,]"},
        Case{"Nested", "\"He told us 'never again' twice,\" she said.",
             "[He told us 'never again' twice,] +[never again]"},
        Case{"NestedCurly", "\u201CHe said \u2018no\u2019.\u201D",
             "[He said \u2018no\u2019.] +[no]"},
        Case{"EndsTogether", "\"He said 'never.'\"", "[He said 'never.'] +[never.]"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Apostrophes, Quotations,
    testing::Values(Case{"Contraction", "It doesn't and it's his.", ""},
                    Case{"Plural", "The allies' plan and the members' fears.", ""},
                    Case{"Decade", "In the '90s he said 'no'.", "[no]"},
                    Case{"PluralInside", "'The allies' plan is bad,' he said.",
                         "[The allies' plan is bad,]"},
                    Case{"PluralInDouble", "\"The allies' plan,\" he said, \"fails.\"",
                         "[The allies' plan,] [fails.]"},
                    Case{"CurlyPlural", "\u201CThe allies\u2019 plan,\u201D he said.",
                         "[The allies\u2019 plan,]"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Unbalanced, Quotations,
    testing::Values(Case{"NeverClosed", "He said \"we go and left.\nThe plan \"works\" now.",
                         "[works]"},
                    Case{"NeverOpened", "We go,\" he said.\n\"Yes,\" she said.", "[Yes,]"},
                    Case{"OpenedTwice", "He \"said that \"we go\" now.", "[we go]"},
                    Case{"Alone", "\"\n\u201C\n'\n", ""},
                    Case{"EmptyInside", "He said \"\" twice.", ""},
                    Case{"StraySingle", "He ' said \"yes\".", "[yes]"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Paragraphs, Quotations,
    testing::Values(Case{"Continued",
                         "\u201CWe go.\n\u201CThen we stay.\n\u201CThen we leave,\u201D he said.",
                         "[We go.]> <[Then we stay.]> <[Then we leave,]"},
                    Case{"ContinuedAfterCue", "He said: \"We go.\n\"Then we stay.\"\nNobody left.",
                         "[We go.]> <[Then we stay.]"},
                    Case{"NotTakenUp", "\"We go.\nThen we stay.\"", ""}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace afterword
