#include "analyse/analyse.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "analyse/dump.h"
#include "golden.h"
#include "text/utf8.h"

namespace afterword {
namespace {

Document MakeDocument(std::string text) {
  Document document;
  document.text = std::move(text);
  document.language = "en";
  document.publication.published = Date{2024, 3, 14};
  return document;
}

/// The statements of one paragraph, without the names.
std::string Statements(const std::string& text) {
  const Document document = MakeDocument(text);
  const Analysis analysis = Analyse(document);
  std::string dump;
  for (const Statement& statement : analysis.statements) {
    dump += DumpStatement(document.text, analysis, statement);
  }
  return dump;
}

// --- Whole reports ---

class Reports : public testing::TestWithParam<const char*> {};

TEST_P(Reports, MatchTheirGolden) {
  const std::string path = std::string("src/analyse/golden/") + GetParam();
  Document document = MakeDocument(ReadSourceFile(path + ".txt"));
  ASSERT_FALSE(document.text.empty());
  ExpectGolden(path + ".golden", DumpAnalysis(document.text, Analyse(document)));
}

INSTANTIATE_TEST_SUITE_P(Written, Reports,
                         testing::Values("harbour", "winter_relief", "marks", "hearing"),
                         [](const auto& test) { return std::string(test.param); });

// --- Constructions ---

struct Case {
  const char* name;
  const char* text;
  const char* expected;
};

class Constructions : public testing::TestWithParam<Case> {};

TEST_P(Constructions, GiveTheirStatements) {
  EXPECT_EQ(Statements(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Direct, Constructions,
    testing::Values(Case{"QuotationFirst", "\"We are late,\" Anna Berg said.",
                         "Anna Berg | Anna Berg | said | direct assert | \"We are late,\"\n"},
                    Case{"Inverted", "\"We are late,\" said Anna Berg, the harbour master.",
                         "Anna Berg | Anna Berg, the harbour master | said | direct assert | \"We "
                         "are late,\"\n"},
                    Case{"CueFirst", "Anna Berg said: \"We are late.\"",
                         "Anna Berg | Anna Berg | said | direct assert | \"We are late.\"\n"},
                    Case{"Interrupted", "\"We are late,\" Anna Berg said, \"and we know it.\"",
                         "Anna Berg | Anna Berg | said | direct assert | \"We are late,\" … \"and "
                         "we know it.\"\n"},
                    Case{"QuestionReported", "\"Are we late?\" Anna Berg asked.",
                         "Anna Berg | Anna Berg | asked | direct ask | \"Are we late?\"\n"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Indirect, Constructions,
    testing::Values(
        Case{
            "That", "Anna Berg said on Monday that the port was full.",
            "Anna Berg | Anna Berg | said | indirect assert 2024-03-11 | that the port was full\n"},
        Case{"Bare", "Anna Berg said the port was full.",
             "Anna Berg | Anna Berg | said | indirect assert | the port was full\n"},
        Case{"Told", "Anna Berg told reporters that the port was full.",
             "Anna Berg | Anna Berg | told | indirect assert | that the port was full\n"},
        Case{"Trailing", "The port was full, Anna Berg said on Monday.",
             "Anna Berg | Anna Berg | said | indirect assert 2024-03-11 | The port was full\n"},
        Case{"Around", "The port, Anna Berg said, was full.",
             "Anna Berg | Anna Berg | said | indirect assert | The port … was full\n"},
        Case{"AccordingTo", "The port was full, according to Anna Berg.",
             "Anna Berg | Anna Berg | according to | indirect assert | The port was full\n"},
        Case{"AccordingToFirst", "According to Anna Berg, the port was full.",
             "Anna Berg | Anna Berg | According to | indirect assert | the port was full\n"},
        Case{"Mixed", "Anna Berg said the port was \"full to the brim\" in May.",
             "Anna Berg | Anna Berg | said | mixed assert | the port was \"full to the brim\" in "
             "May\n"},
        Case{"Participle",
             "\"We are late,\" Anna Berg said in Riga, adding that ships were waiting.",
             "Anna Berg | Anna Berg | said | direct assert | \"We are late,\"\n"
             "Anna Berg | Anna Berg | adding | indirect assert | that ships were waiting\n"},
        Case{"TwoVerbs", "Anna Berg said the port was full and warned that ships would wait.",
             "Anna Berg | Anna Berg | said | indirect assert | the port was full\n"
             "Anna Berg | Anna Berg | warned | indirect assert | that ships would wait\n"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Force, Constructions,
    testing::Values(
        Case{"Denied", "Anna Berg denied that the port was full.",
             "Anna Berg | Anna Berg | denied | indirect deny | that the port was full\n"},
        Case{"NoPlans", "Anna Berg said the port had no plans to close.",
             "Anna Berg | Anna Berg | said | indirect deny negated | the port had no plans to "
             "close\n"},
        Case{"WillNot", "Anna Berg said she would not close the port.",
             "Anna Berg | Anna Berg | said | indirect deny negated | she would not close the "
             "port\n"},
        Case{"DidNot", "Anna Berg said the captain did not touch the cable.",
             "Anna Berg | Anna Berg | said | indirect deny negated | the captain did not touch the "
             "cable\n"},
        Case{"NotPlanning", "Anna Berg said neither port was planning to close.",
             "Anna Berg | Anna Berg | said | indirect deny negated | neither port was planning to "
             "close\n"},
        Case{"Wrong", "\"The talk of a second quay is wrong,\" Anna Berg said.",
             "Anna Berg | Anna Berg | said | direct deny | \"The talk of a second quay is "
             "wrong,\"\n"},
        Case{"Contrast", "\"One ship is a test, not a trade,\" Anna Berg said.",
             "Anna Berg | Anna Berg | said | direct assert negated | \"One ship is a test, not a "
             "trade,\"\n"},
        Case{"ContrastOfClauses", "\"We did not come to talk, we came to work,\" Anna Berg said.",
             "Anna Berg | Anna Berg | said | direct assert negated | \"We did not come to talk, we "
             "came to work,\"\n"},
        Case{"CouldNot", "Anna Berg said the ships could not wait.",
             "Anna Berg | Anna Berg | said | indirect assert negated | the ships could not wait\n"},
        Case{"HadNot", "Anna Berg said the makers had not delivered.",
             "Anna Berg | Anna Berg | said | indirect assert negated | the makers had not "
             "delivered\n"},
        Case{"CueIsTheFirstWord", "Added that the port was full.", ""},
        Case{"NoPlanToGo", "Anna Berg said she had no plan to go.",
             "Anna Berg | Anna Berg | said | indirect deny negated | she had no plan to go\n"},
        Case{"NoPlanAtHand", "Anna Berg said she had the keys and no plan for them.",
             "Anna Berg | Anna Berg | said | indirect assert | she had the keys and no plan for "
             "them\n"},
        Case{"WillNotBe", "Anna Berg said the target will not be reached.",
             "Anna Berg | Anna Berg | said | indirect assert negated | the target will not be "
             "reached\n"},
        Case{"DidNotRuleOut", "Anna Berg said she did not rule it out.",
             "Anna Berg | Anna Berg | said | indirect assert negated | she did not rule it out\n"},
        Case{"Promised", "Anna Berg promised to open a second quay.",
             "Anna Berg | Anna Berg | promised | indirect promise | to open a second quay\n"},
        Case{"Urged", "Anna Berg urged shipowners to wait.",
             "Anna Berg | Anna Berg | urged | indirect urge | shipowners to wait\n"},
        Case{"Needs", "\"We need to build more,\" Anna Berg said.",
             "Anna Berg | Anna Berg | said | direct urge | \"We need to build more,\"\n"},
        Case{"Refused", "Anna Berg refused to close the port.",
             "Anna Berg | Anna Berg | refused | indirect refuse | to close the port\n"},
        Case{"Conditional", "Anna Berg said the port would close if the storm came.",
             "Anna Berg | Anna Berg | said | indirect assert conditional | "
             "the port would close if the storm came\n"}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Nothing, Constructions,
    testing::Values(Case{"Noun", "The report of the harbour was long.", ""},
                    Case{"Passive", "Anna Berg was told that the port was full.", ""},
                    Case{"NotSaid", "Anna Berg did not say that the port was full.", ""},
                    Case{"Infinitive", "Nobody wanted to say that the port was full.", ""},
                    Case{"ScareQuotes", "The \"second quay\" was opened in May.", ""},
                    Case{"NoSpeaker", "\"We are late and we know it.\"", ""}),
    [](const auto& test) { return std::string(test.param.name); });

// --- Speakers ---

INSTANTIATE_TEST_SUITE_P(
    Speakers, Constructions,
    testing::Values(
        Case{"Surname", "Anna Berg left. Berg said the port was full.",
             "Anna Berg | Berg | said | indirect assert | the port was full\n"},
        Case{"Title", "Paul Lind met Anna Berg. Mrs. Berg said the port was full.",
             "Anna Berg | Mrs. Berg | said | indirect assert | the port was full\n"},
        Case{"Role", "Latvian general Paul Lind met Anna Berg. The general said the port was full.",
             "Paul Lind | The general | said | indirect assert | the port was full\n"},
        Case{"Pronoun", "Paul Lind met Anna Berg. She said the port was full.",
             "Anna Berg | She | said | indirect assert | the port was full\n"},
        Case{"Alliance", "NATO met in Riga. The alliance said the port was full.",
             "NATO | The alliance | said | indirect assert | the port was full\n"},
        Case{"Capital", "Kyiv said the port was full.",
             "Kyiv | Kyiv | said | indirect assert | the port was full\n"},
        Case{"Officials", "The port was full, officials said.",
             "officials | officials | said | indirect assert | The port was full\n"},
        Case{
            "Both", "Norway and Sweden said the port was full.",
            "Norway and Sweden | Norway and Sweden | said | indirect assert | the port was full\n"},
        Case{"NameAfterRole", "The harbour minister, Orlen Quill, said the port was full.",
             "Orlen Quill | The harbour minister, Orlen Quill | said | indirect assert | "
             "the port was full\n"},
        Case{"Rank", "Commodore Rolf Aas met Anna Berg. The Commodore said the port was full.",
             "Rolf Aas | The Commodore | said | indirect assert | the port was full\n"},
        Case{"Chairmanship",
             "They met under the chairmanship of Mrs Berg. The chairwoman said the port was full.",
             "Berg | The chairwoman | said | indirect assert | the port was full\n"},
        Case{"RankWithBracket", "\"We are late,\" said Wing Commander (retired) Anna Berg.",
             "Anna Berg | Wing Commander (retired) Anna Berg | said | direct assert | \"We are "
             "late,\"\n"},
        Case{"PossessiveWithName", "Norway left. Its minister, Orlen Quill, said it was full.",
             "Orlen Quill | Its minister, Orlen Quill | said | indirect assert | it was full\n"},
        Case{"PossessiveAlone", "My department said the port was full.",
             "my department | My department | said | indirect assert | the port was full\n"},
        Case{"AccordingToHer", "Anna Berg left. The port was full, according to her.",
             "Anna Berg | her | according to | indirect assert | The port was full\n"},
        Case{"Estimate", "The port was full, according to an Estonian estimate made in May.",
             "Estonian estimate | an Estonian estimate | according to | indirect assert | The port "
             "was full\n"},
        Case{"Forces", "The port was full, according to the Danish armed forces.",
             "Danish armed forces | the Danish armed forces | according to | indirect assert | The "
             "port was full\n"},
        Case{"People", "The Dutch said the port was full.",
             "Dutch | The Dutch | said | indirect assert | the port was full\n"},
        Case{"FirstReport", "The port was full, according to the first report.",
             "first report | the first report | according to | indirect assert | The port was "
             "full\n"},
        Case{"NameBesideCue", "\"It is full,\" warns Orlen Quill. Mr Quill said ships would wait.",
             "Orlen Quill | Orlen Quill | warns | direct assert | \"It is full,\"\n"
             "Orlen Quill | Mr Quill | said | indirect assert | ships would wait\n"},
        Case{"UnknownRole", "Anna Berg left. The captain said the port was full.",
             "captain | The captain | said | indirect assert | the port was full\n"},
        Case{"Continued", "\"We are late,\" Anna Berg said.\n\n\"The storm came in May.\"",
             "Anna Berg | Anna Berg | said | direct assert | \"We are late,\"\n"
             "Anna Berg |  |  | direct assert | \"The storm came in May.\"\n"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Analyse, FindsNothingInHeadlines) {
  Document document = MakeDocument("Port is full, Anna Berg said.\n\nThe port was full.");
  document.blocks = {{BlockKind::kHeadline, {0, 29}}, {BlockKind::kParagraph, {31, 49}}};
  const Analysis analysis = Analyse(document);
  EXPECT_TRUE(analysis.statements.empty());
  EXPECT_EQ(analysis.sentences, (std::vector<Span>{{0, 29}, {31, 49}}));
}

TEST(Analyse, FindsOnlySentencesInOtherLanguages) {
  Document document = MakeDocument("Anna Berg said the port was full. Anna left.");
  document.language = "de";
  const Analysis analysis = Analyse(document);
  EXPECT_EQ(analysis.sentences.size(), 2u);
  EXPECT_TRUE(analysis.statements.empty());
  EXPECT_TRUE(analysis.entities.empty());
}

// --- Any text ---

constexpr const char* kPieces[] = {"\"",
                                   "'",
                                   "\u201C",
                                   "\u201D",
                                   "\u2019",
                                   " ",
                                   " ",
                                   " ",
                                   " ",
                                   "\n\n",
                                   ". ",
                                   ", ",
                                   ": ",
                                   " said ",
                                   " Anna Berg ",
                                   " the general ",
                                   " adding that ",
                                   " according to ",
                                   " NATO ",
                                   " he ",
                                   " who ",
                                   " told reporters that ",
                                   " the port was full",
                                   " denied ",
                                   " on Thursday ",
                                   " and ",
                                   " but ",
                                   "U.S.",
                                   "Gen. Lind ",
                                   "\u00E9t\u00E9",
                                   "12",
                                   "\u2014",
                                   ", the minister, ",
                                   "urged allies to go"};

std::string RandomText(uint32_t seed) {
  std::mt19937 random(seed);
  std::uniform_int_distribution<size_t> piece(0, std::size(kPieces) - 1);
  std::string text;
  for (int i = 0; i < 150; ++i) text += kPieces[piece(random)];
  return text;
}

void ExpectOrderedSpans(std::string_view text, const std::vector<Span>& spans) {
  uint32_t end = 0;
  for (const Span span : spans) {
    EXPECT_LE(end, span.begin);
    EXPECT_LT(span.begin, span.end);
    ASSERT_LE(span.end, text.size());
    EXPECT_TRUE(IsUtf8Boundary(text, span.begin));
    EXPECT_TRUE(IsUtf8Boundary(text, span.end));
    end = span.end;
  }
}

class AnyReport : public testing::TestWithParam<uint32_t> {};

TEST_P(AnyReport, GivesSoundSpans) {
  const Document document = MakeDocument(RandomText(GetParam()));
  const Analysis analysis = Analyse(document);
  ExpectOrderedSpans(document.text, analysis.sentences);
  for (const Entity& entity : analysis.entities) ExpectOrderedSpans(document.text, entity.mentions);
  uint32_t first = 0;
  for (const Statement& statement : analysis.statements) {
    ExpectOrderedSpans(document.text, statement.source);
    ExpectOrderedSpans(document.text, statement.cue);
    ExpectOrderedSpans(document.text, statement.content);
    EXPECT_FALSE(statement.content.empty());
    EXPECT_LE(first, Extent(statement).begin);
    first = Extent(statement).begin;
    EXPECT_GT(statement.score, 0);
    EXPECT_LE(statement.score, 1);
    EXPECT_LT(statement.speaker.value_or(0), std::max<size_t>(analysis.entities.size(), 1));
  }
}

TEST_P(AnyReport, IsReadTheSameTwice) {
  const Document document = MakeDocument(RandomText(GetParam()));
  EXPECT_EQ(DumpAnalysis(document.text, Analyse(document)),
            DumpAnalysis(document.text, Analyse(document)));
}

INSTANTIATE_TEST_SUITE_P(Random, AnyReport, testing::Range<uint32_t>(0, 300));

}  // namespace
}  // namespace afterword
