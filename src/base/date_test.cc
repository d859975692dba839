#include "base/date.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

using std::chrono::sys_days;

struct Case {
  const char* name;
  const char* text;
  const char* expected;  // "" for none
};

class DateFromIsoTest : public testing::TestWithParam<Case> {};

TEST_P(DateFromIsoTest, Reads) {
  const auto date = DateFromIso(GetParam().text);
  EXPECT_EQ(date ? ToIso(*date) : "", GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, DateFromIsoTest,
    testing::Values(Case{"Day", "2024-06-06", "2024-06-06"}, Case{"Month", "2024-06", "2024-06"},
                    Case{"Year", "2024", "2024"},
                    Case{"DateTime", "2024-06-06T11:00:00Z", "2024-06-06"},
                    Case{"LeapDay", "2024-02-29", "2024-02-29"},
                    Case{"NoLeapDay", "2023-02-29", ""}, Case{"Month13", "2024-13-01", ""},
                    Case{"DayZero", "2024-06-00", ""}, Case{"ThreeDigitDay", "2024-06-061", ""},
                    Case{"TooShort", "202", ""}, Case{"Words", "June 2024", ""},
                    Case{"Empty", "", ""}, Case{"YearZero", "0000-01-01", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Date, SpansWhatItMayMean) {
  const Date february{2024, 2, 0};
  EXPECT_EQ(ToIso(DateFromDays(FirstDay(february))), "2024-02-01");
  EXPECT_EQ(ToIso(DateFromDays(LastDay(february))), "2024-02-29");
  const Date year{2023, 0, 0};
  EXPECT_EQ(ToIso(DateFromDays(FirstDay(year))), "2023-01-01");
  EXPECT_EQ(ToIso(DateFromDays(LastDay(year))), "2023-12-31");
}

TEST(Date, EveryDayOfFourCenturiesRoundTrips) {
  const sys_days begin = FirstDay({1800, 1, 1});
  const sys_days end = FirstDay({2200, 1, 1});
  for (sys_days day = begin; day < end; day += std::chrono::days{1}) {
    const Date date = DateFromDays(day);
    ASSERT_EQ(FirstDay(date), day);
    ASSERT_EQ(DateFromIso(ToIso(date)), date);
  }
}

}  // namespace
}  // namespace afterword
