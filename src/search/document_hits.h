// Which documents a query finds, and which of them one page shows.
//
// Order: by relevance, then by date (newest first, undated last), then by arrival (latest first).
// It is the same for the same casebook, so that pages fit together.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "search/id_set.h"
#include "search/page.h"
#include "search/query.h"
#include "store/casebook.h"

namespace afterword {

/// What a query finds among documents or statements.
struct Hits {
  IdSet ids;
  /// Of each of `ids`, smaller is better; empty if they were not ranked.
  std::vector<double> ranks;
};

/// True of a query that asks for nothing in particular.
inline bool AsksForEverything(const Clause& query) {
  return query.kind == Clause::Kind::kAll && query.clauses.empty();
}

/// All documents that `query` finds; ranked by words if `sort` asks for it and the query for
/// words. A word in the title weighs as much as four in the text (bm25).
Result<Hits> FindDocuments(Database& database, const Clause& query, SortBy sort);

/// The documents of one page.
Result<std::vector<DocumentId>> PageOfHits(Database& database, const Hits& hits, const Page& page);

/// The documents of one page of all that there are, newest first.
Result<std::vector<DocumentId>> PageOfAll(Database& database, const Page& page);

/// Indexes of the best `count` hits and of all that rank as high as the last of them, unordered.
std::vector<size_t> BestOf(const Hits& hits, size_t count);

/// Runs `ranking`, whose rows are id and rank by ascending id.
Result<Hits> ReadRanked(Query& ranking);

/// Those of `hits` that are in `kept` too.
Hits KeepOnly(const Hits& hits, const IdSet& kept);

}  // namespace afterword
