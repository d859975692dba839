#include "search/newest_documents.h"

#include <utility>

#include "search/document_dates.h"

namespace afterword {

Result<NewestDocuments> NewestDocuments::Start(Database& database) {
  Query publications = TRY(
      database.Prepare("SELECT document, id FROM publication ORDER BY published DESC, id DESC"));
  Query first = TRY(database.Prepare(kFirstPublicationSql));
  return NewestDocuments(std::move(publications), std::move(first));
}

Result<bool> NewestDocuments::IsFirst(DocumentId document, int64_t publication) {
  first_.Bind(1, document);
  const bool is_first = TRY(first_.Step()) && first_.Int(1) == publication;
  first_.Reset();
  return is_first;
}

}  // namespace afterword
