#include "ingest/html_blocks.h"

#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

struct Case {
  const char* name;
  std::string_view html;
  /// "kind: text" lines; a line break within a text is shown as '/', a tab as '\'.
  std::string_view blocks;
};

std::string Dump(const HtmlPage& page) {
  std::string dump;
  for (const HtmlBlock& block : page.blocks) {
    std::string text(page.TextOf(block));
    for (char& c : text) c = c == '\n' ? '/' : c == '\t' ? '\\' : c;
    dump += std::string(Name(block.kind)) + ": " + text + "\n";
  }
  return dump;
}

class SplitBlocksTest : public testing::TestWithParam<Case> {};

TEST_P(SplitBlocksTest, Splits) {
  const auto tree = HtmlTree::Parse(GetParam().html);
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(Dump(SplitBlocks(tree.value())), GetParam().blocks);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SplitBlocksTest,
    testing::Values(Case{"Paragraphs", "<p>One  <b>two</b>\n three.</p><p> </p><p>Four</p>",
                         "paragraph: One two three.\nparagraph: Four\n"},
                    Case{"Mixed", "<div>before<p>in</p>after</div>",
                         "paragraph: before\nparagraph: in\nparagraph: after\n"},
                    Case{"Breaks", "<div>a<br>b<br><br>c</div>", "paragraph: a/b\nparagraph: c\n"},
                    Case{"Kinds",
                         "<h2>H</h2><ul><li>L<p>LP</p></ul><blockquote><p>Q</p></blockquote>"
                         "<figure><figcaption>C</figcaption></figure>",
                         "subheading: H\nlist_item: L\nlist_item: LP\nquotation: Q\ncaption: C\n"},
                    Case{"DataTable", "<table><tr><th>a<th>b<tr><td>1<td>2<br>3</table>",
                         "table: a\\b/1\\2/3\n"},
                    Case{"LayoutTable", "<table><tr><td><p>one</p><p>two</p></table>",
                         "paragraph: one\nparagraph: two\n"},
                    Case{"Unseen",
                         "<p>a<script>x()</script><style>y</style><select><option>z</select></p>",
                         "paragraph: a\n"},
                    Case{"Links", "<p><a>one</a><a>two</a></p>", "paragraph: one two\n"},
                    Case{"Spaces", "<p>a\u00A0b\u00ADc\u200Bd\uFEFF</p>", "paragraph: a bcd\n"},
                    Case{"Preformatted", "<pre>a\nb</pre>", "paragraph: a/b\n"},
                    Case{"Nothing", "", ""}),
    [](const auto& test) { return test.param.name; });

TEST(SplitBlocks, CountsLinksAndWords) {
  const auto tree =
      HtmlTree::Parse("<p>See <a href=x>the plan</a> and <a>more</a> of <b>it</b></p>");
  ASSERT_TRUE(tree.ok());
  const HtmlPage page = SplitBlocks(tree.value());
  ASSERT_EQ(page.blocks.size(), 1u);
  EXPECT_EQ(page.blocks[0].words, 7u);
  EXPECT_EQ(page.blocks[0].links, 2u);
  EXPECT_EQ(page.blocks[0].link_bytes, 14u);  // with the space before each
  EXPECT_EQ(page.blocks[0].emphasis_bytes, 3u);
}

}  // namespace
}  // namespace afterword
