#include "ingest/html_tree.h"

#include <gtest/gtest.h>

#include <string>

#include "base/limits.h"

namespace afterword {
namespace {

std::string Repeat(std::string_view text, size_t count) {
  std::string all;
  for (size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST(HtmlTree, IsFlatAndOrdered) {
  const auto parsed = HtmlTree::Parse("<body><div><p>a<b>b</b></p></div><!-- no --><p>c");
  ASSERT_TRUE(parsed.ok());
  const auto& nodes = parsed.value().nodes();
  std::string texts;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    EXPECT_GT(nodes[i].end, i);
    EXPECT_LE(nodes[i].end, nodes.size());
    if (i > 0) {
      EXPECT_LT(nodes[i].parent, i);
      EXPECT_LE(nodes[i].end, nodes[nodes[i].parent].end);
      EXPECT_EQ(nodes[i].depth, nodes[nodes[i].parent].depth + 1);
    }
    texts += nodes[i].text;
  }
  EXPECT_EQ(nodes[0].tag, HtmlTag::kHtml);
  EXPECT_EQ(texts, "abc");
}

TEST(HtmlTree, GivesAttributes) {
  const auto parsed = HtmlTree::Parse("<p class='x y' hidden DATETIME=2024-06-06>a</p>");
  ASSERT_TRUE(parsed.ok());
  const HtmlTree& tree = parsed.value();
  uint32_t p = 0;
  while (tree.nodes()[p].tag != HtmlTag::kP) ++p;
  EXPECT_EQ(tree.Attribute(p, HtmlAttribute::kClass), "x y");
  EXPECT_EQ(tree.Attribute(p, HtmlAttribute::kDatetime), "2024-06-06");
  EXPECT_EQ(tree.Attribute(p, HtmlAttribute::kId), "");
  EXPECT_TRUE(tree.Has(p, HtmlAttribute::kHidden));
  EXPECT_FALSE(tree.Has(p, HtmlAttribute::kId));
  EXPECT_FALSE(tree.Uses(HtmlAttribute::kItemprop));
}

struct HostileCase {
  const char* name;
  std::string page;
};

class HostileTest : public testing::TestWithParam<HostileCase> {};

TEST_P(HostileTest, IsRefused) {
  const auto parsed = HtmlTree::Parse(GetParam().page);
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().code, ErrorCode::kLimitExceeded);
  EXPECT_EQ(parsed.error().message.substr(0, 5), "HTML:");
}

std::string ManyAttributes(size_t count) {
  std::string tag = "<p";
  for (size_t i = 0; i < count; ++i) tag += " a" + std::to_string(i) + "=1";
  return tag + ">text</p>";
}

std::string ManyNames(size_t count) {
  std::string page;
  for (size_t i = 0; i < count; ++i)
    page += "<x" + std::to_string(i) + "></x" + std::to_string(i) + ">";
  return page;
}

/// Formatting elements are opened again in each paragraph: 8 bytes make 1,500 elements.
std::string ReopenedFormatting() {
  std::string page = "<p>";
  for (size_t i = 0; i < 1500; ++i) page += "<b a=" + std::to_string(i) + ">";
  return page + Repeat("</p><p>x", 100'000);
}

INSTANTIATE_TEST_SUITE_P(
    Table, HostileTest,
    testing::Values(HostileCase{"DeepElements", Repeat("<div>", 100'000)},
                    HostileCase{"DeepTables", Repeat("<table><tr><td>", 40'000)},
                    HostileCase{"MillionAttributes", ManyAttributes(1'000'000)},
                    HostileCase{"UnclosedTag", "<p " + Repeat("a=b ", 300'000)},
                    HostileCase{"ManyNames", ManyNames(60'000)},
                    HostileCase{"ReopenedFormatting", ReopenedFormatting()}),
    [](const auto& test) { return test.param.name; });

TEST(HtmlTree, ReadsUpToTheDepthLimit) {
  EXPECT_TRUE(HtmlTree::Parse(Repeat("<div>", kMaxHtmlDepth - 10) + "deep").ok());
}

}  // namespace
}  // namespace afterword
