#include "search/evaluate.h"

#include <algorithm>
#include <vector>

#include "search/match_expression.h"

namespace afterword {
namespace {

/// The order in which the clauses of one kAll are asked: what is cheap and narrow first, so that
/// what must look at each candidate looks at few.
int Cost(const Clause& clause) {
  switch (clause.kind) {
    case Clause::Kind::kWords:
    case Clause::Kind::kNear:
      return 0;
    case Clause::Kind::kAll:
    case Clause::Kind::kAny:
      return 2;
    case Clause::Kind::kNot:
      return 4;
    case Clause::Kind::kField:
      break;
  }
  switch (clause.field) {
    case QueryField::kLanguage:
    case QueryField::kKind:
    case QueryField::kForce:
    case QueryField::kDate:
      return 3;
    default:
      return 1;
  }
}

Result<IdSet> EvaluateAll(const Clause& query, LeafSets& leaves, const IdSet* within) {
  std::vector<const Clause*> clauses;
  for (const Clause& clause : query.clauses) clauses.push_back(&clause);
  std::stable_sort(clauses.begin(), clauses.end(),
                   [](const Clause* a, const Clause* b) { return Cost(*a) < Cost(*b); });
  std::optional<IdSet> found;
  for (const Clause* clause : clauses) {
    const IdSet* candidates = found ? &*found : within;
    IdSet ids = TRY(Evaluate(*clause, leaves, candidates));
    found = candidates == nullptr ? std::move(ids) : Intersection(ids, *candidates);
    if (found->empty()) break;
  }
  if (found) return *std::move(found);
  if (within != nullptr) return *within;
  return leaves.Everything();
}

Result<IdSet> EvaluateAny(const Clause& query, LeafSets& leaves, const IdSet* within) {
  IdSet found;
  for (const Clause& clause : query.clauses) {
    const IdSet ids = TRY(Evaluate(clause, leaves, within));
    found = Union(found, ids);
  }
  return found;
}

Result<IdSet> EvaluateNot(const Clause& query, LeafSets& leaves, const IdSet* within) {
  const IdSet all = within != nullptr ? *within : TRY(leaves.Everything());
  const IdSet refused = TRY(Evaluate(query.clauses.front(), leaves, &all));
  return Difference(all, refused);
}

}  // namespace

Result<IdSet> Evaluate(const Clause& query, LeafSets& leaves, const IdSet* within) {
  if (const std::optional<std::string> match = leaves.Match(query)) return leaves.Matching(*match);
  switch (query.kind) {
    case Clause::Kind::kAll:
      return EvaluateAll(query, leaves, within);
    case Clause::Kind::kAny:
      return EvaluateAny(query, leaves, within);
    case Clause::Kind::kNot:
      return EvaluateNot(query, leaves, within);
    case Clause::Kind::kField:
      return leaves.Having(query, within);
    case Clause::Kind::kWords:
    case Clause::Kind::kNear:
      break;
  }
  return Error{ErrorCode::kInternal, "a clause of words that no index answers"};
}

}  // namespace afterword
