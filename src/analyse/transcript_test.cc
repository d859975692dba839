#include "analyse/transcript.h"

#include <gtest/gtest.h>

#include <string>

#include "analyse/analyse.h"
#include "analyse/dump.h"

namespace afterword {
namespace {

Document MakeDocument(const std::string& text) {
  Document document;
  document.text = text;
  document.language = "en";
  return document;
}

/// "label: content / content" a line.
std::string Turns(const std::string& text) {
  const Document document = MakeDocument(text);
  const Reading reading = Read(document);
  std::string dump;
  for (const Turn& turn : FindTurns(reading)) {
    dump += Slice(reading.text, reading.SpanOf(turn.label));
    const char* before = ": ";
    for (const TokenRange range : turn.content) {
      dump += before;
      dump += Slice(reading.text, reading.SpanOf(range));
      before = " / ";
    }
    dump += "\n";
  }
  return dump;
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;
};

class Transcripts : public testing::TestWithParam<Case> {};

TEST_P(Transcripts, GiveTheirTurns) { EXPECT_EQ(Turns(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Found, Transcripts,
    testing::Values(
        Case{"Titles", "MS BERG: Is it full?\n\nMR LIND: Yes.\n\nMS BERG: Since when?",
             "MS BERG: Is it full?\nMR LIND: Yes.\nMS BERG: Since when?\n"},
        Case{"Brackets",
             "THE CHAIR (Mr Lind): We begin.\n\nDR BERG (Chair of the Board): Yes.\n\n"
             "THE CHAIR: Thank you.",
             "THE CHAIR (Mr Lind): We begin.\nDR BERG (Chair of the Board): Yes.\n"
             "THE CHAIR: Thank you.\n"},
        Case{"LineByLine", "Mr Lind: Is it full?\nMs Berg: Yes.\nMr Lind: Since when?",
             "Mr Lind: Is it full?\nMs Berg: Yes.\nMr Lind: Since when?\n"},
        Case{"KnownSurnames",
             "Anna Berg and Mr Lind met.\n\nBerg: It is full.\n\nLind: Since when?\n\n"
             "Berg: Since May.",
             "Berg: It is full.\nLind: Since when?\nBerg: Since May.\n"},
        Case{"RolesThatComeAgain",
             "Moderator: Is it full?\n\nAnna Berg: Yes.\n\nModerator: Thank you.",
             "Moderator: Is it full?\nAnna Berg: Yes.\nModerator: Thank you.\n"},
        Case{"GoesOn", "MS BERG: Yes.\n\nThe storm came.\n\nMR LIND: When?\n\nMS BERG: In May.",
             "MS BERG: Yes. / The storm came.\nMR LIND: When?\nMS BERG: In May.\n"},
        Case{"StageDirections",
             "MS BERG: Yes.\n\n(Laughter.)\n\nMR LIND: When?\n\nMS BERG: In May.",
             "MS BERG: Yes.\nMR LIND: When?\nMS BERG: In May.\n"},
        Case{"EndsWithTheLastSpeaker",
             "MS BERG: Yes.\n\nMR LIND: When?\n\nMS BERG: In May.\n\nI saw it.\n\n"
             "The meeting ended at noon.",
             "MS BERG: Yes.\nMR LIND: When?\nMS BERG: In May. / I saw it.\n"},
        Case{"UnknownVoiceEndsATurn",
             "MS BERG: Yes.\n\nQ: When was that?\n\nMR LIND: In May.\n\nMS BERG: In June.",
             "MS BERG: Yes.\nMR LIND: In May.\nMS BERG: In June.\n"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Untouched, Transcripts,
    testing::Values(
        Case{"TwoTurns", "MS BERG: Is it full?\n\nMR LIND: Yes.", ""},
        Case{"OneLabel", "MS BERG: One.\n\nMS BERG: Two.\n\nMS BERG: Three.", ""},
        Case{"Notes",
             "Observation: the port was full.\nConclusion: build.\nRecommendation: a quay.\n"
             "Note: none.",
             ""},
        Case{"QuestionsWithoutNames", "Q: Full?\n\nA: Yes.\n\nQ: When?\n\nA: In May.", ""},
        Case{"Credits", "Author: Anna Berg\nEditor: Paul Lind\nProducer: Rolf Aas", ""},
        Case{"InsideALine", "We met MS BERG: nice. Then MR LIND: nicer. Then MS BERG: gone.", ""},
        Case{"Prose", "Anna Berg said the port was full.", ""}),
    [](const auto& test) { return std::string(test.param.name); });

// --- Whose turn it is ---

std::string Statements(const std::string& text) {
  const Document document = MakeDocument(text);
  const Analysis analysis = Analyse(document);
  std::string dump;
  for (const Statement& statement : analysis.statements) {
    dump += DumpStatement(document.text, analysis, statement);
  }
  return dump;
}

TEST(Transcript, NamesSpeakersInTheirFullestForm) {
  EXPECT_EQ(Statements("THE CHAIR (Mr Lind): I welcome Professor Berg.\n\n"
                       "PROFESSOR BERG: Anna is enough.\n\n"
                       "THE CHAIR: Is it full?\n\n"
                       "MS AAS: No. Professor Anna Berg will tell you."),
            "Lind | THE CHAIR (Mr Lind) |  | direct assert | I welcome Professor Berg.\n"
            "Anna Berg | PROFESSOR BERG |  | direct assert | Anna is enough.\n"
            "Lind | THE CHAIR |  | direct ask | Is it full?\n"
            "Aas | MS AAS |  | direct assert | No. Professor Anna Berg will "
            "tell you.\n");
}

TEST(Transcript, TiesTheChairToTheNameBeforeItsBracket) {
  EXPECT_EQ(Statements("DR BERG (Chair): We begin.\n\nMR LIND: Yes.\n\nTHE CHAIR: Thank you."),
            "Berg | DR BERG (Chair) |  | direct assert | We begin.\n"
            "Lind | MR LIND |  | direct assert | Yes.\n"
            "Berg | THE CHAIR |  | direct assert | Thank you.\n");
}

TEST(Transcript, ReportsNoCueInsideATurn) {
  EXPECT_EQ(Statements("MS BERG: Norway says that it is full.\n\nMR LIND: \"Full,\" he said.\n\n"
                       "MS BERG: According to whom?"),
            "Berg | MS BERG |  | direct assert | Norway says that it is full.\n"
            "Lind | MR LIND |  | direct assert | \"Full,\" he said.\n"
            "Berg | MS BERG |  | direct ask | According to whom?\n");
}

TEST(Transcript, FindsASurnameInCapitalsUnderItsNaturalName) {
  EXPECT_EQ(Statements("Anna Berg met Paul Lind.\n\nBERG: It is full.\n\nLIND: No.\n\nBERG: Yes."),
            "Anna Berg | BERG |  | direct assert | It is full.\n"
            "Paul Lind | LIND |  | direct assert | No.\n"
            "Anna Berg | BERG |  | direct assert | Yes.\n");
}

}  // namespace
}  // namespace afterword
