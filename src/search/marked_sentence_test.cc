#include "search/marked_sentence.h"

#include <gtest/gtest.h>

#include <string>

#include "search/query_parser.h"
#include "text/utf8.h"

namespace afterword {
namespace {

/// Sentences end with a full stop.
std::vector<Span> Sentences(const std::string& text) {
  std::vector<Span> sentences;
  size_t begin = 0;
  for (size_t end = text.find('.'); end != text.npos; end = text.find('.', begin)) {
    while (text[begin] == ' ') ++begin;
    sentences.push_back(MakeSpan(begin, end + 1));
    begin = end + 1;
  }
  return sentences;
}

/// The sentence with what matched in brackets.
std::string Marked(const std::string& text, const char* query) {
  const WantedWords wanted(ParseQuery(query).value());
  const MarkedSentence sentence = ChooseSentence(text, Sentences(text), wanted);
  std::string marked = sentence.text;
  for (auto match = sentence.matches.rbegin(); match != sentence.matches.rend(); ++match) {
    marked.insert(match->end, "]").insert(match->begin, "[");
  }
  return marked;
}

struct Case {
  const char* name;
  const char* query;
  const char* marked;
};

class ChooseSentenceTest : public testing::TestWithParam<Case> {};

constexpr const char* kText =
    "The navy sailed. Ships were delivered to the navy in May. The navy delivers ships to "
    "\u0160ef\u010Dovi\u010D. Air over defence, air defence.";

TEST_P(ChooseSentenceTest, Marks) { EXPECT_EQ(Marked(kText, GetParam().query), GetParam().marked); }

INSTANTIATE_TEST_SUITE_P(
    Queries, ChooseSentenceTest,
    testing::Values(
        Case{"FirstOfEqual", "navy", "The [navy] sailed."},
        Case{"MostDifferentWords", "navy ship", "[Ships] were delivered to the [navy] in May."},
        Case{"AnyForm", "delivering", "Ships were [delivered] to the navy in May."},
        Case{"Either", "zeppelin OR may", "Ships were delivered to the navy in [May]."},
        Case{"Phrase", "\"air defence\"", "Air over defence, [air defence]."},
        Case{"PhraseAndItsWords", "\"air defence\" air", "[Air] over defence, [air defence]."},
        Case{"Near", "navy near/5 sailed", "The [navy] [sailed]."},
        Case{"Diacritics", "sefcovic", "The navy delivers ships to [\u0160ef\u010Dovi\u010D]."},
        Case{"NotWhatIsRefused", "ships -navy", "[Ships] were delivered to the navy in May."},
        Case{"NotFields", "title:ships", "The navy sailed."},
        Case{"None", "zeppelin", "The navy sailed."}, Case{"NoQuery", "", "The navy sailed."}),
    [](const auto& test) { return test.param.name; });

TEST(ChooseSentence, CutsAVeryLongSentenceAroundTheMatch) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "\u00E9t\u00E9 ";
  text += "zeppelin ";
  for (int i = 0; i < 2000; ++i) text += "\u00E9t\u00E9 ";
  text.back() = '.';
  const WantedWords wanted(ParseQuery("zeppelin").value());
  const MarkedSentence sentence = ChooseSentence(text, Sentences(text), wanted);
  EXPECT_LE(sentence.text.size(), kMaxShownBytes + 6);
  EXPECT_TRUE(IsValidUtf8(sentence.text));
  EXPECT_TRUE(sentence.text.starts_with("\u2026") && sentence.text.ends_with("\u2026"));
  ASSERT_EQ(sentence.matches.size(), 1u);
  EXPECT_EQ(Slice(sentence.text, sentence.matches[0]), "zeppelin");
  EXPECT_EQ(sentence.span, MakeSpan(0, text.size()));
}

TEST(ChooseSentence, TakesTheTextWhereThereAreNoSentences) {
  const WantedWords wanted(ParseQuery("b").value());
  EXPECT_EQ(ChooseSentence("a b c", {}, wanted).text, "a b c");
  EXPECT_EQ(ChooseSentence("", {}, wanted).text, "");
}

}  // namespace
}  // namespace afterword
