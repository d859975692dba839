#include "ingest/html_date_text.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

struct Case {
  const char* name;
  std::string_view text;
  std::string_view iso;  // empty: none
  DateTextOptions options = {};
};

class FindDateInTextTest : public testing::TestWithParam<Case> {};

TEST_P(FindDateInTextTest, Finds) {
  const auto found = FindDateInText(GetParam().text, GetParam().options);
  EXPECT_EQ(found ? ToIso(found->date) : "", GetParam().iso);
  if (found) {
    EXPECT_LE(found->span.end, GetParam().text.size());
    EXPECT_FALSE(found->span.empty());
  }
}

constexpr DateTextOptions kAmerican{"en", DayMonthOrder::kMonthFirst};

INSTANTIATE_TEST_SUITE_P(
    Table, FindDateInTextTest,
    testing::Values(Case{"English", "Published on 6 June 2024 at noon", "2024-06-06"},
                    Case{"Ordinal", "the 1st of March, 2022", "2022-03-01"},
                    Case{"American", "Jun 6th, 2024", "2024-06-06"},
                    Case{"German", "Donnerstag, 6. März 2024, 11:20 Uhr", "2024-03-06"},
                    Case{"Spanish", "6 de junio de 2024", "2024-06-06"},
                    Case{"French", "Publié le 1er août 2023", "2023-08-01"},
                    Case{"Russian", "6 ИЮНЯ 2024", "2024-06-06"},
                    Case{"Hungarian", "2019. május 5.", "2019-05-05"},
                    Case{"Lithuanian", "2024 m. birželio 6 d.", "2024-06-06"},
                    Case{"Japanese", "2024年6月6日", "2024-06-06"},
                    Case{"Iso", "on 2024-06-06T10:00", "2024-06-06"},
                    Case{"Dots", "06.05.2024", "2024-05-06"},
                    Case{"Slashes", "06/05/2024", "2024-05-06"},
                    Case{"SlashesAmerican", "06/05/2024", "2024-06-05", kAmerican},
                    Case{"SlashesPlain", "06/25/2024", "2024-06-25"},
                    Case{"ShortYear", "06.05.24", "2024-05-06"},
                    // "listopad" is October in Croatian and November in Polish.
                    Case{"PolishMonth", "6 listopada 2023", "2023-11-06", {"pl"}},
                    Case{"CroatianMonth", "6 listopada 2023", "2023-10-06", {"hr"}},
                    Case{"NoSuchDay", "31.02.2024", ""}, Case{"Version", "release 1.2.24", ""},
                    Case{"MonthOnly", "June 2024", ""}, Case{"Old", "6 June 1944", ""},
                    Case{"Empty", "", ""}),
    [](const auto& test) { return test.param.name; });

TEST(OrderOfLanguage, OnlyAmericansPutTheMonthFirst) {
  EXPECT_EQ(OrderOfLanguage("en-US"), DayMonthOrder::kMonthFirst);
  EXPECT_EQ(OrderOfLanguage("en-GB"), DayMonthOrder::kDayFirst);
  EXPECT_EQ(OrderOfLanguage("de"), DayMonthOrder::kDayFirst);
}

}  // namespace
}  // namespace afterword
