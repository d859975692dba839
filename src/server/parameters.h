// Parameters of requests, checked.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "search/page.h"
#include "server/http.h"

namespace afterword {

inline constexpr size_t kMaxPageSize = 500;

/// A number from 0 to `largest`; `otherwise` if it was not sent. Errors: kInvalidInput.
Result<size_t> NumberParameter(const Request& request, std::string_view name, size_t otherwise,
                               size_t largest);

/// `limit` (at most kMaxPageSize), `offset` and `sort`. Errors: kInvalidInput.
Result<Page> PageParameters(const Request& request);

}  // namespace afterword
