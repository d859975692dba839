#include "search/statement_hits.h"

#include <algorithm>
#include <utility>

#include "search/evaluate.h"
#include "search/id_rows.h"
#include "search/match_expression.h"
#include "search/newest_documents.h"
#include "search/statement_sets.h"

namespace afterword {
namespace {

constexpr const char* kRankedStatements =
    "SELECT rowid, bm25(statement_words) FROM statement_words WHERE statement_words MATCH ? "
    "ORDER BY rowid";

constexpr const char* kStatementsOf =
    "SELECT id FROM statement WHERE document = ? ORDER BY ordinal";

/// Takes statements document by document until the page is full.
class PageFiller {
 public:
  static Result<PageFiller> Start(Database& database, const IdSet* hits, const Page& page) {
    return PageFiller(TRY(database.Prepare(kStatementsOf)), hits, page);
  }

  bool full() const { return statements_.size() == page_.limit; }
  std::vector<StatementId> Take() { return std::move(statements_); }

  Status TakeFrom(DocumentId document) {
    std::vector<int64_t> ids;
    statements_of_.Bind(1, document);
    TRY(AppendIds(statements_of_, ids));
    for (const StatementId id : ids) {
      if (full()) break;
      if (hits_ != nullptr && !Contains(*hits_, id)) continue;
      if (passed_++ >= page_.offset) statements_.push_back(id);
    }
    return Ok();
  }

 private:
  PageFiller(Query statements_of, const IdSet* hits, const Page& page)
      : statements_of_(std::move(statements_of)), hits_(hits), page_(page) {}

  Query statements_of_;
  const IdSet* hits_;
  Page page_;
  size_t passed_ = 0;
  std::vector<StatementId> statements_;
};

Result<IdSet> DocumentsOf(Database& database, const IdSet& statements) {
  Query document_of = TRY(database.Prepare("SELECT document FROM statement WHERE id = ?"));
  std::vector<int64_t> documents;
  for (const StatementId id : statements) {
    document_of.Bind(1, id);
    TRY(AppendIds(document_of, documents));
  }
  return ToIdSet(std::move(documents));
}

}  // namespace

Result<Hits> FindStatements(Database& database, const Clause& query, SortBy sort) {
  StatementSets sets(database);
  const SplitQuery split = SplitWords(query, WordIndex::kStatements);
  if (sort == SortBy::kDate || !split.match) return Hits{TRY(Evaluate(query, sets)), {}};
  Query ranking = TRY(database.Prepare(kRankedStatements));
  ranking.Bind(1, *split.match);
  Hits hits = TRY(ReadRanked(ranking));
  if (AsksForEverything(split.rest)) return hits;
  const IdSet kept = TRY(Evaluate(split.rest, sets, &hits.ids));
  return KeepOnly(hits, kept);
}

std::vector<StatementId> PageOfRanked(const Hits& hits, const Page& page) {
  std::vector<size_t> indexes = BestOf(hits, page.offset + page.limit);
  std::sort(indexes.begin(), indexes.end(), [&](size_t a, size_t b) {
    if (hits.ranks[a] != hits.ranks[b]) return hits.ranks[a] < hits.ranks[b];
    return hits.ids[a] > hits.ids[b];
  });
  std::vector<StatementId> statements;
  for (size_t i = page.offset; i < indexes.size() && statements.size() < page.limit; ++i) {
    statements.push_back(hits.ids[indexes[i]]);
  }
  return statements;
}

Result<std::vector<StatementId>> PageByDocument(Database& database, const IdSet* hits,
                                                const Page& page) {
  PageFiller filler = TRY(PageFiller::Start(database, hits, page));
  if (AreFew(hits)) {
    // Every document of these has a statement at least, so that so many documents are enough.
    const Page enough{SortBy::kDate, page.offset + page.limit, 0};
    const Hits documents{TRY(DocumentsOf(database, *hits)), {}};
    for (const DocumentId document : TRY(PageOfHits(database, documents, enough))) {
      TRY(filler.TakeFrom(document));
    }
    return filler.Take();
  }
  NewestDocuments newest = TRY(NewestDocuments::Start(database));
  while (!filler.full()) {
    const auto document = TRY(newest.Next([](DocumentId) { return true; }));
    if (!document) break;
    TRY(filler.TakeFrom(*document));
  }
  return filler.Take();
}

}  // namespace afterword
