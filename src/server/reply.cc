#include "server/reply.h"

namespace afterword {
namespace {

namespace json = boost::json;

int StatusOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidInput:
      return 400;
    case ErrorCode::kNotFound:
      return 404;
    case ErrorCode::kLimitExceeded:
      return 413;
    case ErrorCode::kIo:
      return 507;
    case ErrorCode::kCorrupt:
    case ErrorCode::kInternal:
      break;
  }
  return 500;
}

}  // namespace

Response JsonReply(const json::value& value) { return {.body = json::serialize(value)}; }

Response ErrorReply(const Error& error) { return ErrorReply(StatusOf(error.code), error); }

Response ErrorReply(int status, const Error& error) {
  Response response =
      JsonReply({{"error", {{"code", JsonName(error.code)}, {"message", error.message}}}});
  response.status = status;
  return response;
}

std::string_view JsonName(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidInput:
      return "invalid_input";
    case ErrorCode::kNotFound:
      return "not_found";
    case ErrorCode::kLimitExceeded:
      return "limit_exceeded";
    case ErrorCode::kCorrupt:
      return "corrupt";
    case ErrorCode::kIo:
      return "io";
    case ErrorCode::kInternal:
      break;
  }
  return "internal";
}

json::value TextOrNull(std::string_view text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

}  // namespace afterword
