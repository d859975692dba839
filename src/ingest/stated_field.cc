#include "ingest/stated_field.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "ingest/stated_date.h"

namespace afterword {
namespace {

std::string LowerCase(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool IsPersonName(const std::string& value) {
  static const RE2 name(R"(\p{Lu}[\p{L}'’.\-]+(?: (?:\p{Lu}[\p{L}'’.\-]*|and|de|van|von))+)");
  return RE2::FullMatch(value, name);
}

std::string WithoutArticle(std::string_view name) {
  constexpr std::string_view kArticle = "the ";
  return std::string(name.starts_with(kArticle) ? name.substr(kArticle.size()) : name);
}

}  // namespace

std::optional<StatedField> ReadStatedField(std::string_view line) {
  static const RE2 field(
      R"((?i)(published by|issued by|published|date|issued|publisher|source|author|by)(?:(:\s*)|\s+)(\S.{0,120}))");
  const auto stated = FindStatedDate(line);
  if (stated && stated->span == MakeSpan(0, line.size())) {
    return StatedField{.author = {}, .publisher = {}, .date = stated->date};
  }
  std::string key;
  std::string colon;
  std::string value;
  if (!RE2::FullMatch({line.data(), line.size()}, field, &key, &colon, &value)) return std::nullopt;
  key = LowerCase(key);
  if (key == "author" || key == "by") {
    if (!IsPersonName(value)) return std::nullopt;
    return StatedField{.author = value, .publisher = {}, .date = {}};
  }
  if (key == "published by" || key == "issued by") {
    return StatedField{.author = {}, .publisher = WithoutArticle(value), .date = {}};
  }
  if (key == "publisher" || key == "source") {
    if (colon.empty()) return std::nullopt;
    return StatedField{.author = {}, .publisher = value, .date = {}};
  }
  if (!stated) return std::nullopt;
  return StatedField{.author = {}, .publisher = {}, .date = stated->date};
}

}  // namespace afterword
