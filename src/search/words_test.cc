#include "search/words.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>

#include "search/porter.h"
#include "store/database.h"
#include "store/test_readings.h"

namespace afterword {
namespace {

std::string Dump(std::string_view text) {
  std::string dump;
  for (const FoldedWord& word : FoldWords(text)) {
    dump += fmt::format("{}[{}-{}] ", word.text, word.span.begin, word.span.end);
  }
  return dump;
}

struct Case {
  const char* name;
  const char* text;
  const char* words;
};

class FoldWordsTest : public testing::TestWithParam<Case> {};

TEST_P(FoldWordsTest, GivesWordsInPlace) { EXPECT_EQ(Dump(GetParam().text), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    Texts, FoldWordsTest,
    testing::Values(Case{"Empty", "", ""}, Case{"OnlyMarks", " \u2013 \"&", ""},
                    Case{"Plain", "Tanks, now.", "tanks[0-5] now[7-10] "},
                    Case{"Hyphen", "F-16s", "f[0-1] 16s[2-5] "},
                    Case{"Diacritics", "Erdo\u011Fan \u0160ef\u010Dovi\u010D",
                         "erdogan[0-8] sefcovic[9-20] "},
                    Case{"CombiningDiacritic", "Cafe\u0301 a", "cafe[0-6] a[7-8] "},
                    Case{"Cyrillic", "\u041A\u0418\u0407\u0412", "\u043A\u0438\u0457\u0432[0-8] "},
                    Case{"Sharp", "Gro\u00DF", "gro\u00DF[0-5] "}),
    [](const auto& test) { return test.param.name; });

/// What SQLite's own tokenizer makes of `text`, in order.
std::vector<std::string> WordsOfTheIndex(const std::string& text) {
  const TestFolder folder;
  auto database = Database::Open(folder / "words.db", OpenMode::kCreate);
  EXPECT_TRUE(database.ok()) << database.error().message;
  const Status made = database.value().Execute(
      "CREATE VIRTUAL TABLE temp.words USING fts5(text, content='', "
      "tokenize='porter unicode61 remove_diacritics 2');"
      "CREATE VIRTUAL TABLE temp.list USING fts5vocab('temp', 'words', 'instance');");
  EXPECT_TRUE(made.ok()) << made.error().message;
  Query insert = database.value().Prepare("INSERT INTO words(rowid, text) VALUES (1, ?)").value();
  insert.Bind(1, text);
  EXPECT_TRUE(insert.Run().ok());
  Query list = database.value().Prepare("SELECT term FROM list ORDER BY offset").value();
  std::vector<std::string> words;
  while (list.Step().value()) words.emplace_back(list.Text(0));
  return words;
}

TEST(FoldWords, AgreesWithTheIndex) {
  const std::string text =
      "Ministers said on Tuesday that deliveries of F-16s, agreed in Vilnius, had been "
      "\u201Cslower "
      "than hoped\u201D; the Secretary-General\u2019s spokeswoman conceded that capabilities, "
      "operational readiness and rationalised technologies were lagging. Recep Tayyip "
      "Erdo\u011Fan, "
      "Maro\u0161 \u0160ef\u010Dovi\u010D, J\u0119drzej, \u00D8ystein, \u0141\u00F3d\u017A, "
      "Stra\u00DFe, na\u00EFve, \u0130stanbul and "
      "\u0412\u043E\u043B\u043E\u0434\u0438\u043C\u0438\u0440 "
      "\u0417\u0435\u043B\u0435\u043D\u0441\u044C\u043A\u0438\u0439 met; "
      "\u0391\u03B8\u03AE\u03BD\u03B1. "
      "300,000 rounds at 5.5\u00A0km, \u00BD of 2\u00B2; cafe\u0301 x\u0308. Skies, dying, "
      "generalizations, oscillators, hopping, relational, valenci, feudalism, homologou, "
      "effective, "
      "bowdlerize, probate, cease, controlling, rolling, agreement, irritant, replacement, "
      "adjustment.";
  std::vector<std::string> words;
  for (const FoldedWord& word : FoldWords(text)) words.push_back(PorterStem(word.text));
  EXPECT_EQ(words, WordsOfTheIndex(text));
}

}  // namespace
}  // namespace afterword
