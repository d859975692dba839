#include "search/document_hits.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "search/document_sets.h"
#include "search/evaluate.h"
#include "search/match_expression.h"
#include "search/newest_documents.h"

namespace afterword {
namespace {

constexpr const char* kRankedDocuments =
    "SELECT rowid, bm25(document_words, 4.0, 1.0) FROM document_words "
    "WHERE document_words MATCH ? ORDER BY rowid";

/// What documents are ordered by.
struct SortKey {
  double rank = 0;
  std::string published;
  int64_t publication = 0;
  DocumentId document = 0;
};

bool IsBefore(const SortKey& a, const SortKey& b) {
  if (a.rank != b.rank) return a.rank < b.rank;
  if (a.published != b.published) return a.published > b.published;
  return a.publication > b.publication;
}

std::vector<DocumentId> Cut(std::vector<SortKey> keys, const Page& page) {
  std::sort(keys.begin(), keys.end(), IsBefore);
  std::vector<DocumentId> documents;
  for (size_t i = page.offset; i < keys.size() && documents.size() < page.limit; ++i) {
    documents.push_back(keys[i].document);
  }
  return documents;
}

/// By looking up the date of each of `indexes`.
Result<std::vector<DocumentId>> PageBySorting(Database& database, const Hits& hits,
                                              const std::vector<size_t>& indexes,
                                              const Page& page) {
  Query first = TRY(database.Prepare(kFirstPublicationSql));
  std::vector<SortKey> keys;
  keys.reserve(indexes.size());
  for (const size_t index : indexes) {
    first.Bind(1, hits.ids[index]);
    SortKey key;
    if (!hits.ranks.empty()) key.rank = hits.ranks[index];
    key.document = hits.ids[index];
    if (TRY(first.Step())) {
      key.published = first.Text(0);
      key.publication = first.Int(1);
    }
    first.Reset();
    keys.push_back(std::move(key));
  }
  return Cut(std::move(keys), page);
}

/// By walking all documents from the newest on until the page is full.
template <typename Wanted>
Result<std::vector<DocumentId>> PageByWalking(Database& database, Wanted wanted, const Page& page) {
  NewestDocuments newest = TRY(NewestDocuments::Start(database));
  std::vector<DocumentId> documents;
  for (size_t passed = 0; documents.size() < page.limit; ++passed) {
    const auto document = TRY(newest.Next(wanted));
    if (!document) break;
    if (passed >= page.offset) documents.push_back(*document);
  }
  return documents;
}

/// True if walking reads fewer rows than looking up each hit, at about the same cost each.
Result<bool> IsWalkingQuicker(Database& database, const IdSet& hits, const Page& page) {
  Query last = TRY(database.Prepare("SELECT max(id) FROM publication"));
  const auto publications = static_cast<size_t>(TRY(last.FirstInt()).value_or(0));
  if (hits.empty()) return false;
  return (page.offset + page.limit) * publications / hits.size() < hits.size();
}

}  // namespace

Result<Hits> ReadRanked(Query& ranking) {
  Hits hits;
  while (TRY(ranking.Step())) {
    hits.ids.push_back(ranking.Int(0));
    hits.ranks.push_back(ranking.Real(1));
  }
  return hits;
}

Hits KeepOnly(const Hits& hits, const IdSet& kept) {
  Hits both;
  auto next = kept.begin();
  for (size_t i = 0; i < hits.ids.size(); ++i) {
    next = std::lower_bound(next, kept.end(), hits.ids[i]);
    if (next == kept.end()) break;
    if (*next != hits.ids[i]) continue;
    both.ids.push_back(hits.ids[i]);
    both.ranks.push_back(hits.ranks[i]);
  }
  return both;
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

Result<Hits> FindDocuments(Database& database, const Clause& query, SortBy sort) {
  DocumentSets sets(database);
  const SplitQuery split = SplitWords(query, WordIndex::kDocuments);
  if (sort == SortBy::kDate || !split.match) return Hits{TRY(Evaluate(query, sets)), {}};
  Query ranking = TRY(database.Prepare(kRankedDocuments));
  ranking.Bind(1, *split.match);
  Hits hits = TRY(ReadRanked(ranking));
  if (AsksForEverything(split.rest)) return hits;
  const IdSet kept = TRY(Evaluate(split.rest, sets, &hits.ids));
  return KeepOnly(hits, kept);
}

Result<std::vector<DocumentId>> PageOfHits(Database& database, const Hits& hits, const Page& page) {
  if (hits.ranks.empty() && TRY(IsWalkingQuicker(database, hits.ids, page))) {
    return PageByWalking(
        database, [&](DocumentId document) { return Contains(hits.ids, document); }, page);
  }
  return PageBySorting(database, hits, BestOf(hits, page.offset + page.limit), page);
}

Result<std::vector<DocumentId>> PageOfAll(Database& database, const Page& page) {
  return PageByWalking(database, [](DocumentId) { return true; }, page);
}

}  // namespace afterword
