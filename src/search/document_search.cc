#include "search/document_search.h"

#include <utility>

#include "search/document_hits.h"
#include "search/stored_text.h"

namespace afterword {
namespace {

Result<int64_t> Count(Database& database, std::string_view sql, DocumentId document) {
  Query query = TRY(database.Prepare(sql));
  query.Bind(1, document);
  return TRY(query.FirstInt()).value_or(0);
}

Result<DocumentHit> LoadHit(Database& database, DocumentId document, const WantedWords& wanted) {
  FirstPublication first = TRY(LoadFirstPublication(database, document));
  StoredText stored = TRY(LoadText(database, document));
  DocumentHit hit;
  hit.document = document;
  hit.title = std::move(first.title);
  hit.publisher = std::move(first.publisher);
  hit.date = std::move(first.date);
  hit.url = std::move(first.url);
  hit.language = std::move(stored.language);
  hit.publications = first.publications;
  hit.statements =
      TRY(Count(database, "SELECT count(*) FROM statement WHERE document = ?", document));
  hit.sentence = ChooseSentence(stored.text, stored.sentences, wanted);
  if (hit.sentence.matches.empty()) {
    hit.sentence = WithoutMarks(stored.text, stored.first_sentence);
  }
  return hit;
}

}  // namespace

Result<DocumentResults> SearchDocuments(Database& database, const Clause& query, const Page& page,
                                        const Summary* summary) {
  const Snapshot snapshot = TRY(Snapshot::Begin(database));
  DocumentResults results;
  std::vector<DocumentId> documents;
  if (AsksForEverything(query)) {
    Query count = TRY(database.Prepare("SELECT count(*) FROM document"));
    results.total = TRY(count.FirstInt()).value_or(0);
    documents = TRY(PageOfAll(database, page));
  } else {
    const Hits hits = TRY(FindDocuments(database, query, page.sort, summary));
    results.total = static_cast<int64_t>(hits.ids.size());
    documents = TRY(PageOfHits(database, hits, page, summary));
  }
  const WantedWords wanted(query);
  for (const DocumentId document : documents) {
    Result<DocumentHit> hit = LoadHit(database, document, wanted);
    // The summary may know a document that was removed a moment ago.
    if (hit.ok()) {
      results.hits.push_back(std::move(hit).value());
    } else if (hit.error().code != ErrorCode::kNotFound) {
      return hit.error();
    }
  }
  return results;
}

}  // namespace afterword
