#include "ingest/charset.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace afterword {
namespace {

struct Case {
  const char* name;
  std::string_view bytes;
  std::string_view declared;
  std::string_view text;
};

using namespace std::string_view_literals;

class ToUtf8Test : public testing::TestWithParam<Case> {};

TEST_P(ToUtf8Test, Decodes) {
  const auto text = ToUtf8(GetParam().bytes, GetParam().declared);
  ASSERT_TRUE(text.ok()) << text.error().message;
  EXPECT_EQ(text.value(), GetParam().text);
  EXPECT_TRUE(IsValidUtf8(text.value()));
}

INSTANTIATE_TEST_SUITE_P(
    Table, ToUtf8Test,
    testing::Values(Case{"Ascii", "plain", "", "plain"}, Case{"Empty", "", "utf-8", ""},
                    Case{"Utf8", "Zürich", "", "Zürich"},
                    Case{"Utf8Mark", "\xEF\xBB\xBFZürich", "", "Zürich"},
                    // Valid UTF-8 outweighs a label that says otherwise.
                    Case{"WrongLabel", "Zürich", "iso-8859-1", "Zürich"},
                    Case{"Latin1", "Z\xFCrich", "iso-8859-1", "Zürich"},
                    Case{"Latin1MeansWindows",
                         "\x93"
                         "a\x94",
                         "ISO-8859-1", "“a”"},
                    Case{"Guessed", "Z\xFCrich", "", "Zürich"},
                    Case{"UnknownLabel", "Z\xFCrich", "x-nonsense", "Zürich"},
                    Case{"Cyrillic", "\xCC\xE8\xF0", "windows-1251", "Мир"},
                    Case{"ShiftJis", "\x93\xFA\x96\x7B", "Shift_JIS", "日本"},
                    Case{"Gb2312", "\xD6\xD0\xB9\xFA", "gb2312", "中国"},
                    Case{"Utf16Mark",
                         "\xFF\xFE"
                         "A\0\xFC\0"sv,
                         "", "Aü"},
                    Case{"Utf16BigMark", "\xFE\xFF\0A"sv, "", "A"},
                    Case{"Iso2022", "\x1B$BF|K\\\x1B(B", "iso-2022-jp", "日本"},
                    Case{"BrokenUtf8", "a\xC3(b\xFF", "utf-8", "a\uFFFD(b\uFFFD"},
                    Case{"Overlong", "\xC0\xAF", "utf-8", "\uFFFD\uFFFD"}),
    [](const auto& test) { return test.param.name; });

struct DeclaredCase {
  const char* name;
  std::string_view page;
  std::string_view charset;
};

class DeclaredTest : public testing::TestWithParam<DeclaredCase> {};

TEST_P(DeclaredTest, Finds) {
  EXPECT_EQ(CharsetDeclaredInHtml(GetParam().page), GetParam().charset);
}

INSTANTIATE_TEST_SUITE_P(
    Table, DeclaredTest,
    testing::Values(
        DeclaredCase{"Meta", "<meta charset=\"koi8-r\">", "koi8-r"},
        DeclaredCase{"Unquoted", "<META CHARSET=koi8-r>", "koi8-r"},
        DeclaredCase{"HttpEquiv",
                     "<meta http-equiv='Content-Type' content='text/html; charset=big5'>", "big5"},
        DeclaredCase{"Xml", "<?xml version='1.0' encoding='euc-jp'?><html>", "euc-jp"},
        // Read as ASCII, so it cannot be UTF-16.
        DeclaredCase{"Utf16", "<meta charset=utf-16>", "utf-8"},
        DeclaredCase{"None", "<p>charset</p>", ""}, DeclaredCase{"Empty", "", ""},
        DeclaredCase{"CutOff", "<meta charset=", ""}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace afterword
