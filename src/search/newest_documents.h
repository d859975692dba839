// All documents, newest first, as many as are asked for.
#pragma once

#include <optional>

#include "base/result.h"
#include "store/casebook.h"

namespace afterword {

/// Walks the index of publications by date. Each step is a few rows, whatever the number of
/// documents.
class NewestDocuments {
 public:
  /// `database` must outlive this.
  static Result<NewestDocuments> Start(Database& database);

  /// The next document that `wanted` accepts; absent at the end.
  template <typename Wanted>
  Result<std::optional<DocumentId>> Next(Wanted wanted) {
    while (TRY(publications_.Step())) {
      const DocumentId document = publications_.Int(0);
      if (wanted(document) && TRY(IsFirst(document, publications_.Int(1)))) {
        return std::optional<DocumentId>(document);
      }
    }
    return std::optional<DocumentId>();
  }

 private:
  NewestDocuments(Query publications, Query first)
      : publications_(std::move(publications)), first_(std::move(first)) {}
  Result<bool> IsFirst(DocumentId document, int64_t publication);

  Query publications_;
  Query first_;
};

}  // namespace afterword
