#include "dedup/day_range.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

DayRange Days(const char* iso) { return DayRangeOf(DateFromIso(iso)); }

struct Case {
  const char* name;
  const char* one;
  const char* other;
  int64_t days;
};

class DaysApart : public testing::TestWithParam<Case> {};

TEST_P(DaysApart, EitherWay) {
  EXPECT_EQ(DaysBetween(Days(GetParam().one), Days(GetParam().other)), GetParam().days);
  EXPECT_EQ(DaysBetween(Days(GetParam().other), Days(GetParam().one)), GetParam().days);
}

INSTANTIATE_TEST_SUITE_P(Dates, DaysApart,
                         testing::Values(Case{"Same", "2024-05-01", "2024-05-01", 0},
                                         Case{"AMonth", "2024-05-01", "2024-05-31", 30},
                                         Case{"BeforeTheEpoch", "1969-12-30", "1970-01-02", 3},
                                         Case{"DayInItsMonth", "2024-05-17", "2024-05", 0},
                                         Case{"DayAfterAMonth", "2024-06-03", "2024-05", 3},
                                         Case{"DayInItsYear", "2024-05-17", "2024", 0},
                                         Case{"Undated", "2024-05-17", "no date", 0},
                                         Case{"BothUndated", "", "", 0}),
                         [](const auto& test) { return test.param.name; });

TEST(DayRangeOf, KnowsWhetherThereWasADate) {
  EXPECT_TRUE(Days("2024").IsKnown());
  EXPECT_FALSE(Days("").IsKnown());
}

}  // namespace
}  // namespace afterword
