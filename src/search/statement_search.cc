#include "search/statement_search.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "search/marked_sentence.h"
#include "search/query_parser.h"
#include "search/statement_hits.h"
#include "search/stored_text.h"
#include "store/packing.h"

namespace afterword {
namespace {

constexpr const char* kStatementSql =
    "SELECT statement.document, actor.name, actor.kind, statement.kind, force, negated, "
    "conditional, said_at, spans FROM statement LEFT JOIN actor ON actor.id = statement.speaker "
    "WHERE statement.id = ?";

std::string Joined(std::string_view text, const std::vector<Span>& spans) {
  std::string joined;
  for (size_t i = 0; i < spans.size(); ++i) {
    if (i > 0 && spans[i - 1].end != spans[i].begin) joined += " \u2026 ";
    joined += Slice(text, spans[i]);
  }
  return joined;
}

/// The sentences that `extent` touches, from the first to the last.
Span SentencesAround(Span extent, const std::vector<Span>& sentences) {
  Span around = extent;
  for (const Span sentence : sentences) {
    if (sentence.begin >= extent.end) break;
    if (!sentence.Overlaps(extent)) continue;
    around.begin = std::min(around.begin, sentence.begin);
    around.end = std::max(around.end, sentence.end);
  }
  return around;
}

/// Loads statements; neighbours from one document load its text once.
class HitLoader {
 public:
  static Result<HitLoader> Start(Database& database) {
    return HitLoader(database, TRY(database.Prepare(kStatementSql)));
  }

  Result<StatementHit> Load(StatementId id) {
    row_.Reset();
    row_.Bind(1, id);
    if (!TRY(row_.Step())) return Error{ErrorCode::kNotFound, fmt::format("no statement {}", id)};
    StatementHit hit;
    hit.id = id;
    hit.document = row_.Int(0);
    TRY(Turn(hit.document));
    hit.title = first_.title;
    hit.publisher = first_.publisher;
    hit.date = first_.date;
    hit.carriers = first_.publications;
    hit.speaker = row_.Text(1);
    hit.speaker_kind = row_.Text(2);
    hit.kind = StatementKindFromName(row_.Text(3)).value_or(hit.kind);
    hit.force = ForceFromName(row_.Text(4)).value_or(hit.force);
    hit.negated = row_.Int(5) != 0;
    hit.conditional = row_.Int(6) != 0;
    hit.said_at = row_.Text(7);
    TRY(FillWords(hit, row_.Blob(8)));
    return hit;
  }

 private:
  HitLoader(Database& database, Query row) : database_(&database), row_(std::move(row)) {}

  Status Turn(DocumentId document) {
    if (document == document_) return Ok();
    text_ = TRY(LoadText(*database_, document));
    first_ = TRY(LoadFirstPublication(*database_, document));
    document_ = document;
    return Ok();
  }

  Status FillWords(StatementHit& hit, std::string_view packed) const {
    StatementSpans spans = TRY(UnpackStatement(packed, text_.text.size()));
    hit.source = Joined(text_.text, spans.source);
    hit.cue = Joined(text_.text, spans.cue);
    hit.content = Joined(text_.text, spans.content);
    Statement statement;
    statement.source = std::move(spans.source);
    statement.cue = std::move(spans.cue);
    statement.content = std::move(spans.content);
    hit.extent = Extent(statement);
    hit.sentence = WithoutMarks(text_.text, SentencesAround(hit.extent, text_.sentences)).text;
    return Ok();
  }

  Database* database_;
  Query row_;
  DocumentId document_ = 0;
  StoredText text_;
  FirstPublication first_;
};

}  // namespace

Result<Clause> QueryFrom(const StatementFilter& filter) {
  Clause query = TRY(ParseQuery(filter.query));
  query = Both(std::move(query), TRY(ParseQuery(filter.about)));
  const std::pair<QueryField, const std::string&> fields[] = {
      {QueryField::kSpeaker, filter.speaker},
      {QueryField::kKind, filter.kind},
      {QueryField::kForce, filter.force},
  };
  for (const auto& [field, value] : fields) {
    if (!value.empty()) query = Both(std::move(query), TRY(ParseField(field, value)));
  }
  if (filter.from.empty() && filter.to.empty()) return query;
  const DateRange dates = TRY(ParseDateRange(filter.from + ".." + filter.to));
  return Both(std::move(query), DateClause(dates));
}

Result<StatementResults> SearchStatements(Database& database, const Clause& query, const Page& page,
                                          const Summary* summary) {
  const Snapshot snapshot = TRY(Snapshot::Begin(database));
  StatementResults results;
  std::vector<StatementId> statements;
  if (AsksForEverything(query)) {
    Query count = TRY(database.Prepare("SELECT count(*) FROM statement"));
    results.total = TRY(count.FirstInt()).value_or(0);
    statements = TRY(PageOfAllStatements(database, page));
  } else {
    const Hits hits = TRY(FindStatements(database, query, page.sort, summary));
    results.total = static_cast<int64_t>(hits.ids.size());
    statements = TRY(PageOfStatements(database, hits, page, summary));
  }
  HitLoader loader = TRY(HitLoader::Start(database));
  for (const StatementId id : statements) {
    Result<StatementHit> hit = loader.Load(id);
    // The summary may know a statement that was removed a moment ago.
    if (hit.ok()) {
      results.hits.push_back(std::move(hit).value());
    } else if (hit.error().code != ErrorCode::kNotFound) {
      return hit.error();
    }
  }
  return results;
}

}  // namespace afterword
