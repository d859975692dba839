#include "search/document_hits.h"

#include <algorithm>
#include <utility>

#include "search/document_dates.h"
#include "search/document_sets.h"
#include "search/evaluate.h"
#include "search/match_expression.h"
#include "search/newest_documents.h"

namespace afterword {
namespace {

/// What documents are ordered by.
struct SortKey {
  double rank = 0;
  DocumentDate date;
  DocumentId document = 0;
};

bool IsBefore(const SortKey& a, const SortKey& b) {
  if (a.rank != b.rank) return a.rank < b.rank;
  if (a.date.date != b.date.date) return a.date.date > b.date.date;
  return a.date.publication > b.date.publication;
}

std::vector<DocumentId> Cut(std::vector<SortKey> keys, const Page& page) {
  const size_t end = std::min(keys.size(), page.offset + page.limit);
  std::partial_sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(end), keys.end(),
                    IsBefore);
  std::vector<DocumentId> documents;
  for (size_t i = page.offset; i < end; ++i) documents.push_back(keys[i].document);
  return documents;
}

/// By looking up the dates of all that may be on the page.
Result<std::vector<DocumentId>> PageBySorting(Database& database, const Hits& hits,
                                              const Page& page, const Summary* summary) {
  DocumentDates dates = TRY(DocumentDates::Open(database, summary));
  std::vector<SortKey> keys;
  for (const size_t index : BestOf(hits, page.offset + page.limit)) {
    const DocumentId document = hits.ids[index];
    const double rank = hits.ranks.empty() ? 0 : hits.ranks[index];
    keys.push_back({rank, TRY(dates.Of(document)), document});
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

/// True if walking most likely reads fewer rows than looking up each hit.
Result<bool> IsWalkingQuicker(Database& database, const IdSet& hits, const Page& page) {
  Query last = TRY(database.Prepare("SELECT max(id) FROM publication"));
  const auto publications = static_cast<size_t>(TRY(last.FirstInt()).value_or(0));
  if (hits.empty()) return false;
  return (page.offset + page.limit) * publications / hits.size() < hits.size();
}

}  // namespace

Result<Hits> FindDocuments(Database& database, const Clause& query, SortBy sort,
                           const Summary* summary) {
  DocumentSets sets(database, summary);
  IdSet ids = TRY(Evaluate(query, sets));
  if (sort == SortBy::kDate) return Hits{std::move(ids)};
  return RankByWords(database, WordIndex::kDocuments, SplitWords(query, WordIndex::kDocuments),
                     std::move(ids));
}

Result<std::vector<DocumentId>> PageOfHits(Database& database, const Hits& hits, const Page& page,
                                           const Summary* summary) {
  if (summary == nullptr && hits.ranks.empty() && TRY(IsWalkingQuicker(database, hits.ids, page))) {
    return PageByWalking(
        database, [&](DocumentId document) { return Contains(hits.ids, document); }, page);
  }
  return PageBySorting(database, hits, page, summary);
}

Result<std::vector<DocumentId>> PageOfAll(Database& database, const Page& page) {
  return PageByWalking(database, [](DocumentId) { return true; }, page);
}

}  // namespace afterword
