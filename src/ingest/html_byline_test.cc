#include "ingest/html_byline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace afterword {
namespace {

struct Case {
  const char* name;
  std::string_view line;
  std::vector<std::string> names;
  BylineKind kind = BylineKind::kShown;
};

class NamesInBylineTest : public testing::TestWithParam<Case> {};

TEST_P(NamesInBylineTest, Finds) {
  EXPECT_THAT(NamesInByline(GetParam().line, GetParam().kind),
              testing::ElementsAreArray(GetParam().names));
}

INSTANTIATE_TEST_SUITE_P(
    Table, NamesInBylineTest,
    testing::Values(Case{"One", "By Ann Lee", {"Ann Lee"}},
                    Case{
                        "Two", "Von Anna Berg und Karl-Heinz Ost", {"Anna Berg", "Karl-Heinz Ost"}},
                    Case{"Many",
                         "Ann Lee, Bo Ek and Jan van der Meer",
                         {"Ann Lee", "Bo Ek", "Jan van der Meer"}},
                    Case{"WithDate", "By Ann Lee | 6 June 2024", {"Ann Lee"}},
                    Case{"Month", "By April Fulton", {"April Fulton"}},
                    Case{"NickShown", "by mossy17", {}},
                    Case{"NickStated", "mossy17", {"mossy17"}, BylineKind::kStated},
                    Case{"Furniture", "View all posts", {}}, Case{"Empty", "", {}}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace afterword
