#include "analyse/said_at.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

struct Case {
  const char* name;
  /// The cue is "said".
  const char* text;
  const char* expected;
};

class SaidAtTable : public testing::TestWithParam<Case> {};

TEST_P(SaidAtTable, ReadsTheDay) {
  Document document;
  document.text = GetParam().text;
  const Reading reading = Read(document);
  const size_t cue = document.text.find("said");
  Attribution attribution;
  attribution.cue = {MakeSpan(cue, cue + 4)};
  // A Thursday.
  const std::optional<Date> date = SaidAt(reading, attribution, Date{2024, 6, 6});
  EXPECT_EQ(date ? ToIso(*date) : "none", GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Days, SaidAtTable,
    testing::Values(Case{"SameDay", "Berg said on Thursday that it rained.", "2024-06-06"},
                    Case{"LastWeek", "Berg said on Friday that it rained.", "2024-05-31"},
                    Case{"Before", "Berg on Monday said that it rained.", "2024-06-03"},
                    Case{"Yesterday", "Berg said yesterday that it rained.", "2024-06-05"},
                    Case{"MonthDay", "Berg said on June 4 that it rained.", "2024-06-04"},
                    Case{"DayMonth", "Berg said on 4 June that it rained.", "2024-06-04"},
                    Case{"LastYear", "Berg said on December 4 that it rained.", "2023-12-04"},
                    Case{"InContent", "Berg said that it rained on Monday.", "none"},
                    Case{"None", "Berg said that it rained.", "none"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(SaidAt, NeedsTheDayOfPublication) {
  Document document;
  document.text = "Berg said on Thursday that it rained.";
  Attribution attribution;
  attribution.cue = {{5, 9}};
  EXPECT_EQ(SaidAt(Read(document), attribution, std::nullopt), std::nullopt);
  EXPECT_EQ(SaidAt(Read(document), attribution, Date{2024, 6, 0}), std::nullopt);
}

}  // namespace
}  // namespace afterword
