#include "ingest/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

#include "text/utf8.h"

namespace afterword {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n\f";
/// How far into a page a declaration may stand. Browsers look at 1,024 bytes; pages with long
/// comments before their head put it later.
constexpr size_t kDeclarationBytes = 4096;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// The ICU name of what browsers take a label for.
std::string ConverterName(std::string_view label) {
  static constexpr std::array<std::pair<std::string_view, const char*>, 17> kLabels{{
      {"ascii", "windows-1252"},
      {"us-ascii", "windows-1252"},
      {"iso-8859-1", "windows-1252"},
      {"iso8859-1", "windows-1252"},
      {"latin1", "windows-1252"},
      {"latin-1", "windows-1252"},
      {"iso-8859-9", "windows-1254"},
      {"iso-8859-11", "windows-874"},
      {"tis-620", "windows-874"},
      {"gb2312", "gb18030"},
      {"gbk", "gb18030"},
      {"x-gbk", "gb18030"},
      {"shift_jis", "windows-31j"},
      {"x-sjis", "windows-31j"},
      {"euc-kr", "windows-949"},
      {"ks_c_5601-1987", "windows-949"},
      {"unicode", "utf-16le"},
  }};
  const std::string lower = Lower(label);
  for (const auto& [name, meaning] : kLabels) {
    if (lower == name) return meaning;
  }
  return lower;
}

Converter Open(std::string_view label) {
  if (label.empty()) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(ConverterName(label).c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

struct ByteOrderMark {
  std::string_view charset;
  size_t size = 0;
};

std::optional<ByteOrderMark> FindByteOrderMark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return ByteOrderMark{"utf-8", 3};
  if (bytes.starts_with("\xFE\xFF")) return ByteOrderMark{"utf-16be", 2};
  if (bytes.starts_with("\xFF\xFE")) return ByteOrderMark{"utf-16le", 2};
  return std::nullopt;
}

bool IsAscii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

Result<std::string> Convert(std::string_view bytes, UConverter* from) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter to(ucnv_open("utf-8", &status));
  if (U_FAILURE(status)) return Error{ErrorCode::kInternal, "no UTF-8 converter in ICU"};
  std::string text;
  std::array<UChar, 4096> pivot{};
  std::array<char, 16384> chunk{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = bytes.data() + bytes.size();
  while (true) {
    char* target = chunk.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from, &target, chunk.data() + chunk.size(), &source, source_end,
                   pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), false,
                   true, &status);
    text.append(chunk.data(), static_cast<size_t>(target - chunk.data()));
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  if (U_FAILURE(status)) {
    return Error{ErrorCode::kInternal, std::string("ICU: ") + u_errorName(status)};
  }
  return text;
}

/// UTF-8 with each byte that is in no well-formed sequence replaced by U+FFFD.
std::string Mend(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  while (const auto bad = FirstInvalidUtf8(bytes)) {
    text.append(bytes, 0, *bad);
    text += "\xEF\xBF\xBD";
    bytes.remove_prefix(*bad + 1);
  }
  return text.append(bytes);
}

/// Charsets whose bytes are all ASCII, so that they are valid UTF-8 too.
bool IsStateful(std::string_view label) {
  const std::string lower = Lower(label);
  return lower.starts_with("iso-2022") || lower.starts_with("hz");
}

}  // namespace

Result<std::string> ToUtf8(std::string_view bytes, std::string_view declared) {
  if (const auto mark = FindByteOrderMark(bytes)) {
    bytes.remove_prefix(mark->size);
    declared = mark->charset;
  }
  const bool is_utf16 = declared.starts_with("utf-16");
  const bool is_stateful = IsStateful(declared) && IsAscii(bytes);
  if (!is_utf16 && !is_stateful && IsValidUtf8(bytes)) return std::string(bytes);
  Converter converter = Open(declared);
  if (converter == nullptr) converter = Open("windows-1252");
  if (converter == nullptr) return Error{ErrorCode::kInternal, "no windows-1252 converter in ICU"};
  if (ucnv_getType(converter.get()) == UCNV_UTF8) return Mend(bytes);
  return Convert(bytes, converter.get());
}

std::string_view CharsetDeclaredInHtml(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  const std::string lower = Lower(head);
  for (size_t at = 0;;) {
    const size_t meta = lower.find("charset", at);
    const size_t xml = at == 0 && lower.starts_with("<?xml") ? lower.find("encoding") : lower.npos;
    const size_t found = std::min(meta, xml);
    if (found == lower.npos) return {};
    const size_t equals = lower.find_first_not_of(kWhiteSpace, found + (found == xml ? 8 : 7));
    at = found + 1;
    if (equals == lower.npos || lower[equals] != '=') continue;
    const size_t begin = lower.find_first_not_of(" \t\r\n\f\"'", equals + 1);
    if (begin == lower.npos) return {};
    const size_t end = std::min(lower.find_first_of(" \t\r\n\f\"';/>?", begin), lower.size());
    const std::string_view label = head.substr(begin, end - begin);
    // The declaration was read as ASCII, so it cannot be in UTF-16 (WHATWG HTML, prescan).
    return Lower(label).starts_with("utf-16") ? std::string_view("utf-8") : label;
  }
}

}  // namespace afterword
