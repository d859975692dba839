// From a method and a path to the function that answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "server/http.h"

namespace afterword {

struct Session;

/// Answers a request to a path of the API; `id` is the value of the path's "{id}", else 0.
using Handler = Result<Response> (*)(const Request& request, int64_t id, Session& session);

struct Route {
  Method method = Method::kGet;
  /// "/api/v1/documents/{id}/original": "{id}" stands for a number.
  std::string_view path;
  Handler handler = nullptr;
};

/// All routes of the API, as src/server/openapi.json describes them.
const std::vector<Route>& Routes();

struct RouteMatch {
  const Route* route = nullptr;
  int64_t id = 0;
};

/// HEAD is served by the route for GET.
/// Errors: kNotFound if no route has this path; kInvalidInput if one has, but not this method.
Result<RouteMatch> FindRoute(Method method, std::string_view path);

/// "GET, HEAD" …: the methods of `path`, for the header "Allow".
std::string AllowedMethods(std::string_view path);

}  // namespace afterword
