#include "search/document_sets.h"

#include <charconv>
#include <utility>
#include <vector>

#include "search/date_bounds.h"
#include "search/id_rows.h"
#include "search/match_expression.h"
#include "search/name_match.h"
#include "search/summary_fields.h"

namespace afterword {

Result<IdSet> DocumentSets::Everything() {
  Query query = TRY(database_.Prepare("SELECT id FROM document"));
  return ReadIds(query);
}

std::optional<std::string> DocumentSets::Match(const Clause& clause) const {
  return MatchExpression(clause, WordIndex::kDocuments);
}

Result<IdSet> DocumentSets::Matching(const std::string& match) {
  Query query =
      TRY(database_.Prepare("SELECT rowid FROM document_words WHERE document_words MATCH ?"));
  query.Bind(1, match);
  return ReadIds(query);
}

Result<IdSet> DocumentSets::Having(const Clause& field, const IdSet* within) {
  if (summary_ != nullptr) {
    if (auto documents = DocumentsHaving(*summary_, field)) return *std::move(documents);
  }
  switch (field.field) {
    case QueryField::kSpeaker: {
      const auto actors = TRY(ActorsNamed(database_, NameMatch(field.text)));
      return OfActors(actors, "SELECT document FROM statement WHERE speaker = ?");
    }
    case QueryField::kOrganisation: {
      const auto actors = TRY(OrganisationsNamed(database_, NameMatch(field.text)));
      return OfActors(actors, "SELECT document FROM entity WHERE actor = ?");
    }
    case QueryField::kPublisher:
      return OfPublishers(field.text);
    case QueryField::kDate:
      return OfDates(field.dates);
    case QueryField::kId:
      return OfId(field.text);
    case QueryField::kLanguage:
      return OfValue(field.text, within, "SELECT 1 FROM document WHERE id = ?1 AND language = ?2",
                     "SELECT id FROM document WHERE language = ?2");
    case QueryField::kKind:
      return OfValue(field.text, within,
                     "SELECT 1 FROM statement WHERE document = ?1 AND kind = ?2 LIMIT 1",
                     "SELECT document FROM statement WHERE kind = ?2");
    case QueryField::kForce:
      return OfValue(field.text, within,
                     "SELECT 1 FROM statement WHERE document = ?1 AND force = ?2 LIMIT 1",
                     "SELECT document FROM statement WHERE force = ?2");
    case QueryField::kTitle:
      break;
  }
  return Matching(*MatchExpression(field, WordIndex::kDocuments));
}

Result<IdSet> DocumentSets::OfActors(const std::vector<int64_t>& actors, std::string_view sql) {
  Query query = TRY(database_.Prepare(sql));
  std::vector<int64_t> documents;
  for (const int64_t actor : actors) {
    query.Bind(1, actor);
    TRY(AppendIds(query, documents));
  }
  return ToIdSet(std::move(documents));
}

Result<IdSet> DocumentSets::OfPublishers(const std::string& words) {
  const auto publishers = TRY(PublishersNamed(database_, NameMatch(words)));
  Query query = TRY(database_.Prepare("SELECT document FROM publication WHERE publisher = ?"));
  std::vector<int64_t> documents;
  for (const std::string& publisher : publishers) {
    query.Bind(1, publisher);
    TRY(AppendIds(query, documents));
  }
  return ToIdSet(std::move(documents));
}

Result<IdSet> DocumentSets::OfDates(const DateRange& dates) {
  const DateBounds bounds = BoundsOf(dates);
  Query query =
      TRY(database_.Prepare("SELECT document FROM publication WHERE published BETWEEN ?1 AND ?2"));
  query.Bind(1, bounds.from);
  query.Bind(2, bounds.to);
  return ReadIds(query);
}

Result<IdSet> DocumentSets::OfId(const std::string& id) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
  const bool is_number = error == std::errc() && end == id.data() + id.size();
  Query query =
      TRY(database_.Prepare("SELECT id FROM document WHERE id = ?1 "
                            "UNION SELECT document FROM publication WHERE given_id = ?2"));
  query.Bind(1, is_number ? std::optional<int64_t>(number) : std::nullopt);
  query.Bind(2, id);
  return ReadIds(query);
}

Result<IdSet> DocumentSets::OfValue(const std::string& value, const IdSet* within,
                                    std::string_view probe, std::string_view scan) {
  Query query = TRY(database_.Prepare(AreFew(within) ? probe : scan));
  query.Bind(2, value);
  return AreFew(within) ? KeepWhere(*within, query) : ReadIds(query);
}

}  // namespace afterword
