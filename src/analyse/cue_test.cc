#include "analyse/cue.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

struct Case {
  const char* name;
  const char* text;
  /// The cues, with '|' between them.
  const char* expected;
};

class Cues : public testing::TestWithParam<Case> {};

TEST_P(Cues, AreFound) {
  Document document;
  document.text = GetParam().text;
  const Reading reading = Read(document);
  std::string dump;
  for (const Cue& cue : FindCues(reading)) {
    if (!dump.empty()) dump += '|';
    dump += Slice(document.text, reading.SpanOf(cue.tokens));
  }
  EXPECT_EQ(dump, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Verbs, Cues,
    testing::Values(Case{"Plain", "Berg said it rained.", "said"},
                    Case{"Perfect", "Berg has said it rained.", "has said"},
                    Case{"Progressive", "Berg is urging calm.", "is urging"},
                    Case{"Adverb", "Berg also said it rained.", "said"},
                    Case{"Particle", "Berg called for calm and pointed out risks.",
                         "called for|pointed out"},
                    Case{"Infinitive", "Berg refused to leave.", "refused"},
                    Case{"Participle", "Berg left, saying it rained.", "saying"},
                    Case{"AccordingTo", "It rained, according to Berg.", "according to"},
                    Case{"PluralBaseForm", "Officials report that it rained.", "report"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(NoVerbs, Cues,
                         testing::Values(Case{"Noun", "The report by the state was long.", ""},
                                         Case{"Possessive", "Kyiv's claims were tested.", ""},
                                         Case{"Passive", "Berg was told of it.", ""},
                                         Case{"Denied", "Berg did not say it rained.", ""},
                                         Case{"SingularBaseForm",
                                              "The state report on rain was long.", ""},
                                         Case{"InQuotation", "\"Berg said it rained.\"", ""}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(FindCues, SkipsHeadlines) {
  Document document;
  document.text = "Berg said it rained.";
  document.blocks = {{BlockKind::kHeadline, {0, 20}}};
  EXPECT_TRUE(FindCues(Read(document)).empty());
}

}  // namespace
}  // namespace afterword
