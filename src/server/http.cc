#include "server/http.h"

#include <algorithm>

#include "text/case_form.h"
#include "text/utf8.h"

namespace afterword {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { kIsPlus, kIsBlank };

std::optional<std::string> Unescaped(std::string_view text, Plus plus) {
  std::string plain;
  plain.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '+' && plus == Plus::kIsBlank) {
      c = ' ';
    } else if (c == '%') {
      if (at + 2 >= text.size()) return std::nullopt;
      const int high = HexDigit(text[at + 1]);
      const int low = HexDigit(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      at += 2;
    }
    plain += c;
  }
  return IsValidUtf8(plain) ? std::optional(plain) : std::nullopt;
}

bool HasControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; });
}

bool SplitParameters(std::string_view text, Request& request) {
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    if (pair.empty()) continue;
    const size_t equals = std::min(pair.find('='), pair.size());
    auto name = Unescaped(pair.substr(0, equals), Plus::kIsBlank);
    auto value = Unescaped(pair.substr(std::min(equals + 1, pair.size())), Plus::kIsBlank);
    if (!name || !value) return false;
    request.parameters.emplace_back(*std::move(name), *std::move(value));
  }
  return true;
}

}  // namespace

std::optional<std::string_view> Request::Header(std::string_view name) const {
  for (const HeaderField& header : headers) {
    if (EqualFolded(header.name, name)) return header.value;
  }
  return std::nullopt;
}

std::string_view Request::Parameter(std::string_view name) const {
  for (const auto& [known, value] : parameters) {
    if (known == name) return value;
  }
  return {};
}

bool SplitTarget(Request& request) {
  const std::string_view target = request.target;
  if (!target.starts_with('/')) return false;
  const size_t mark = std::min(target.find('?'), target.size());
  auto path = Unescaped(target.substr(0, mark), Plus::kIsPlus);
  if (!path || HasControl(*path)) return false;
  request.path = *std::move(path);
  return SplitParameters(target.substr(std::min(mark + 1, target.size())), request);
}

}  // namespace afterword
