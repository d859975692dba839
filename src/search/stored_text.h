// A document's text and sentences, for what is shown of it.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "store/casebook.h"

namespace afterword {

struct StoredText {
  std::string text;
  std::string language;
  std::vector<Span> sentences;
  /// The first sentence that is no headline or other head matter.
  Span first_sentence;
};

/// Errors: kNotFound, kCorrupt.
Result<StoredText> LoadText(Database& database, DocumentId document);

/// Where a document appeared first.
struct FirstPublication {
  std::string title;
  std::string publisher;
  std::string date;
  std::string url;
  /// How often it appeared in all.
  int64_t publications = 0;
};

Result<FirstPublication> LoadFirstPublication(Database& database, DocumentId document);

}  // namespace afterword
