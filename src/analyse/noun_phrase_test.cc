#include "analyse/noun_phrase.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

struct Case {
  const char* name;
  /// '*' stands before the verb, or before the phrase.
  const char* text;
  const char* expected;
};

struct Marked {
  Document document;
  uint32_t offset = 0;
};

Marked Parse(std::string text) {
  Marked marked;
  marked.offset = static_cast<uint32_t>(text.find('*'));
  text.erase(marked.offset, 1);
  marked.document.text = std::move(text);
  return marked;
}

std::string Dump(const Reading& reading, const std::optional<NounPhrase>& phrase) {
  return phrase ? std::string(Slice(reading.text, reading.SpanOf(phrase->tokens))) : "none";
}

class Subjects : public testing::TestWithParam<Case> {};

TEST_P(Subjects, StandBeforeTheVerb) {
  const Marked marked = Parse(GetParam().text);
  const Reading reading = Read(marked.document);
  const uint32_t verb = reading.TokenAt(marked.offset);
  EXPECT_EQ(Dump(reading, SubjectBefore(reading, verb, reading.SentenceOf(verb).begin)),
            GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Phrases, Subjects,
    testing::Values(
        Case{"Name", "Anna Berg *said", "Anna Berg"}, Case{"Pronoun", "In Riga she *said", "she"},
        Case{"Determiner", "After it the ministry *said", "the ministry"},
        Case{"Titled", "Yesterday Latvian general Paul Lind *said", "Latvian general Paul Lind"},
        Case{"Possessor", "the alliance's top general Paul Lind *told",
             "the alliance's top general Paul Lind"},
        Case{"OfPhrase", "A spokesman for the defence ministry *said",
             "A spokesman for the defence ministry"},
        Case{"Apposition", "Anna Berg, the harbour master, *said", "Anna Berg, the harbour master"},
        Case{"Circumstance", "Anna Berg, speaking in Riga, *said", "Anna Berg"},
        Case{"Age", "Anna Berg, 43, *said", "Anna Berg, 43"},
        Case{"Bracket", "Anna Berg (R-Utah) *said", "Anna Berg (R-Utah)"},
        Case{"Origin", "Anna Berg, of Springfield, Va., *said", "Anna Berg"},
        Case{"Coordination", "Paul Lind and Anna Berg *said", "Paul Lind and Anna Berg"},
        Case{"TimeBetween", "Anna Berg on Thursday *said", "Anna Berg"},
        Case{"AdverbBetween", "Anna Berg also *said", "Anna Berg"},
        Case{"PluralPossessive", "the pilots' union *said", "the pilots' union"},
        Case{"Leading", "Even Anna Berg *said", "Anna Berg"},
        Case{"AfterConjunction", "It rained because officials *said", "officials"},
        Case{"Nothing", ", *said", "none"}),
    [](const auto& test) { return std::string(test.param.name); });

class Phrases : public testing::TestWithParam<Case> {};

TEST_P(Phrases, BeginThere) {
  const Marked marked = Parse(GetParam().text);
  const Reading reading = Read(marked.document);
  const TokenRange room{reading.TokenAt(marked.offset), reading.size()};
  EXPECT_EQ(Dump(reading, PhraseAt(reading, room, PhraseReach::kTight)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Forwards, Phrases,
    testing::Values(Case{"Name", "said *Anna Berg in Riga.", "Anna Berg"},
                    Case{"Apposition", "said *Anna Berg, the harbour master of Riga.",
                         "Anna Berg, the harbour master of Riga"},
                    Case{"Of", "said *the mayor of Riga on Monday.", "the mayor of Riga"},
                    Case{"StopsAtVerb", "In May *Berg closed the port.", "Berg"},
                    Case{"Pronoun", "said *he in Riga.", "he"},
                    Case{"Mark", "said *, no.", "none"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PhraseAt, ReachesWideOverPrepositions) {
  Document document;
  document.text = "a study by the University of Porto, costs rise";
  const Reading reading = Read(document);
  EXPECT_EQ(Dump(reading, PhraseAt(reading, {0, reading.size()}, PhraseReach::kWide)),
            "a study by the University of Porto");
}

}  // namespace
}  // namespace afterword
