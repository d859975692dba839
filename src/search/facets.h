// What a set of documents is made of: for each facet its values, with the number of documents
// that have each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/query.h"
#include "search/summary.h"
#include "store/database.h"

namespace afterword {

struct FacetValue {
  std::string value;
  /// Documents of the query that have it.
  int64_t count = 0;
  /// Of speakers: "person" …; else empty.
  std::string kind = {};
};

/// Each ordered by count, then value, and cut to kMaxFacetValues; months in order of time and
/// whole. A document with several publications counts for each publisher and month.
struct Facets {
  std::vector<FacetValue> publishers;
  std::vector<FacetValue> speakers;
  std::vector<FacetValue> organisations;
  std::vector<FacetValue> languages;
  /// Kinds of statements.
  std::vector<FacetValue> kinds;
  /// "2024-06"; a date that was stated to the year only counts as no month.
  std::vector<FacetValue> months;
};

inline constexpr size_t kMaxFacetValues = 50;

/// Counts in `summary`, which is fresh, what `query` finds in its casebook.
/// Errors: those of the casebook.
Result<Facets> CountFacets(Database& database, const Summary& summary, const Clause& query);

}  // namespace afterword
