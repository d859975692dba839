// The fields of a query, answered from the summary: the same as DocumentSets and StatementSets
// answer from the casebook's tables, but in milliseconds.
#pragma once

#include <optional>

#include "search/id_set.h"
#include "search/query.h"
#include "search/summary.h"

namespace afterword {

/// The documents that have `field`; absent for fields that are not summarised (id, title).
std::optional<IdSet> DocumentsHaving(const Summary& summary, const Clause& field);

/// The statements that have `field`; absent for the fields of their documents.
std::optional<IdSet> StatementsHaving(const Summary& summary, const Clause& field);

/// All statements of `documents`.
IdSet StatementsOf(const Summary& summary, const IdSet& documents);

}  // namespace afterword
