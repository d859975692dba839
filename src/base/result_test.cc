#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

namespace afterword {
namespace {

Result<int> Half(int number) {
  if (number % 2 != 0) return Error{ErrorCode::kInvalidInput, "odd"};
  return number / 2;
}

Result<int> Quarter(int number) {
  const int half = TRY(Half(number));
  return Half(half);
}

TEST(Result, TryReturnsTheFirstError) {
  EXPECT_EQ(Quarter(12).value(), 3);
  EXPECT_EQ(Quarter(6).error().message, "odd");
}

TEST(Result, ValueOfATemporaryOutlivesIt) {
  const auto make = [] { return Result<std::vector<int>>(std::vector<int>{1, 2, 3}); };
  int sum = 0;
  for (const int number : make().value()) sum += number;
  EXPECT_EQ(sum, 6);
}

TEST(Result, CarriesMoveOnlyValues) {
  const auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); };
  EXPECT_EQ(*make().value(), 7);
}

}  // namespace
}  // namespace afterword
