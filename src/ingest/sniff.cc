#include "ingest/sniff.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace afterword {
namespace {

struct Magic {
  std::string_view bytes;
  std::string_view what;
};

constexpr std::array<Magic, 10> kUnread{{{"%PDF-", "a PDF"},
                                         {"PK\x03\x04", "a ZIP or office document"},
                                         {"\xD0\xCF\x11\xE0", "an old office document"},
                                         {"\x1F\x8B", "gzip"},
                                         {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
                                         {"Rar!", "a RAR archive"},
                                         {"\x89PNG", "a PNG image"},
                                         {"\xFF\xD8\xFF", "a JPEG image"},
                                         {"GIF8", "a GIF image"},
                                         {"SQLite format 3", "an SQLite database"}}};

// What a page has near its beginning and a plain text has not.
constexpr std::array<std::string_view, 10> kPageMarks{
    "<!doctype html", "<html", "<head",    "<body", "<meta ",
    "<title",         "<div",  "<article", "<p>",   "<p "};

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

bool LooksLikeHtml(std::string_view start) {
  const std::string lower = LowerCase(start);
  const size_t first = lower.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string::npos || lower[first] != '<') return false;
  return std::any_of(kPageMarks.begin(), kPageMarks.end(), [&](std::string_view mark) {
    return lower.find(mark, first) != std::string::npos;
  });
}

bool LooksLikeJson(std::string_view start) {
  const size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || start[first] != '{') return false;
  const size_t next = start.find_first_not_of(" \t\r\n", first + 1);
  return next != std::string_view::npos && (start[next] == '"' || start[next] == '}');
}

}  // namespace

Result<Format> Sniff(std::string_view start) {
  for (const Magic& magic : kUnread) {
    if (start.starts_with(magic.bytes)) {
      return Error{ErrorCode::kInvalidInput, fmt::format("{}, which is not read", magic.what)};
    }
  }
  if (LooksLikeJson(start)) return Format::kJsonLine;
  if (LooksLikeHtml(start)) return Format::kHtml;
  return Format::kPlainText;
}

}  // namespace afterword
