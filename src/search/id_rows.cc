#include "search/id_rows.h"

#include <utility>

namespace afterword {

Status AppendIds(Query& query, std::vector<int64_t>& ids) {
  while (TRY(query.Step())) ids.push_back(query.Int(0));
  query.Reset();
  return Ok();
}

Result<IdSet> ReadIds(Query& query) {
  std::vector<int64_t> ids;
  TRY(AppendIds(query, ids));
  return ToIdSet(std::move(ids));
}

Result<IdSet> KeepWhere(const IdSet& ids, Query& probe) {
  IdSet kept;
  for (const int64_t id : ids) {
    probe.Bind(1, id);
    if (TRY(probe.Step())) kept.push_back(id);
    probe.Reset();
  }
  return kept;
}

}  // namespace afterword
