// The report that the project was asked to read first. It is not part of the project: the test
// reads it where it lies, beside the project's folder, and is skipped where it does not.

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <string>
#include <vector>

#include "analyse/analyse.h"
#include "analyse/dump.h"
#include "golden.h"

namespace afterword {
namespace {

struct Expected {
  std::string speaker;
  std::vector<Span> content;
};

std::vector<Expected> ReadExpected(const std::string& json) {
  std::vector<Expected> result;
  const boost::json::value parsed = boost::json::parse(json);
  for (const auto& value : parsed.at("statements").as_array()) {
    Expected expected{value.at("speaker").as_string().c_str(), {}};
    for (const auto& span : value.at("content").as_array()) {
      expected.content.push_back({static_cast<uint32_t>(span.at(0).as_int64()),
                                  static_cast<uint32_t>(span.at(1).as_int64())});
    }
    result.push_back(std::move(expected));
  }
  return result;
}

uint32_t SharedBytes(const std::vector<Span>& a, const std::vector<Span>& b) {
  uint32_t shared = 0;
  for (const Span x : a) {
    for (const Span y : b) {
      if (x.Overlaps(y)) shared += std::min(x.end, y.end) - std::max(x.begin, y.begin);
    }
  }
  return shared;
}

/// The same words to half of the longer one, by the same speaker.
bool IsFound(const Expected& expected, const Statement& statement, const Analysis& analysis) {
  if (!statement.speaker || analysis.entities[*statement.speaker].name != expected.speaker) {
    return false;
  }
  const uint32_t longer = std::max(SharedBytes(expected.content, expected.content),
                                   SharedBytes(statement.content, statement.content));
  return 2 * SharedBytes(expected.content, statement.content) >= longer;
}

TEST(SeedReport, GivesItsStatementsWithTheirSpeakers) {
  const std::string folder = "../shared/corpus/nato-2024-06-06";
  Document document;
  document.text = ReadSourceFile(folder + ".txt");
  const std::string json = ReadSourceFile(folder + ".expected.json");
  if (document.text.empty() || json.empty()) GTEST_SKIP() << folder << " is not here";
  document.language = "en";
  document.publication.published = Date{2024, 6, 6};

  const Analysis analysis = Analyse(document);
  const std::vector<Expected> expected = ReadExpected(json);
  size_t found = 0;
  for (const Expected& one : expected) {
    found += std::any_of(analysis.statements.begin(), analysis.statements.end(),
                         [&](const Statement& s) { return IsFound(one, s, analysis); });
  }
  EXPECT_EQ(found, expected.size()) << DumpAnalysis(document.text, analysis);
  EXPECT_LE(analysis.statements.size(), expected.size() + 1);
}

}  // namespace
}  // namespace afterword
