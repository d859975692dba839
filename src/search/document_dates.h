// When documents appeared first: what they are ordered by.
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.h"
#include "search/summary.h"
#include "store/casebook.h"

namespace afterword {

/// SQL for the publication that dates a document: the earliest. Columns: published, id.
inline constexpr const char* kFirstPublicationSql =
    "SELECT published, id FROM publication WHERE document = ? "
    "ORDER BY published IS NULL, published, id LIMIT 1";

struct DocumentDate {
  int32_t date = 0;  // as DateNumber; 0 where undated
  int64_t publication = 0;
};

/// Looks dates up in the summary if there is one, else in the casebook.
class DocumentDates {
 public:
  /// Both must outlive this.
  static Result<DocumentDates> Open(Database& database, const Summary* summary);

  Result<DocumentDate> Of(DocumentId document);

 private:
  DocumentDates(std::optional<Query> first, const Summary* summary)
      : first_(std::move(first)), summary_(summary) {}

  std::optional<Query> first_;
  const Summary* summary_;
};

}  // namespace afterword
