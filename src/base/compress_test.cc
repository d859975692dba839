#include "base/compress.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

TEST(Compress, RoundTrips) {
  for (const size_t size : {0u, 1u, 1000u, 1'000'000u}) {
    std::string bytes(size, 'x');
    for (size_t i = 0; i < size; i += 7) bytes[i] = static_cast<char>(i * 31);
    const auto back = Decompress(Compress(bytes), size);
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(back.value(), bytes);
  }
}

TEST(Decompress, RefusesMoreThanAllowed) {
  const auto back = Decompress(Compress(std::string(1000, 'x')), 999);
  ASSERT_FALSE(back.ok());
  EXPECT_EQ(back.error().code, ErrorCode::kLimitExceeded);
}

TEST(Decompress, RefusesChangedBytes) {
  std::string frame = Compress("Every quotation stands in its document, or it is reported.");
  for (size_t i = 4; i < frame.size(); ++i) {
    std::string changed = frame;
    changed[i] = static_cast<char>(changed[i] ^ 0x20);
    const auto back = Decompress(changed, 1000);
    EXPECT_FALSE(back.ok()) << "byte " << i;
  }
  EXPECT_FALSE(Decompress("no frame", 1000).ok());
}

}  // namespace
}  // namespace afterword
