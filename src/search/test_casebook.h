// For tests: a casebook of five reports, small enough to know by heart.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "search/summary.h"
#include "store/casebook.h"
#include "store/test_readings.h"

namespace afterword {

struct TestStatement {
  const char* source = "";
  const char* cue = "";
  const char* content = "";
  StatementKind kind = StatementKind::kIndirect;
  Force force = Force::kAssert;
  std::optional<Date> said_at = {};
};

struct TestReport {
  std::string id = {};
  std::string title = {};
  std::string publisher = {};
  std::optional<Date> published = {};
  std::string language = "en";
  /// Each one a sentence; the whole is one paragraph.
  std::vector<std::string> sentences = {};
  /// Found in the text under the last word of their names. The first is the speaker of all
  /// statements.
  std::vector<std::pair<const char*, EntityKind>> entities = {};
  std::vector<TestStatement> statements = {};
};

inline Span Find(const std::string& text, std::string_view part) {
  const size_t begin = text.find(part);
  EXPECT_NE(begin, text.npos) << part;
  return MakeSpan(begin, begin + part.size());
}

inline std::vector<Span> FindAll(const std::string& text, std::string_view part) {
  return part.empty() ? std::vector<Span>{} : std::vector<Span>{Find(text, part)};
}

inline AnalysedDocument ToReading(const TestReport& report) {
  std::string text;
  for (const std::string& sentence : report.sentences) {
    if (!text.empty()) text += ' ';
    text += sentence;
  }
  AnalysedDocument reading = PlainReading(text, report.id);
  reading.document.language = report.language;
  Publication& publication = reading.document.publication;
  publication.title = report.title;
  publication.publisher = report.publisher;
  publication.published = report.published;
  for (const std::string& sentence : report.sentences) {
    reading.analysis.sentences.push_back(Find(text, sentence));
  }
  for (const auto& [name, kind] : report.entities) {
    const std::string_view words = name;
    const size_t last = words.rfind(' ') == words.npos ? 0 : words.rfind(' ') + 1;
    reading.analysis.entities.push_back({name, kind, FindAll(text, words.substr(last))});
  }
  for (const TestStatement& said : report.statements) {
    Statement statement;
    statement.source = FindAll(text, said.source);
    statement.cue = FindAll(text, said.cue);
    statement.content = FindAll(text, said.content);
    if (!report.entities.empty()) statement.speaker = 0;
    statement.kind = said.kind;
    statement.force = said.force;
    statement.said_at = said.said_at;
    reading.analysis.statements.push_back(statement);
  }
  return reading;
}

/// Documents 1 to 4; the first has two publications.
inline std::vector<TestReport> TestReports() {
  TestReport howitzers{
      .id = "howitzers.txt",
      .title = "Summit backs howitzers",
      .publisher = "Bay Gazette",
      .published = Date{2024, 6, 6},
      .sentences = {"Ministers met in Vilnius for a day.",
                    "“We will deliver twelve howitzers by August,” Jana Novak said.",
                    "The Northern Alliance welcomed the delivery."},
      .entities = {{"Jana Novak", EntityKind::kPerson},
                   {"Northern Alliance", EntityKind::kOrganisation}},
      .statements = {{"Jana Novak", "said", "We will deliver twelve howitzers by August",
                      StatementKind::kDirect, Force::kPromise, Date{2024, 6, 5}}}};
  TestReport again = howitzers;
  again.id = "wire-17";
  again.publisher = "Morning Wire";
  again.published = Date{2024, 7, 1};
  return {
      howitzers,
      {.id = "shells.txt",
       .title = "Shells arrive late",
       .publisher = "Harbour Post",
       .published = Date{2024, 5, 20},
       .sentences = {"Shells ordered in March reached the depot in May.",
                     "Recep Erdoğan denied that the delivery was late.",
                     "He said howitzers would need more shells."},
       .entities = {{"Recep Erdoğan", EntityKind::kPerson}},
       .statements = {{"Recep Erdoğan", "denied", "that the delivery was late",
                       StatementKind::kIndirect, Force::kDeny, std::nullopt},
                      {"He", "said", "howitzers would need more shells", StatementKind::kIndirect,
                       Force::kExpect, std::nullopt}}},
      {.id = "exercise.txt",
       .title = "Air defence drill",
       .publisher = "Bay Gazette",
       .published = Date{2023, 11, 0},
       .sentences = {"The exercise tested air defence over the bay.",
                     "Defence from the air was planned for August."},
       .entities = {{"Northern bay", EntityKind::kPlace}},
       .statements = {}},
      {.id = "haubitzen.txt",
       .language = "de",
       .sentences = {"Zwölf Haubitzen wurden in Łódź übergeben."},
       .entities = {},
       .statements = {}},
      again,
  };
}

/// A casebook in a folder of its own.
class TestCasebook {
 public:
  TestCasebook() : casebook_(Casebook::Open(path(), OpenMode::kCreate).value()) {
    std::vector<PackedReading> readings;
    for (const TestReport& report : TestReports()) {
      readings.push_back(Pack(ToReading(report)).value());
    }
    EXPECT_TRUE(casebook_.Add(readings).ok());
  }

  Casebook& casebook() { return casebook_; }
  Database& database() { return casebook_.database(); }
  Summary MakeSummary() {
    Summary summary;
    EXPECT_TRUE(summary.Refresh(database()).ok());
    return summary;
  }
  std::string path() const { return folder_ / "test.casebook"; }

 private:
  TestFolder folder_;
  Casebook casebook_;
};

}  // namespace afterword
