// Ids out of the casebook.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "search/id_set.h"
#include "store/database.h"

namespace afterword {

/// Appends the first column of all rows; `query` is then ready to be bound again.
Status AppendIds(Query& query, std::vector<int64_t>& ids);

/// The first column of all rows.
Result<IdSet> ReadIds(Query& query);

/// Those of `ids` for which `probe`, with the id as parameter 1, has a row.
Result<IdSet> KeepWhere(const IdSet& ids, Query& probe);

/// Up to this many candidates are looked at one by one; above, a whole table is read instead. A
/// look-up costs about ten times what a row of a scan costs, and tables hold 10⁵ rows and more.
inline constexpr size_t kFewIds = 10'000;

inline bool AreFew(const IdSet* ids) { return ids != nullptr && ids->size() <= kFewIds; }

}  // namespace afterword
