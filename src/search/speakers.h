// Who speaks in the casebook, by the beginning of their names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/summary.h"

namespace afterword {

struct Speaker {
  std::string name;
  /// "person" …
  std::string kind;
  int64_t statements = 0;
  int64_t documents = 0;
};

/// At most `limit` speakers whose name has all words of `beginning`, of which the last may be
/// unfinished ("jens sto"); all speakers for none. Those with most statements first, then those
/// that came first.
std::vector<Speaker> FindSpeakers(const Summary& summary, std::string_view beginning, size_t limit);

}  // namespace afterword
