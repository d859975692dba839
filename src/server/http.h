// A request and a reply, as the rest of the server sees them. Only http_server.cc knows Beast,
// which compiles slowly.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace afterword {

enum class Method { kGet, kHead, kPost, kOther };

struct HeaderField {
  std::string name;
  std::string value;
};

struct Request {
  Method method = Method::kGet;
  /// As sent: "/api/v1/documents?q=a%20b".
  std::string target;
  /// Decoded, without the part from '?' on: "/api/v1/documents".
  std::string path;
  /// Decoded, in the order sent.
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<HeaderField> headers;
  std::string body;

  /// The first header of that name, whatever its case; absent if it was not sent.
  std::optional<std::string_view> Header(std::string_view name) const;
  /// The first parameter of that name; empty if it was not sent.
  std::string_view Parameter(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body = {};
  std::vector<HeaderField> headers = {};
};

/// Path and parameters of `request.target`, decoded. False if they are no valid UTF-8, badly
/// escaped or hold a control character.
bool SplitTarget(Request& request);

}  // namespace afterword
