#include "store/packing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/limits.h"
#include "store/test_readings.h"

namespace afterword {
namespace {

using std::string_literals::operator""s;

StatementSpans SpansOf(const Statement& statement) {
  return {statement.source, statement.cue, statement.content};
}

TEST(Packing, GivesBackWhatWentIn) {
  RandomReadings readings(7);
  for (int i = 0; i < 500; ++i) {
    const AnalysedDocument reading = readings.Next();
    const size_t size = reading.document.text.size();
    const Layout layout{reading.document.blocks, reading.analysis.sentences};
    const Layout unpacked = UnpackLayout(PackLayout(layout), size).value();
    EXPECT_EQ(unpacked.blocks, layout.blocks);
    EXPECT_EQ(unpacked.sentences, layout.sentences);
    for (const Entity& entity : reading.analysis.entities) {
      EXPECT_EQ(UnpackSpans(PackSpans(entity.mentions), size).value(), entity.mentions);
    }
    for (const Statement& statement : reading.analysis.statements) {
      const StatementSpans spans = UnpackStatement(PackStatement(SpansOf(statement)), size).value();
      EXPECT_EQ(spans.source, statement.source);
      EXPECT_EQ(spans.cue, statement.cue);
      EXPECT_EQ(spans.content, statement.content);
    }
  }
}

TEST(Packing, ReachesTheEndOfTheLargestText) {
  const std::vector<Span> spans{{0, 1}, {kMaxTextBytes - 1, kMaxTextBytes}};
  EXPECT_EQ(UnpackSpans(PackSpans(spans), kMaxTextBytes).value(), spans);
  EXPECT_FALSE(UnpackSpans(PackSpans(spans), kMaxTextBytes - 1).ok());
}

TEST(Packing, TakesTwoBytesForAShortSpan) {
  // version, count, then gap and size.
  EXPECT_EQ(PackSpans({{5, 9}, {10, 127}}), "\x01\x02\x05\x04\x01\x75"s);
}

struct Forged {
  const char* name;
  std::string bytes;
};

class PackingOfForgedBytes : public testing::TestWithParam<Forged> {};

TEST_P(PackingOfForgedBytes, IsRefused) {
  EXPECT_EQ(UnpackSpans(GetParam().bytes, 100).error().code, ErrorCode::kCorrupt);
}

INSTANTIATE_TEST_SUITE_P(
    Packing, PackingOfForgedBytes,
    testing::Values(Forged{"Empty", ""s}, Forged{"OtherVersion", "\x02\x00"s},
                    Forged{"NoCount", "\x01"s}, Forged{"CountBeyondTheBytes", "\x01\x02\x05\x04"s},
                    Forged{"HugeCount", "\x01\xff\xff\xff\xff\x0f\x05\x04"s},
                    Forged{"EndOutsideTheText", "\x01\x01\x05\x60"s},
                    Forged{"SizeThatWrapsAround", "\x01\x01\x05\xff\xff\xff\xff\x0f"s},
                    Forged{"NumberOfSixGroups", "\x01\x01\x85\x80\x80\x80\x80\x01\x04"s},
                    Forged{"NumberWithIdleGroup", "\x01\x01\x85\x00\x04"s},
                    Forged{"NumberCutOff", "\x01\x01\x05\x84"s},
                    Forged{"BytesLeftOver", "\x01\x01\x05\x04\x00"s}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Packing, RefusesUnknownBlockKindsAndBasesBeforeTheStatement) {
  EXPECT_TRUE(UnpackLayout("\x01\x01\x07\x05\x04\x00"s, 100).ok());
  EXPECT_FALSE(UnpackLayout("\x01\x01\x08\x05\x04\x00"s, 100).ok());
  EXPECT_TRUE(UnpackStatement("\x01\x05\x00\x00\x01\x00\x04"s, 100).ok());
  EXPECT_FALSE(UnpackStatement("\x01\x04\x00\x00\x01\x01\x04"s, 100).ok());
}

/// Whatever is read is either refused or packs to the very same bytes.
template <typename Unpack, typename Repack>
void ExpectRefusedOrTheSame(const std::string& bytes, Unpack unpack, Repack repack) {
  const auto unpacked = unpack(bytes, 300);
  if (unpacked.ok()) {
    EXPECT_EQ(repack(unpacked.value()), bytes);
  }
}

TEST(Packing, AcceptsOnlyWhatPackingMakes) {
  std::mt19937 random(11);
  size_t accepted = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string bytes = "\x01"s;
    const size_t size = random() % 14;
    // Small numbers, so that some are accepted.
    while (bytes.size() < size) bytes += static_cast<char>(random() % (random() % 4 ? 6 : 256));
    ExpectRefusedOrTheSame(bytes, UnpackSpans, PackSpans);
    ExpectRefusedOrTheSame(bytes, UnpackLayout, PackLayout);
    ExpectRefusedOrTheSame(bytes, UnpackStatement, PackStatement);
    if (UnpackLayout(bytes, 300).ok()) ++accepted;
  }
  EXPECT_GT(accepted, 100u);
}

}  // namespace
}  // namespace afterword
