// Who said what: statements by speaker, words, time and manner.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "record/analysis.h"
#include "search/page.h"
#include "search/query.h"
#include "search/summary.h"
#include "store/casebook.h"

namespace afterword {

/// What a form asks for; an empty text does not restrict.
struct StatementFilter {
  /// Words of a name: "stoltenberg".
  std::string speaker = {};
  /// Looked for in what was said; in the query language, as `query` is.
  std::string about = {};
  std::string query = {};
  /// ISO dates, both included.
  std::string from = {};
  std::string to = {};
  /// "direct" …, "promise" ….
  std::string kind = {};
  std::string force = {};
};

/// All of `filter` as one query. Errors: kInvalidInput, kLimitExceeded, as of ParseQuery.
Result<Clause> QueryFrom(const StatementFilter& filter);

/// A statement with what it takes to cite it. Title, publisher and date are those of the earliest
/// publication; texts are empty where there is none.
struct StatementHit {
  StatementId id = 0;
  DocumentId document = 0;
  std::string title;
  std::string publisher;
  std::string date;
  std::string speaker;
  std::string speaker_kind;
  /// The words of each role; parts that do not touch are joined by " … ".
  std::string source;
  std::string cue;
  std::string content;
  StatementKind kind = StatementKind::kIndirect;
  Force force = Force::kAssert;
  bool negated = false;
  bool conditional = false;
  std::string said_at;
  /// From its first to its last byte in the document's text.
  Span extent;
  /// The sentences that it stands in.
  std::string sentence;
  /// Publications of the text that carries it.
  int64_t carriers = 0;
};

struct StatementResults {
  int64_t total = 0;
  std::vector<StatementHit> hits;
};

/// In the order of search/statement_hits.h.
/// With a fresh summary of the casebook it is quicker. Errors: those of the casebook.
Result<StatementResults> SearchStatements(Database& database, const Clause& query, const Page& page,
                                          const Summary* summary = nullptr);

}  // namespace afterword
