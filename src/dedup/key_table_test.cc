#include "dedup/key_table.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace afterword {
namespace {

TEST(KeyTable, HoldsWhatAMapHolds) {
  KeyTable table;
  std::map<uint32_t, uint32_t> expected;
  std::mt19937 random(3);
  for (uint32_t i = 0; i < 200'000; ++i) {
    // Half of the keys crowd into one part, and many come again.
    const auto draw = static_cast<uint32_t>(random());
    const uint32_t key = (i % 2 == 0 ? draw : 0xAB000000u + draw % 50'000) | 1u;
    const bool is_new = expected.emplace(key, i).second;
    uint32_t& value = table.FindOrAdd(key, i);
    EXPECT_EQ(value, expected[key]);
    if (!is_new) value = expected[key] = i;
  }
  for (const auto& [key, value] : expected) {
    const uint32_t* const found = table.Find(key);
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(*found, value);
  }
}

TEST(KeyTable, FindsNothingElse) {
  KeyTable table;
  EXPECT_EQ(table.Find(5), nullptr);
  table.FindOrAdd(5, 1);
  EXPECT_EQ(table.Find(6), nullptr);
  EXPECT_EQ(table.Find(0xFFFFFFFF), nullptr);
}

}  // namespace
}  // namespace afterword
