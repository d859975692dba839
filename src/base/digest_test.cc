#include "base/digest.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

// The test vectors of FIPS 180-2.
TEST(Sha256, KnowsThePublishedVectors) {
  EXPECT_EQ(ToHex(Sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(ToHex(Sha256("abc")),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, RoundTripsThroughHex) {
  const Digest digest = Sha256("round trip");
  EXPECT_EQ(DigestFromHex(ToHex(digest)), digest);
  EXPECT_EQ(DigestFromHex("abcd"), std::nullopt);
  EXPECT_EQ(DigestFromHex(std::string(64, 'g')), std::nullopt);
}

}  // namespace
}  // namespace afterword
