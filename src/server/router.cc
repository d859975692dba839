#include "server/router.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>

#include "server/handlers.h"

namespace afterword {
namespace {

/// The number at the start of `text`; absent if it is none.
std::optional<int64_t> TakeNumber(std::string_view& text) {
  const std::string_view digits = text.substr(0, text.find('/'));
  int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) {
    return std::nullopt;
  }
  text.remove_prefix(digits.size());
  return number;
}

/// The id in `path` (0 without one) if it has the form of `pattern`.
std::optional<int64_t> Match(std::string_view pattern, std::string_view path) {
  constexpr std::string_view kId = "{id}";
  const size_t at = pattern.find(kId);
  if (at == pattern.npos) return pattern == path ? std::optional<int64_t>(0) : std::nullopt;
  if (path.substr(0, at) != pattern.substr(0, at)) return std::nullopt;
  std::string_view rest = path.substr(at);
  const std::optional<int64_t> id = TakeNumber(rest);
  return id && rest == pattern.substr(at + kId.size()) ? id : std::nullopt;
}

}  // namespace

const std::vector<Route>& Routes() {
  static const std::vector<Route> routes{
      {Method::kGet, "/api/openapi.json", GetDescription},
      {Method::kGet, "/api/v1/casebook", GetCasebook},
      {Method::kGet, "/api/v1/failures", GetFailures},
      {Method::kGet, "/api/v1/documents", GetDocuments},
      {Method::kGet, "/api/v1/documents/{id}", GetDocument},
      {Method::kGet, "/api/v1/documents/{id}/original", GetOriginal},
      {Method::kGet, "/api/v1/facets", GetFacets},
      {Method::kGet, "/api/v1/statements", GetStatements},
      {Method::kGet, "/api/v1/speakers", GetSpeakers},
      {Method::kPost, "/api/v1/imports", PostImport},
  };
  return routes;
}

Result<RouteMatch> FindRoute(Method method, std::string_view path) {
  const Method served = method == Method::kHead ? Method::kGet : method;
  bool has_path = false;
  for (const Route& route : Routes()) {
    const std::optional<int64_t> id = Match(route.path, path);
    if (!id) continue;
    has_path = true;
    if (route.method == served) return RouteMatch{&route, *id};
  }
  if (has_path) {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("{} does not take this method, but {}", path, AllowedMethods(path))};
  }
  return Error{ErrorCode::kNotFound, fmt::format("nothing at {}", path)};
}

std::string AllowedMethods(std::string_view path) {
  std::string allowed;
  for (const Route& route : Routes()) {
    if (!Match(route.path, path)) continue;
    if (!allowed.empty()) allowed += ", ";
    allowed += route.method == Method::kPost ? "POST" : "GET, HEAD";
  }
  return allowed;
}

}  // namespace afterword
