// Which documents a query finds, and which of them one page shows.
//
// Order: by relevance, then by date (newest first, undated last), then by arrival (latest first).
// It is the same for the same casebook, so that pages fit together.
#pragma once

#include <vector>

#include "base/result.h"
#include "search/page.h"
#include "search/query.h"
#include "search/ranking.h"
#include "search/summary.h"
#include "store/casebook.h"

namespace afterword {

/// True of a query that asks for nothing in particular.
inline bool AsksForEverything(const Clause& query) {
  return query.kind == Clause::Kind::kAll && query.clauses.empty();
}

/// All documents that `query` finds, ranked by words if `sort` asks for it and RankByWords does.
/// `summary` may be null; it must be one of this casebook.
Result<Hits> FindDocuments(Database& database, const Clause& query, SortBy sort,
                           const Summary* summary);

/// The documents of one page.
Result<std::vector<DocumentId>> PageOfHits(Database& database, const Hits& hits, const Page& page,
                                           const Summary* summary);

/// The documents of one page of all that there are, newest first.
Result<std::vector<DocumentId>> PageOfAll(Database& database, const Page& page);

}  // namespace afterword
