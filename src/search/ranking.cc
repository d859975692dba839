#include "search/ranking.h"

#include <algorithm>
#include <string>
#include <utility>

namespace afterword {
namespace {

// The unary plus keeps the index from seeking each id anew; ids are passed as a JSON array.
constexpr const char* kRankedDocuments =
    "SELECT rowid, bm25(document_words, 4.0, 1.0) FROM document_words "
    "WHERE document_words MATCH ?1 AND +rowid IN (SELECT value FROM json_each(?2)) ORDER BY rowid";
constexpr const char* kRankedStatements =
    "SELECT rowid, bm25(statement_words) FROM statement_words "
    "WHERE statement_words MATCH ?1 AND +rowid IN (SELECT value FROM json_each(?2)) ORDER BY rowid";

std::string JsonArray(const IdSet& ids) {
  std::string array = "[";
  for (const int64_t id : ids) {
    if (array.size() > 1) array += ',';
    array += std::to_string(id);
  }
  array += ']';
  return array;
}

}  // namespace

Result<Hits> RankByWords(Database& database, WordIndex index, const SplitQuery& split, IdSet ids) {
  if (!split.match || ids.size() > kMostRanked) return Hits{std::move(ids)};
  Query ranking =
      TRY(database.Prepare(index == WordIndex::kDocuments ? kRankedDocuments : kRankedStatements));
  ranking.Bind(1, *split.match);
  ranking.Bind(2, JsonArray(ids));
  Hits hits;
  while (TRY(ranking.Step())) {
    hits.ids.push_back(ranking.Int(0));
    hits.ranks.push_back(ranking.Real(1));
  }
  return hits;
}

std::vector<size_t> BestOf(const Hits& hits, size_t count) {
  std::vector<size_t> indexes(hits.ids.size());
  for (size_t i = 0; i < indexes.size(); ++i) indexes[i] = i;
  if (hits.ranks.empty() || count >= indexes.size()) return indexes;
  if (count == 0) return {};
  std::vector<double> ranks = hits.ranks;
  const auto last = ranks.begin() + static_cast<std::ptrdiff_t>(count - 1);
  std::nth_element(ranks.begin(), last, ranks.end());
  std::erase_if(indexes, [&](size_t index) { return hits.ranks[index] > *last; });
  return indexes;
}

}  // namespace afterword
