// A query's tree to the ids that it finds. Leaves are asked of the casebook, each by a small
// constant SQL statement; branches are set algebra on sorted ids. So no SQL is put together from
// what a person typed, and the time does not hang on a query planner's choice.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "search/id_set.h"
#include "search/query.h"

namespace afterword {

/// What the leaves of a query find, among documents or among statements.
class LeafSets {
 public:
  virtual ~LeafSets() = default;

  virtual Result<IdSet> Everything() = 0;
  /// What asks for words, as an expression of the index; absent if `clause` asks for more.
  virtual std::optional<std::string> Match(const Clause& clause) const = 0;
  virtual Result<IdSet> Matching(const std::string& match) = 0;
  /// What has `field` (a kField). May leave out what is not in `within`, if given.
  virtual Result<IdSet> Having(const Clause& field, const IdSet* within) = 0;
};

/// What `query` finds. If `within` is given, only what is in it matters: the result may hold more
/// or less beyond it, so intersect.
Result<IdSet> Evaluate(const Clause& query, LeafSets& leaves, const IdSet* within = nullptr);

}  // namespace afterword
