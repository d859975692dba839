// English words to their stems, as the index does it, so that the words that matched can be shown.
#pragma once

#include <string>
#include <string_view>

namespace afterword {

/// The stem of a folded word: "delivered", "deliveries" → "deliv…". Words of fewer than 3 or more
/// than 64 bytes stay as they are.
/// Source: M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, with the two
/// later changes of its author (-bli, -logi) that SQLite's tokenizer "porter" has too.
std::string PorterStem(std::string_view word);

}  // namespace afterword
