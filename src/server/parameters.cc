#include "server/parameters.h"

#include <fmt/core.h>

#include <charconv>
#include <limits>

namespace afterword {

Result<size_t> NumberParameter(const Request& request, std::string_view name, size_t otherwise,
                               size_t largest) {
  const std::string_view text = request.Parameter(name);
  if (text.empty()) return otherwise;
  size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > largest) {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("{}={}: a number from 0 to {} was expected", name, text, largest)};
  }
  return number;
}

Result<Page> PageParameters(const Request& request) {
  constexpr size_t kLargestOffset = std::numeric_limits<int32_t>::max();
  Page page;
  page.limit = TRY(NumberParameter(request, "limit", page.limit, kMaxPageSize));
  page.offset = TRY(NumberParameter(request, "offset", 0, kLargestOffset));
  const std::string_view sort = request.Parameter("sort");
  if (sort == "date") {
    page.sort = SortBy::kDate;
  } else if (!sort.empty() && sort != "relevance") {
    return Error{ErrorCode::kInvalidInput,
                 fmt::format("sort={}: either relevance or date was expected", sort)};
  }
  return page;
}

}  // namespace afterword
