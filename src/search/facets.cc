#include "search/facets.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <utility>

#include "search/document_hits.h"

namespace afterword {
namespace {

/// Counts documents by a value's number, each once as long as its facts stand together.
class Tallies {
 public:
  void Add(size_t value, uint32_t document) {
    if (value >= tallies_.size()) tallies_.resize(std::max(value + 1, 2 * tallies_.size()));
    Tally& tally = tallies_[value];
    if (tally.last == document) return;
    tally.last = document;
    ++tally.count;
  }

  /// Calls `take` with each value that was counted.
  template <typename Take>
  void ForEach(Take take) const {
    for (size_t value = 0; value < tallies_.size(); ++value) {
      if (tallies_[value].count > 0) take(value, tallies_[value].count);
    }
  }

  /// The `count`-th largest tally; smaller ones cannot be shown.
  int64_t Threshold(size_t count) const {
    std::vector<int64_t> counts;
    ForEach([&](size_t, int64_t tally) { counts.push_back(tally); });
    if (counts.size() <= count) return 0;
    const auto last = counts.begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::nth_element(counts.begin(), last, counts.end(), std::greater<>());
    return *last;
  }

 private:
  struct Tally {
    uint32_t last = 0;
    int64_t count = 0;
  };
  std::vector<Tally> tallies_;
};

/// The largest tallies as facet values; `describe` gives value and kind, or no value to leave
/// one out.
template <typename Describe>
std::vector<FacetValue> Largest(const Tallies& tallies, Describe describe) {
  std::vector<FacetValue> values;
  const int64_t threshold = tallies.Threshold(kMaxFacetValues);
  tallies.ForEach([&](size_t number, int64_t count) {
    if (count < threshold) return;
    FacetValue value = describe(number);
    value.count = count;
    if (!value.value.empty()) values.push_back(std::move(value));
  });
  std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  if (values.size() > kMaxFacetValues) values.resize(kMaxFacetValues);
  return values;
}

std::vector<FacetValue> LargestOf(const Tallies& tallies, const std::vector<std::string>& names) {
  return Largest(tallies, [&](size_t number) { return FacetValue{names[number]}; });
}

std::vector<FacetValue> LargestActors(const Tallies& tallies, const Summary& summary) {
  return Largest(tallies, [&](size_t id) {
    const Summary::ActorFacts* actor = summary.Actor(static_cast<uint32_t>(id));
    if (actor == nullptr) return FacetValue{};
    return FacetValue{std::string(summary.NameOf(*actor)), 0, std::string(Name(actor->kind))};
  });
}

/// The documents that count: some, or all.
class Selection {
 public:
  static Result<Selection> Make(Database& database, const Summary& summary, const Clause& query) {
    Selection selection;
    selection.all_ = AsksForEverything(query);
    if (selection.all_) return selection;
    const Hits hits = TRY(FindDocuments(database, query, SortBy::kDate, &summary));
    if (hits.ids.empty()) return selection;
    selection.members_.resize(static_cast<size_t>(hits.ids.back()) + 1);
    for (const DocumentId id : hits.ids) selection.members_[static_cast<size_t>(id)] = true;
    return selection;
  }

  bool Has(uint32_t document) const {
    return document != 0 && (all_ || (document < members_.size() && members_[document]));
  }

 private:
  bool all_ = false;
  std::vector<bool> members_;
};

void CountStatements(const Summary& summary, const Selection& selection, Facets& facets) {
  Tallies speakers;
  Tallies kinds;
  for (const Summary::StatementFacts& facts : summary.statements()) {
    if (!selection.Has(facts.document)) continue;
    if (facts.speaker != 0) speakers.Add(facts.speaker, facts.document);
    kinds.Add(static_cast<size_t>(facts.kind), facts.document);
  }
  facets.speakers = LargestActors(speakers, summary);
  facets.kinds = Largest(kinds, [](size_t kind) {
    return FacetValue{std::string(Name(static_cast<StatementKind>(kind)))};
  });
}

void CountPublications(const Summary& summary, const Selection& selection, Facets& facets) {
  constexpr int32_t kDays = 100;  // of a DateNumber
  Tallies publishers;
  std::map<int32_t, std::pair<uint32_t, int64_t>> months;  // the last document, and how many
  for (const Summary::PublicationFacts& facts : summary.publications()) {
    if (!selection.Has(facts.document)) continue;
    publishers.Add(facts.publisher, facts.document);
    const int32_t month = facts.date / kDays;
    if (month % kDays == 0) continue;
    auto& [last, count] = months[month];
    if (std::exchange(last, facts.document) != facts.document) ++count;
  }
  facets.publishers = LargestOf(publishers, summary.publishers());
  for (const auto& [month, tally] : months) {
    facets.months.push_back(
        {fmt::format("{:04}-{:02}", month / kDays, month % kDays), tally.second});
  }
}

void CountOrganisations(const Summary& summary, const Selection& selection, Facets& facets) {
  Tallies organisations;
  for (const Summary::OrganisationFacts& facts : summary.organisations()) {
    if (selection.Has(facts.document)) organisations.Add(facts.actor, facts.document);
  }
  facets.organisations = LargestActors(organisations, summary);
  for (FacetValue& value : facets.organisations) value.kind.clear();
}

void CountLanguages(const Summary& summary, const Selection& selection, Facets& facets) {
  Tallies languages;
  for (size_t id = 0; id < summary.documents().size(); ++id) {
    const auto document = static_cast<uint32_t>(id);
    const Summary::DocumentFacts& facts = summary.documents()[id];
    if (facts.exists && selection.Has(document)) languages.Add(facts.language, document);
  }
  facets.languages = LargestOf(languages, summary.languages());
}

}  // namespace

Result<Facets> CountFacets(Database& database, const Summary& summary, const Clause& query) {
  const Selection selection = TRY(Selection::Make(database, summary, query));
  Facets facets;
  CountStatements(summary, selection, facets);
  CountPublications(summary, selection, facets);
  CountOrganisations(summary, selection, facets);
  CountLanguages(summary, selection, facets);
  return facets;
}

}  // namespace afterword
