#include "ingest/json_line.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

TEST(ReadJsonLine, KeepsTextByteForByte) {
  const auto document = ReadJsonLine(
      R"({"id":"w-1","text":" Two  blanks\r\n\r\nkept. ","title":"T","date":"2024-06-06T11:00Z",)"
      R"("publisher":"Wire","url":"https://wire.example/1","unknown":[1,2]})");
  ASSERT_TRUE(document.ok()) << document.error().message;
  EXPECT_EQ(document.value().text, " Two  blanks\r\n\r\nkept. ");
  const Publication& publication = document.value().publication;
  EXPECT_EQ(publication.id, "w-1");
  EXPECT_EQ(publication.title, "T");
  EXPECT_EQ(ToIso(*publication.published), "2024-06-06");
  EXPECT_EQ(publication.publisher, "Wire");
  EXPECT_EQ(publication.url, "https://wire.example/1");
}

TEST(ReadJsonLine, WhatTheLineStatesStandsBeforeThePage) {
  const auto document = ReadJsonLine(
      R"({"id":7,"date":"2024-06-07","html":"<title>Page</title><article><h1>Page</h1>)"
      R"(<p>The bridge opened on Monday, and the first lorries crossed it before noon.</p>)"
      R"(</article>"})");
  ASSERT_TRUE(document.ok()) << document.error().message;
  EXPECT_EQ(document.value().publication.id, "7");
  EXPECT_EQ(document.value().publication.title, "Page");
  EXPECT_EQ(ToIso(*document.value().publication.published), "2024-06-07");
}

struct Case {
  const char* name;
  const char* line;
  const char* message;
};

class RefusedTest : public testing::TestWithParam<Case> {};

TEST_P(RefusedTest, SaysWhy) {
  const auto document = ReadJsonLine(GetParam().line);
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(document.error().message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedTest,
    testing::Values(
        Case{"Broken", R"({"text": )", "not JSON at byte 9: incomplete JSON"},
        Case{"Array", "[1]", "not a JSON object"},
        Case{"NothingToRead", R"({"id":"1"})", R"(neither "text" nor "html" has anything to read)"},
        Case{"WrongType", R"({"text":["a"]})", R"(field "text" is not a string)"},
        Case{"WrongDate", R"({"text":"a","date":"6 June"})", R"(date "6 June" is not ISO 8601)"}),
    [](const auto& test) { return test.param.name; });

TEST(ReadJsonLine, RefusesDeepNesting) {
  const std::string deep = R"({"text":)" + std::string(100'000, '[');
  EXPECT_FALSE(ReadJsonLine(deep).ok());
}

}  // namespace
}  // namespace afterword
