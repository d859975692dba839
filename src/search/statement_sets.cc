#include "search/statement_sets.h"

#include <utility>
#include <vector>

#include "search/date_bounds.h"
#include "search/id_rows.h"
#include "search/match_expression.h"
#include "search/name_match.h"
#include "search/summary_fields.h"

namespace afterword {

Result<IdSet> StatementSets::Everything() {
  Query query = TRY(database_.Prepare("SELECT id FROM statement"));
  return ReadIds(query);
}

std::optional<std::string> StatementSets::Match(const Clause& clause) const {
  return MatchExpression(clause, WordIndex::kStatements);
}

Result<IdSet> StatementSets::Matching(const std::string& match) {
  Query query =
      TRY(database_.Prepare("SELECT rowid FROM statement_words WHERE statement_words MATCH ?"));
  query.Bind(1, match);
  return ReadIds(query);
}

Result<IdSet> StatementSets::Having(const Clause& field, const IdSet* within) {
  if (summary_ != nullptr) {
    if (auto statements = StatementsHaving(*summary_, field)) return *std::move(statements);
  }
  switch (field.field) {
    case QueryField::kSpeaker:
      return OfSpeakers(field.text);
    case QueryField::kKind:
      return OfValue(field.text, within, "SELECT 1 FROM statement WHERE id = ?1 AND kind = ?2",
                     "SELECT id FROM statement WHERE kind = ?2");
    case QueryField::kForce:
      return OfValue(field.text, within, "SELECT 1 FROM statement WHERE id = ?1 AND force = ?2",
                     "SELECT id FROM statement WHERE force = ?2");
    case QueryField::kDate:
      return OfDates(field.dates, within);
    default:
      break;
  }
  const IdSet documents = TRY(documents_.Having(field, nullptr));
  if (summary_ != nullptr) return StatementsOf(*summary_, documents);
  return OfDocuments(documents, within);
}

Result<IdSet> StatementSets::OfSpeakers(const std::string& words) {
  const auto actors = TRY(ActorsNamed(database_, NameMatch(words)));
  Query query = TRY(database_.Prepare("SELECT id FROM statement WHERE speaker = ?"));
  std::vector<int64_t> statements;
  for (const int64_t actor : actors) {
    query.Bind(1, actor);
    TRY(AppendIds(query, statements));
  }
  return ToIdSet(std::move(statements));
}

Result<IdSet> StatementSets::OfValue(const std::string& value, const IdSet* within,
                                     std::string_view probe, std::string_view scan) {
  Query query = TRY(database_.Prepare(AreFew(within) ? probe : scan));
  query.Bind(2, value);
  return AreFew(within) ? KeepWhere(*within, query) : ReadIds(query);
}

Result<IdSet> StatementSets::OfDates(const DateRange& dates, const IdSet* within) {
  const DateBounds bounds = BoundsOf(dates);
  Query query = TRY(database_.Prepare(
      AreFew(within)
          ? "SELECT 1 FROM statement WHERE id = ?1 AND (said_at BETWEEN ?2 AND ?3 OR (said_at IS "
            "NULL AND EXISTS (SELECT 1 FROM publication WHERE document = statement.document AND "
            "published BETWEEN ?2 AND ?3)))"
          : "SELECT id FROM statement WHERE said_at BETWEEN ?2 AND ?3 OR (said_at IS NULL AND "
            "document IN (SELECT document FROM publication WHERE published BETWEEN ?2 AND ?3))"));
  query.Bind(2, bounds.from);
  query.Bind(3, bounds.to);
  return AreFew(within) ? KeepWhere(*within, query) : ReadIds(query);
}

Result<IdSet> StatementSets::OfDocuments(const IdSet& documents, const IdSet* within) {
  std::vector<int64_t> statements;
  if (!AreFew(within) || documents.size() < within->size()) {
    Query of_document = TRY(database_.Prepare("SELECT id FROM statement WHERE document = ?"));
    for (const int64_t document : documents) {
      of_document.Bind(1, document);
      TRY(AppendIds(of_document, statements));
    }
    return ToIdSet(std::move(statements));
  }
  Query document_of = TRY(database_.Prepare("SELECT document FROM statement WHERE id = ?"));
  for (const int64_t statement : *within) {
    document_of.Bind(1, statement);
    const auto document = TRY(document_of.FirstInt());
    if (document && Contains(documents, *document)) statements.push_back(statement);
  }
  return statements;
}

}  // namespace afterword
