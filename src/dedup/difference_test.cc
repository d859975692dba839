#include "dedup/difference.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace afterword {
namespace {

/// Lines of `text`.
std::vector<Span> Lines(std::string_view text) {
  std::vector<Span> lines;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    if (end > begin) lines.push_back(MakeSpan(begin, end));
    begin = end + 1;
  }
  return lines;
}

/// "+added / -dropped", by the first word of each line.
std::string Dump(std::string_view original, std::string_view copy) {
  const std::vector<Span> old_lines = Lines(original);
  const std::vector<Span> new_lines = Lines(copy);
  const Difference difference = DifferenceOf({original, old_lines}, {copy, new_lines});
  std::string dump;
  const auto add = [&](char sign, std::string_view text, Span span) {
    const std::string_view line = Slice(text, span);
    if (!dump.empty()) dump += ' ';
    dump += sign;
    dump += line.substr(0, line.find(' '));
  };
  for (const Span span : difference.added) add('+', copy, span);
  for (const Span span : difference.dropped) add('-', original, span);
  return dump;
}

constexpr const char* kLead =
    "Engineers closed the Sandholm viaduct on Friday after sensors reported movement in a pier.\n";
constexpr const char* kQuote =
    "\"Nobody crosses until we know why it moved,\" said site director Ingrid Vasar.\n";
constexpr const char* kDetour =
    "Lorries are sent over the older bridge at Lunde, which adds forty minutes to the journey.\n";
constexpr const char* kCost =
    "Repairs finished only last spring had cost the county eleven million crowns.\n";

struct Case {
  const char* name;
  std::string original;
  std::string copy;
  const char* difference;
};

class DifferenceIs : public testing::TestWithParam<Case> {};

TEST_P(DifferenceIs, InSentences) {
  EXPECT_EQ(Dump(GetParam().original, GetParam().copy), GetParam().difference);
}

const std::string kStory = std::string(kLead) + kQuote + kDetour + kCost;

INSTANTIATE_TEST_SUITE_P(
    Copies, DifferenceIs,
    testing::Values(
        Case{"Same", kStory, kStory, ""},
        Case{"Shortened", kStory, std::string(kLead) + kQuote, "-Lorries -Repairs"},
        Case{"Reordered", kStory, std::string(kCost) + kDetour + kLead + kQuote, ""},
        Case{"WithLocalColour", kStory,
             std::string(kLead) +
                 "Schools in Brekke shut early so that buses could turn around.\n" + kQuote +
                 kDetour + kCost,
             "+Schools"},
        Case{"Updated", std::string(kLead) + kQuote + kCost,
             "Update: traffic returns at dawn as the county declares its viaduct safe.\n" +
                 std::string(kLead) + kDetour + kCost,
             "+Update: +Lorries -\"Nobody"},
        Case{"OneWordChanged", kStory,
             "Engineers shut the Sandholm viaduct on Friday after sensors reported movement in a "
             "pier.\n" +
                 std::string(kQuote) + kDetour + kCost,
             ""},
        Case{"Nothing", kStory, "", "-Engineers -\"Nobody -Lorries -Repairs"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace afterword
