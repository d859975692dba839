// Replies that many handlers give.
#pragma once

#include <boost/json.hpp>
#include <string_view>

#include "base/result.h"
#include "server/http.h"

namespace afterword {

/// 200 with `value`.
Response JsonReply(const boost::json::value& value);

/// {"error":{"code":…,"message":…}} with the status for the code.
Response ErrorReply(const Error& error);
/// The same with a status that no ErrorCode has (403, 405 …).
Response ErrorReply(int status, const Error& error);

/// "not_found" …: an error's code in JSON.
std::string_view JsonName(ErrorCode code);

/// null for an empty text.
boost::json::value TextOrNull(std::string_view text);

}  // namespace afterword
