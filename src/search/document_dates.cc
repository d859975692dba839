#include "search/document_dates.h"

#include <utility>

#include "search/date_bounds.h"

namespace afterword {

Result<DocumentDates> DocumentDates::Open(Database& database, const Summary* summary) {
  std::optional<Query> first;
  if (summary == nullptr) first = TRY(database.Prepare(kFirstPublicationSql));
  return DocumentDates(std::move(first), summary);
}

Result<DocumentDate> DocumentDates::Of(DocumentId document) {
  if (summary_ != nullptr) {
    const Summary::DocumentFacts& facts = summary_->Document(document);
    return DocumentDate{facts.date, facts.first_publication};
  }
  first_->Bind(1, document);
  DocumentDate date;
  if (TRY(first_->Step())) date = {DateNumber(first_->Text(0)), first_->Int(1)};
  first_->Reset();
  return date;
}

}  // namespace afterword
