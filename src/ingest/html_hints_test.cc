#include "ingest/html_hints.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

struct Case {
  const char* name;
  std::string_view text;
  HintMask hints;
};

class HintsInTest : public testing::TestWithParam<Case> {};

TEST_P(HintsInTest, Reads) { EXPECT_EQ(HintsIn(GetParam().text), GetParam().hints); }

INSTANTIATE_TEST_SUITE_P(
    Table, HintsInTest,
    testing::Values(Case{"None", "x12 foo", 0}, Case{"Empty", "", 0},
                    Case{"Stem", "navigation", Bit(HtmlHint::kNavigation)},
                    Case{"Whole", "ad", Bit(HtmlHint::kAdvert)}, Case{"NoStem", "add", 0},
                    Case{"Camel", "siteFooter", Bit(HtmlHint::kFooter)},
                    Case{"Hyphens", "entry-content",
                         Bit(HtmlHint::kPost) | Bit(HtmlHint::kContent)},
                    Case{"Capitals", "COMMENTS", Bit(HtmlHint::kComment)},
                    Case{"TwoOfOneWord", "posted", Bit(HtmlHint::kPost) | Bit(HtmlHint::kDate)}),
    [](const auto& test) { return test.param.name; });

TEST(FindHints, ReadsSeveralAttributes) {
  const auto tree = HtmlTree::Parse("<div id=sidebar role=navigation><p style='display:none'>a");
  ASSERT_TRUE(tree.ok());
  const auto hints = FindHints(tree.value());
  HintMask all = 0;
  for (const HintMask mask : hints) all |= mask;
  EXPECT_EQ(all, Bit(HtmlHint::kSidebar) | Bit(HtmlHint::kNavigation) | Bit(HtmlHint::kHidden));
}

}  // namespace
}  // namespace afterword
