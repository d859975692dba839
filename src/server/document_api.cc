// One document: what was found in it, and the bytes it came as.

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "record/json.h"
#include "server/handlers.h"
#include "server/reply.h"
#include "text/utf8.h"

namespace afterword {
namespace {

namespace json = boost::json;

/// A media type that may stand in a header. What was stated by a file is not believed.
std::string SafeMediaType(std::string_view stated, std::string_view bytes) {
  const bool is_safe = std::all_of(stated.begin(), stated.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '.' || c == '+' ||
           c == '-';
  });
  if (!is_safe || stated.find('/') == stated.npos) return "application/octet-stream";
  const bool is_text = stated.starts_with("text/") && IsValidUtf8(bytes);
  return fmt::format("{}{}", stated, is_text ? "; charset=utf-8" : "");
}

}  // namespace

Result<Response> GetDocument(const Request& /*request*/, int64_t id, Session& session) {
  const StoredDocument stored = TRY(session.reader.Load(id));
  json::object object = ToJson(stored.document, stored.analysis);
  // Its own id is the casebook's; the given ones stand with the publications.
  object.erase("id");
  object["document"] = stored.id;
  object["read_at"] = stored.read_at;
  json::array& statements = object["statements"].as_array();
  for (size_t i = 0; i < statements.size(); ++i) {
    statements[i].as_object()["id"] = stored.statement_ids[i];
  }
  json::array publications;
  for (const Publication& publication : stored.publications) {
    publications.push_back(ToJson(publication));
  }
  object["publications"] = std::move(publications);
  return JsonReply(std::move(object));
}

Result<Response> GetOriginal(const Request& /*request*/, int64_t id, Session& session) {
  auto [bytes, media_type] = TRY(session.reader.Original(id));
  Response response;
  response.content_type = SafeMediaType(media_type, bytes);
  response.body = std::move(bytes);
  // A page from elsewhere must never run as a part of ours.
  response.headers = {{"Content-Security-Policy", "sandbox; default-src 'none'"}};
  if (!media_type.starts_with("text/plain")) {
    response.headers.push_back(
        {"Content-Disposition", fmt::format("attachment; filename=\"document-{}\"", id)});
  }
  return response;
}

}  // namespace afterword
