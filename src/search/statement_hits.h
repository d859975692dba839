// Which statements a query finds, and which of them one page shows.
#pragma once

#include <vector>

#include "base/result.h"
#include "search/document_hits.h"
#include "search/page.h"
#include "search/query.h"
#include "store/casebook.h"

namespace afterword {

/// All statements that `query` finds; ranked by words if `sort` asks for it and the query for
/// words.
Result<Hits> FindStatements(Database& database, const Clause& query, SortBy sort);

/// The statements of one page of ranked `hits`: by rank, then latest in first.
std::vector<StatementId> PageOfRanked(const Hits& hits, const Page& page);

/// The statements of one page of `hits`, or of all if absent, by document (newest first, undated
/// last), then in the order of the text.
Result<std::vector<StatementId>> PageByDocument(Database& database, const IdSet* hits,
                                                const Page& page);

}  // namespace afterword
