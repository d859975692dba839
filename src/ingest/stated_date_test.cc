#include "ingest/stated_date.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

struct Case {
  const char* name;
  const char* text;
  const char* expected;
};

class FindStatedDateTest : public testing::TestWithParam<Case> {};

TEST_P(FindStatedDateTest, Finds) {
  const auto found = FindStatedDate(GetParam().text);
  EXPECT_EQ(found ? ToIso(found->date) : "none", GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, FindStatedDateTest,
    testing::Values(Case{"DayFirst", "HELSINKI, 6 June 2024 (Northern Wire)", "2024-06-06"},
                    Case{"MonthFirst", "Published June 6, 2024 at noon", "2024-06-06"},
                    Case{"ShortMonth", "06 Sept 2023", "2023-09-06"},
                    Case{"Ordinal", "the 1st March 2022", "2022-03-01"},
                    Case{"Iso", "date: 2024-02-29", "2024-02-29"},
                    Case{"NoSuchDay", "31 February 2024", "none"},
                    Case{"SecondOneIsGood", "31 February 2024, 1 March 2024", "2024-03-01"},
                    Case{"NoYear", "6 June", "none"}, Case{"Slashes", "06/07/2024", "none"},
                    Case{"InsideANumber", "12024-06-061", "none"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace afterword
