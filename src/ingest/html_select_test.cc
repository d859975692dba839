#include "ingest/html_select.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace afterword {
namespace {

std::vector<bool> Choose(const std::vector<uint32_t>& words, const std::vector<float>& scores) {
  HtmlPage page;
  for (const uint32_t count : words) page.blocks.emplace_back().words = count;
  return ChooseBlocks(page, scores);
}

TEST(ChooseBlocks, TakesTheSureOnesOfAClearPage) {
  EXPECT_THAT(Choose({5, 80, 60, 4}, {0.05F, 0.95F, 0.9F, 0.3F}),
              testing::ElementsAre(false, true, true, false));
}

TEST(ChooseBlocks, GoesLowerWhereLittleIsSure) {
  EXPECT_THAT(Choose({20, 20, 20}, {0.3F, 0.3F, 0.01F}), testing::ElementsAre(false, false, false));
  EXPECT_THAT(Choose({20, 20, 20, 20}, {0.35F, 0.3F, 0.28F, 0.01F}),
              testing::ElementsAre(true, false, false, false));
}

TEST(ChooseBlocks, TakesNothingOfNothing) {
  EXPECT_THAT(Choose({}, {}), testing::IsEmpty());
  EXPECT_THAT(Choose({9, 9}, {0.05F, 0.1F}), testing::ElementsAre(false, false));
}

}  // namespace
}  // namespace afterword
