#include "record/analysis.h"

#include <algorithm>

namespace afterword {

Span Extent(const Statement& statement) {
  Span extent{UINT32_MAX, 0};
  for (const auto* role : {&statement.source, &statement.cue, &statement.content}) {
    for (const Span span : *role) {
      extent.begin = std::min(extent.begin, span.begin);
      extent.end = std::max(extent.end, span.end);
    }
  }
  return extent.begin < extent.end ? extent : Span{};
}

}  // namespace afterword
