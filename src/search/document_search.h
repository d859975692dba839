// Documents by a query, each with the sentence that answers it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "search/marked_sentence.h"
#include "search/page.h"
#include "search/query.h"
#include "search/summary.h"
#include "store/casebook.h"

namespace afterword {

/// Title, publisher, date and url are those of the earliest publication; empty where not stated.
struct DocumentHit {
  DocumentId document = 0;
  std::string title;
  std::string publisher;
  std::string date;
  std::string url;
  std::string language;
  int64_t statements = 0;
  int64_t publications = 0;
  /// The sentence with the most of the words asked for; the first where none has any.
  MarkedSentence sentence;
};

struct DocumentResults {
  /// On all pages.
  int64_t total = 0;
  std::vector<DocumentHit> hits;
};

/// Reads one state of the casebook; only the texts of the page are read. With a fresh summary of
/// the casebook it is quicker. Errors: those of the casebook.
Result<DocumentResults> SearchDocuments(Database& database, const Clause& query, const Page& page,
                                        const Summary* summary = nullptr);

}  // namespace afterword
