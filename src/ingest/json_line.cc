#include "ingest/json_line.h"

#include <fmt/core.h>

#include <boost/json.hpp>

#include "base/limits.h"
#include "ingest/html_article.h"
#include "ingest/plain_text.h"

namespace afterword {
namespace {

namespace json = boost::json;

Result<json::object> ParseObject(std::string_view line) {
  json::stream_parser parser({}, {.max_depth = kMaxJsonDepth});
  json::error_code code;
  const size_t read = parser.write_some(line.data(), line.size(), code);
  if (!code && read < line.size()) code = json::error::extra_data;
  if (!code) parser.finish(code);
  if (code) {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("not JSON at byte {}: {}", read, code.message())};
  }
  json::value value = parser.release();
  if (!value.is_object()) return Error{ErrorCode::kInvalidInput, "not a JSON object"};
  return std::move(value.get_object());
}

/// The text of a field; empty where it is absent or null. A number is read as its digits: ids
/// often come so.
Result<std::string> Field(const json::object& object, std::string_view name) {
  const json::value* value = object.if_contains(name);
  if (value == nullptr || value->is_null()) return std::string();
  if (value->is_string()) return std::string(value->get_string());
  if (value->is_number()) return json::serialize(*value);
  return Error{ErrorCode::kInvalidInput, fmt::format("field \"{}\" is not a string", name)};
}

Result<Publication> StatedPublication(const json::object& object) {
  Publication publication;
  publication.id = TRY(Field(object, "id"));
  publication.title = TRY(Field(object, "title"));
  publication.publisher = TRY(Field(object, "publisher"));
  publication.url = TRY(Field(object, "url"));
  const std::string date = TRY(Field(object, "date"));
  publication.published = DateFromIso(date);
  if (!date.empty() && !publication.published) {
    return Error{ErrorCode::kInvalidInput, fmt::format("date \"{}\" is not ISO 8601", date)};
  }
  return publication;
}

/// What the line states stands before what the page tells.
void Override(Publication& found, Publication stated) {
  found.id = std::move(stated.id);
  if (!stated.title.empty()) found.title = std::move(stated.title);
  if (!stated.publisher.empty()) found.publisher = std::move(stated.publisher);
  if (!stated.url.empty()) found.url = std::move(stated.url);
  if (stated.published) found.published = stated.published;
}

}  // namespace

Result<Document> ReadJsonLine(std::string_view line) {
  const json::object object = TRY(ParseObject(line));
  Publication stated = TRY(StatedPublication(object));
  std::string text = TRY(Field(object, "text"));
  if (!text.empty()) {
    stated.media_type = "text/plain";
    return ReadPlainText(std::move(text), std::move(stated));
  }
  const std::string html = TRY(Field(object, "html"));
  if (html.empty()) {
    return Error{ErrorCode::kInvalidInput, "neither \"text\" nor \"html\" has anything to read"};
  }
  Document document = TRY(ReadHtml(html, {.url = stated.url, .charset = "utf-8"}));
  Override(document.publication, std::move(stated));
  return document;
}

}  // namespace afterword
