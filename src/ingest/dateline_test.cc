#include "ingest/dateline.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace afterword {
namespace {

std::string Dump(const std::optional<Dateline>& dateline) {
  if (!dateline) return "none";
  return fmt::format("{}|{}|{}|{}", dateline->place, dateline->date ? ToIso(*dateline->date) : "",
                     dateline->agency, dateline->length);
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;
};

class FindDatelineTest : public testing::TestWithParam<Case> {};
TEST_P(FindDatelineTest, Finds) {
  EXPECT_EQ(Dump(FindDateline(GetParam().text)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, FindDatelineTest,
    testing::Values(
        Case{"PlaceDateAgency", "HELSINKI, 6 June 2024 (Northern Wire) — The alliance",
             "HELSINKI|2024-06-06|Northern Wire|42"},
        Case{"PlaceAgency", "KYIV, Ukraine (NW) — Shells", "KYIV, Ukraine||NW|23"},
        Case{"DateWithoutYear", "BRUSSELS, March 20 (NW) - Ministers", "BRUSSELS||NW|26"},
        Case{"PlaceOnly", "ADDIS ABABA – Trucks", "ADDIS ABABA|||16"},
        Case{"DoubleHyphen", "BRUSSELS, 20 March 2023 -- Ministers", "BRUSSELS|2023-03-20||27"},
        Case{"SpeakerOfAHearing", "MR HALVORSEN: I thank you", "none"},
        Case{"OrdinaryWords", "The alliance - which met", "none"},
        Case{"Acronym", "NATO is ready - it says", "none"}),
    [](const auto& test) { return test.param.name; });

class DatelineLineTest : public testing::TestWithParam<Case> {};
TEST_P(DatelineLineTest, Reads) {
  EXPECT_EQ(Dump(ReadDatelineLine(GetParam().text)), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Table, DatelineLineTest,
                         testing::Values(Case{"Bare", "HELSINKI", "HELSINKI|||8"},
                                         Case{"WithDate", "OSLO, 3 May 2023",
                                              "OSLO|2023-05-03||16"},
                                         Case{"Shouting", "NATO HAS NO PLANS TO DEPLOY", "none"},
                                         Case{"Sentence", "Helsinki is cold", "none"}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace afterword
