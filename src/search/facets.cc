// Rows are counted here, not by SQL: of few documents they are looked up one by one, of many the
// table is read once from end to end, which is several times quicker than a join.

#include "search/facets.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "search/document_hits.h"
#include "search/id_rows.h"

namespace afterword {
namespace {

/// The documents that count: some, or all.
class Selection {
 public:
  static Result<Selection> Make(Database& database, const Clause& query) {
    Selection selection;
    if (AsksForEverything(query)) return selection;
    selection.ids_ = TRY(FindDocuments(database, query, SortBy::kDate)).ids;
    if (AreFew(&*selection.ids_)) return selection;
    selection.members_.resize(static_cast<size_t>(selection.ids_->back()) + 1);
    for (const DocumentId id : *selection.ids_) selection.members_[static_cast<size_t>(id)] = true;
    return selection;
  }

  /// Calls `count` with every row of `select`, whose column `document` comes first, that belongs
  /// to a selected document. Rows of one document come together.
  template <typename Count>
  Status ForEachRow(Database& database, std::string_view select, std::string_view document,
                    Count count) const {
    if (ids_ && AreFew(&*ids_)) {
      Query rows = TRY(database.Prepare(fmt::format("{} WHERE {} = ?", select, document)));
      for (const DocumentId id : *ids_) {
        rows.Bind(1, id);
        while (TRY(rows.Step())) count(rows);
        rows.Reset();
      }
      return Ok();
    }
    Query rows = TRY(database.Prepare(fmt::format("{} ORDER BY {}", select, document)));
    while (TRY(rows.Step())) {
      if (Has(rows.Int(0))) count(rows);
    }
    return Ok();
  }

 private:
  bool Has(DocumentId document) const {
    if (!ids_) return true;
    const auto at = static_cast<size_t>(document);
    return at < members_.size() && members_[at];
  }

  std::optional<IdSet> ids_;
  /// By id, of many.
  std::vector<bool> members_;
};

/// Counts documents, each once, as long as its rows come together.
struct Tally {
  DocumentId last = 0;
  int64_t count = 0;
  void Add(DocumentId document) {
    if (document == last) return;
    last = document;
    ++count;
  }
};

using TextTallies = std::map<std::string, Tally, std::less<>>;

void AddText(TextTallies& tallies, std::string_view text, DocumentId document) {
  if (text.empty()) return;
  auto found = tallies.find(text);
  if (found == tallies.end()) found = tallies.emplace(text, Tally{}).first;
  found->second.Add(document);
}

bool IsBefore(const FacetValue& a, const FacetValue& b) {
  return a.count != b.count ? a.count > b.count : a.value < b.value;
}

std::vector<FacetValue> InOrderOfValue(const TextTallies& tallies) {
  std::vector<FacetValue> values;
  for (const auto& [text, tally] : tallies) values.push_back({text, tally.count, {}});
  return values;
}

std::vector<FacetValue> Largest(const TextTallies& tallies) {
  std::vector<FacetValue> values = InOrderOfValue(tallies);
  std::sort(values.begin(), values.end(), IsBefore);
  if (values.size() > kMaxFacetValues) values.resize(kMaxFacetValues);
  return values;
}

/// By actor id, which are small numbers.
class ActorTallies {
 public:
  void Add(int64_t actor, DocumentId document) {
    const auto at = static_cast<size_t>(actor);
    if (at >= tallies_.size()) tallies_.resize(std::max(at + 1, 2 * tallies_.size()));
    tallies_[at].Add(document);
  }

  /// The actors with the largest counts, of `kind` if it is not empty.
  Result<std::vector<FacetValue>> Largest(Database& database, std::string_view kind) const {
    std::vector<size_t> actors;
    for (size_t actor = 0; actor < tallies_.size(); ++actor) {
      if (tallies_[actor].count > 0) actors.push_back(actor);
    }
    std::sort(actors.begin(), actors.end(),
              [&](size_t a, size_t b) { return tallies_[a].count > tallies_[b].count; });
    Query name = TRY(database.Prepare("SELECT name, kind FROM actor WHERE id = ?"));
    std::vector<FacetValue> values;
    int64_t smallest = 0;
    for (const size_t actor : actors) {
      // Those that are as frequent as the last are read on, for the order of their names.
      if (values.size() >= kMaxFacetValues && tallies_[actor].count < smallest) break;
      name.Bind(1, static_cast<int64_t>(actor));
      if (TRY(name.Step()) && (kind.empty() || name.Text(1) == kind)) {
        smallest = tallies_[actor].count;
        values.push_back({std::string(name.Text(0)), smallest, std::string(name.Text(1))});
      }
      name.Reset();
    }
    std::sort(values.begin(), values.end(), IsBefore);
    if (values.size() > kMaxFacetValues) values.resize(kMaxFacetValues);
    return values;
  }

 private:
  std::vector<Tally> tallies_;
};

Status CountPublications(Database& database, const Selection& selection, Facets& facets) {
  TextTallies publishers;
  TextTallies months;
  TRY(selection.ForEachRow(database, "SELECT document, publisher, published FROM publication",
                           "document", [&](const Query& row) {
                             AddText(publishers, row.Text(1), row.Int(0));
                             constexpr size_t kMonthLength = 7;
                             const std::string_view published = row.Text(2);
                             if (published.size() >= kMonthLength) {
                               AddText(months, published.substr(0, kMonthLength), row.Int(0));
                             }
                           }));
  facets.publishers = Largest(publishers);
  facets.months = InOrderOfValue(months);
  return Ok();
}

Status CountStatements(Database& database, const Selection& selection, Facets& facets) {
  ActorTallies speakers;
  TextTallies kinds;
  TRY(selection.ForEachRow(database, "SELECT document, speaker, kind FROM statement", "document",
                           [&](const Query& row) {
                             if (!row.IsNull(1)) speakers.Add(row.Int(1), row.Int(0));
                             AddText(kinds, row.Text(2), row.Int(0));
                           }));
  facets.speakers = TRY(speakers.Largest(database, ""));
  facets.kinds = Largest(kinds);
  return Ok();
}

Status CountOrganisations(Database& database, const Selection& selection, Facets& facets) {
  ActorTallies organisations;
  TRY(selection.ForEachRow(database, "SELECT document, actor FROM entity", "document",
                           [&](const Query& row) { organisations.Add(row.Int(1), row.Int(0)); }));
  facets.organisations = TRY(organisations.Largest(database, "organisation"));
  for (FacetValue& value : facets.organisations) value.kind.clear();
  return Ok();
}

Status CountLanguages(Database& database, const Selection& selection, Facets& facets) {
  TextTallies languages;
  TRY(selection.ForEachRow(database, "SELECT id, language FROM document", "id",
                           [&](const Query& row) { AddText(languages, row.Text(1), row.Int(0)); }));
  facets.languages = Largest(languages);
  return Ok();
}

}  // namespace

Result<Facets> CountFacets(Database& database, const Clause& query) {
  const Snapshot snapshot = TRY(Snapshot::Begin(database));
  const Selection selection = TRY(Selection::Make(database, query));
  Facets facets;
  TRY(CountPublications(database, selection, facets));
  TRY(CountStatements(database, selection, facets));
  TRY(CountOrganisations(database, selection, facets));
  TRY(CountLanguages(database, selection, facets));
  return facets;
}

}  // namespace afterword
