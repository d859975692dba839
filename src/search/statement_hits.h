// Which statements a query finds, and which of them one page shows.
#pragma once

#include <vector>

#include "base/result.h"
#include "search/document_hits.h"
#include "search/page.h"
#include "search/query.h"
#include "store/casebook.h"

namespace afterword {

/// All statements that `query` finds, ranked by words if `sort` asks for it and RankByWords does.
/// `summary` may be null; it must be one of this casebook.
Result<Hits> FindStatements(Database& database, const Clause& query, SortBy sort,
                            const Summary* summary);

/// The statements of one page of `hits`: by rank, then latest in first. Those that were not ranked
/// by document (newest first, undated last), then in the order of the text.
Result<std::vector<StatementId>> PageOfStatements(Database& database, const Hits& hits,
                                                  const Page& page, const Summary* summary);

/// The same of all that there are.
Result<std::vector<StatementId>> PageOfAllStatements(Database& database, const Page& page);

}  // namespace afterword
