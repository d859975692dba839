#include "store/packed_reading.h"

#include <gtest/gtest.h>

#include "store/test_readings.h"

namespace afterword {
namespace {

struct Broken {
  const char* name;
  void (*breaks)(AnalysedDocument&);
};

class PackOfABrokenAnalysis : public testing::TestWithParam<Broken> {};

TEST_P(PackOfABrokenAnalysis, IsRefused) {
  AnalysedDocument reading = QuotingReading();
  ASSERT_TRUE(Pack(reading).ok());
  GetParam().breaks(reading);
  const auto packed = Pack(reading);
  ASSERT_FALSE(packed.ok());
  EXPECT_EQ(packed.error().code, ErrorCode::kInternal);
  EXPECT_NE(packed.error().message.find("port.txt"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    PackedReading, PackOfABrokenAnalysis,
    testing::Values(
        Broken{"BlockOutsideTheText",
               [](AnalysedDocument& reading) { reading.document.blocks[0].span.end += 1; }},
        Broken{"SentencesOverlap",
               [](AnalysedDocument& reading) { reading.analysis.sentences = {{0, 10}, {9, 12}}; }},
        Broken{"SentencesOutOfOrder",
               [](AnalysedDocument& reading) { reading.analysis.sentences = {{10, 12}, {0, 5}}; }},
        Broken{"MentionWithinACharacter",
               [](AnalysedDocument& reading) { reading.analysis.entities[0].mentions = {{1, 7}}; }},
        Broken{
            "ContentBackwards",
            [](AnalysedDocument& reading) { reading.analysis.statements[0].content = {{19, 3}}; }},
        Broken{
            "SourceOutsideTheText",
            [](AnalysedDocument& reading) { reading.analysis.statements[0].source = {{24, 400}}; }},
        Broken{"SpeakerIsNoEntity",
               [](AnalysedDocument& reading) { reading.analysis.statements[0].speaker = 1; }}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(PackedReading, KeyTellsAppearancesApart) {
  const Digest key = Pack(QuotingReading()).value().publication.key;
  AnalysedDocument same = QuotingReading();
  same.document.publication.address = "elsewhere/port.txt";
  same.document.publication.media_type = "text/html";
  EXPECT_EQ(Pack(same).value().publication.key, key);

  // The same words, divided otherwise between the fields.
  AnalysedDocument moved = QuotingReading();
  moved.document.publication.title = "Harbour";
  moved.document.publication.publisher = " news";
  EXPECT_NE(Pack(moved).value().publication.key, key);
  AnalysedDocument undated = QuotingReading();
  undated.document.publication.published.reset();
  EXPECT_NE(Pack(undated).value().publication.key, key);
}

}  // namespace
}  // namespace afterword
