#include "server/page_files.h"

#include <fmt/core.h>

#include <array>
#include <utility>

#include "base/digest.h"
#include "server/gzip.h"
#include "server/tar_files.h"

namespace afterword {
namespace {

constexpr std::string_view kIndex = "/index.html";

constexpr std::string_view kNoPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Afterword</title>"
    "<p>This program was built without its page (web/dist was missing). "
    "The API is at <a href=\"/api/openapi.json\">/api/openapi.json</a>.</p></html>\n";

std::string_view Extension(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const size_t dot = name.rfind('.');
  return dot == name.npos ? std::string_view{} : name.substr(dot + 1);
}

std::string_view MediaType(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kTypes{
      {{"html", "text/html; charset=utf-8"},
       {"js", "text/javascript; charset=utf-8"},
       {"css", "text/css; charset=utf-8"},
       {"svg", "image/svg+xml"},
       {"json", "application/json"},
       {"txt", "text/plain; charset=utf-8"},
       {"png", "image/png"},
       {"ico", "image/x-icon"},
       {"woff2", "font/woff2"}}};
  for (const auto& [extension, type] : kTypes) {
    if (Extension(path) == extension) return type;
  }
  return "application/octet-stream";
}

std::string Etag(std::string_view bytes) {
  constexpr size_t kDigits = 16;
  return fmt::format("\"{}\"", ToHex(Sha256(bytes)).substr(0, kDigits));
}

/// True if `header`, a list like "gzip, br;q=0.5", has `value` and does not refuse it.
bool Lists(std::string_view header, std::string_view value) {
  while (!header.empty()) {
    std::string_view entry = header.substr(0, header.find(','));
    header.remove_prefix(std::min(header.size(), entry.size() + 1));
    entry.remove_prefix(std::min(entry.size(), entry.find_first_not_of(" \t")));
    const std::string_view name = entry.substr(0, entry.find_first_of("; \t"));
    if (name != value) continue;
    const std::string_view rest = entry.substr(name.size());
    return rest.find("q=0") == rest.npos || rest.find("q=0.") != rest.npos;
  }
  return false;
}

Response NotFound() {
  return {.status = 404, .content_type = "text/plain; charset=utf-8", .body = "Not found.\n"};
}

}  // namespace

Result<PageFiles> PageFiles::Open(std::string_view archive) {
  PageFiles page;
  for (const TarFile& stored : TRY(ReadTar(archive))) {
    File file;
    file.bytes = stored.bytes;
    file.media_type = MediaType(stored.name);
    file.etag = Etag(stored.bytes);
    std::string gzip = Gzip(stored.bytes);
    if (gzip.size() < stored.bytes.size()) file.gzip = std::move(gzip);
    page.files_.emplace("/" + stored.name, std::move(file));
  }
  return page;
}

Response PageFiles::Answer(const Request& request) const {
  if (files_.empty() && Extension(request.path).empty()) {
    return {.content_type = "text/html; charset=utf-8", .body = std::string(kNoPage)};
  }
  const bool is_view =
      Extension(request.path).empty() && request.path.find("..") == std::string::npos;
  const auto found = files_.find(is_view ? kIndex : std::string_view(request.path));
  if (found == files_.end()) return NotFound();
  return Send(found->first, found->second, request);
}

Response PageFiles::Send(const std::string& path, const File& file, const Request& request) const {
  Response response;
  response.content_type = file.media_type;
  // Names below /assets/ change with what is in them.
  const bool is_fixed = path.starts_with("/assets/");
  response.headers = {
      {"Cache-Control", is_fixed ? "public, max-age=31536000, immutable" : "no-cache"},
      {"ETag", file.etag},
      {"Vary", "Accept-Encoding"}};
  if (Lists(request.Header("If-None-Match").value_or(""), file.etag)) {
    response.status = 304;
    return response;
  }
  if (!file.gzip.empty() && Lists(request.Header("Accept-Encoding").value_or(""), "gzip")) {
    response.headers.push_back({"Content-Encoding", "gzip"});
    response.body = file.gzip;
  } else {
    response.body = file.bytes;
  }
  return response;
}

}  // namespace afterword
