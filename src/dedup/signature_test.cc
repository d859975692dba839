#include "dedup/signature.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "golden.h"

namespace afterword {
namespace {

constexpr std::string_view kText =
    "The transport ministry said on Tuesday that repairs to the northern ferry terminal would "
    "take until October, four months longer than planned, because the contractor had found "
    "corrosion in eleven of the twenty steel piles that carry the loading ramp.";

TEST(SignatureOf, KeysOfEachBandTellTheirKind) {
  const Signature signature = SignatureOf(SketchOf(kText));
  for (size_t band = 0; band < kBands; ++band) {
    if (signature.keys[band] == kNoKey) continue;
    EXPECT_EQ(IsWideKey(signature.keys[band]), band >= kNarrowBands) << band;
  }
}

// Stored keys of one version must meet those of the next.
TEST(SignatureOf, IsStable) {
  const Sketch words = SketchOf(kText);
  std::string dump;
  for (const WordCode word : words) dump += fmt::format("{:04x} ", word);
  dump += "\n";
  for (const uint32_t key : SignatureOf(words).keys) dump += fmt::format("{:08x}\n", key);
  ExpectGolden("tests/copies/signature.golden", dump);
}

TEST(SignatureOf, GivesNoKeysToTextsWithoutShingles) {
  EXPECT_EQ(SignatureOf(SketchOf("")), Signature{});
  EXPECT_EQ(SignatureOf(SketchOf("Ferry terminal")), Signature{});
  EXPECT_EQ(SignatureOf(SketchOf("of it to us by me")), Signature{});
}

TEST(SignatureOf, SharesAboutAsManyKeysAsShingles) {
  std::string common;
  for (int i = 0; i < 400; ++i) common += fmt::format("common{} ", i * 7919);
  std::string one = common;
  std::string other = common;
  for (int i = 0; i < 400; ++i) one += fmt::format("first{} ", i * 104729);
  for (int i = 0; i < 400; ++i) other += fmt::format("second{} ", i * 1299709);
  const Signature a = SignatureOf(SketchOf(one));
  const Signature b = SignatureOf(SketchOf(other));
  int shared = 0;
  for (size_t band = 0; band < kNarrowBands; ++band) shared += a.keys[band] == b.keys[band];
  // Jaccard is 1/3: 21 of 64 expected, standard deviation 3.8.
  EXPECT_GT(shared, 9);
  EXPECT_LT(shared, 33);
}

}  // namespace
}  // namespace afterword
