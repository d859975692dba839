// Which part of a list of results is wanted.
#pragma once

#include <cstddef>

namespace afterword {

enum class SortBy {
  kRelevance,  // by words, if the query asks for words; else as kDate
  kDate,       // newest first, undated last
};

struct Page {
  SortBy sort = SortBy::kRelevance;
  size_t limit = 50;
  size_t offset = 0;
};

}  // namespace afterword
