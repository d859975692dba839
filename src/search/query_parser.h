// From what a person typed to the tree of search/query.h.
#pragma once

#include <string_view>

#include "base/result.h"
#include "search/query.h"

namespace afterword {

inline constexpr size_t kMaxQueryBytes = 4096;
inline constexpr int kMaxQueryDepth = 32;
inline constexpr int kMaxNearDistance = 100;

/// Blank text asks for everything. Words without a letter or digit ("–", "&") are passed over;
/// curly quotes count as straight ones.
/// Errors: kInvalidInput, the message says what is wrong at which character (from 1);
/// kLimitExceeded beyond the limits above.
Result<Clause> ParseQuery(std::string_view text);

/// `field:value` as one clause. Errors: kInvalidInput if the field cannot have this value.
Result<Clause> ParseField(QueryField field, std::string value);

/// "2024", "2024-06", "2024-06-06" or two of them with ".." between, either of which may be left
/// out. Errors: kInvalidInput.
Result<DateRange> ParseDateRange(std::string_view text);

}  // namespace afterword
