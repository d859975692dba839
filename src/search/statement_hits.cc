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

Result<IdSet> DocumentsOf(Database& database, const IdSet& statements, const Summary* summary) {
  Query document_of = TRY(database.Prepare("SELECT document FROM statement WHERE id = ?"));
  std::vector<int64_t> documents;
  for (const StatementId id : statements) {
    if (summary != nullptr) {
      documents.push_back(summary->Statement(id).document);
    } else {
      document_of.Bind(1, id);
      TRY(AppendIds(document_of, documents));
    }
  }
  return ToIdSet(std::move(documents));
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

/// By walking all documents, newest first, until the page is full. `hits` absent: all statements.
Result<std::vector<StatementId>> PageByWalking(Database& database, const IdSet* hits,
                                               const Page& page) {
  PageFiller filler = TRY(PageFiller::Start(database, hits, page));
  NewestDocuments newest = TRY(NewestDocuments::Start(database));
  while (!filler.full()) {
    const auto document = TRY(newest.Next([](DocumentId) { return true; }));
    if (!document) break;
    TRY(filler.TakeFrom(*document));
  }
  return filler.Take();
}

}  // namespace

Result<Hits> FindStatements(Database& database, const Clause& query, SortBy sort,
                            const Summary* summary) {
  StatementSets sets(database, summary);
  IdSet ids = TRY(Evaluate(query, sets));
  if (sort == SortBy::kDate) return Hits{std::move(ids)};
  return RankByWords(database, WordIndex::kStatements, SplitWords(query, WordIndex::kStatements),
                     std::move(ids));
}

Result<std::vector<StatementId>> PageOfStatements(Database& database, const Hits& hits,
                                                  const Page& page, const Summary* summary) {
  if (!hits.ranks.empty()) return PageOfRanked(hits, page);
  if (summary == nullptr && !AreFew(&hits.ids)) return PageByWalking(database, &hits.ids, page);
  // Every document of these has a statement at least, so that so many documents are enough.
  const Page enough{SortBy::kDate, page.offset + page.limit, 0};
  const Hits documents{TRY(DocumentsOf(database, hits.ids, summary))};
  PageFiller filler = TRY(PageFiller::Start(database, &hits.ids, page));
  for (const DocumentId document : TRY(PageOfHits(database, documents, enough, summary))) {
    if (filler.full()) break;
    TRY(filler.TakeFrom(document));
  }
  return filler.Take();
}

Result<std::vector<StatementId>> PageOfAllStatements(Database& database, const Page& page) {
  return PageByWalking(database, nullptr, page);
}

}  // namespace afterword
