#pragma once

#include <boost/json.hpp>
#include <string_view>

#include "base/result.h"
#include "search/query.h"

namespace afterword {

/// {"text": as typed, "parsed": as understood, "error": null or why it could not be understood}
boost::json::object QueryToJson(std::string_view typed, const Result<Clause>& query);

/// The reply to a query that could not be understood: no results, and why. It is the person's to
/// mend, so that the request itself did not fail.
boost::json::object NoResults(std::string_view typed, const Result<Clause>& query);

}  // namespace afterword
