#include "search/summary_fields.h"

#include <string_view>
#include <utility>
#include <vector>

#include "search/date_bounds.h"
#include "search/name_match.h"

namespace afterword {
namespace {

using StatementFacts = Summary::StatementFacts;

/// By id or position: true for what belongs.
using Members = std::vector<bool>;

bool Has(const Members& members, size_t at) { return at < members.size() && members[at]; }

Members MembersOf(const IdSet& ids) {
  Members members(ids.empty() ? 0 : static_cast<size_t>(ids.back()) + 1);
  for (const int64_t id : ids) members[static_cast<size_t>(id)] = true;
  return members;
}

Members ActorsNamed(const Summary& summary, std::string_view words) {
  const NameMatch match(words);
  Members named;
  for (const Summary::ActorFacts& actor : summary.actors()) {
    if (!match.Matches(summary.NameOf(actor))) continue;
    if (actor.id >= named.size()) named.resize(actor.id + 1);
    named[actor.id] = true;
  }
  return named;
}

Members NamesMatching(const std::vector<std::string>& names, std::string_view words) {
  const NameMatch match(words);
  Members matching;
  for (const std::string& name : names) matching.push_back(match.Matches(name));
  return matching;
}

/// The documents of those of `all` that `wanted` accepts.
template <typename Facts, typename Wanted>
IdSet DocumentsOf(const std::vector<Facts>& all, Wanted wanted) {
  std::vector<int64_t> documents;
  for (const Facts& facts : all) {
    if (facts.document == 0 || !wanted(facts)) continue;
    if (documents.empty() || documents.back() != facts.document) {
      documents.push_back(facts.document);
    }
  }
  return ToIdSet(std::move(documents));
}

/// The ids of those statements that `wanted` accepts.
template <typename Wanted>
IdSet StatementsWhere(const Summary& summary, Wanted wanted) {
  const std::vector<StatementFacts>& all = summary.statements();
  IdSet ids;
  for (size_t id = 0; id < all.size(); ++id) {
    if (all[id].document != 0 && wanted(all[id])) ids.push_back(static_cast<int64_t>(id));
  }
  return ids;
}

IdSet DocumentsIn(const Summary& summary, std::string_view language) {
  IdSet documents;
  for (size_t id = 0; id < summary.documents().size(); ++id) {
    const Summary::DocumentFacts& facts = summary.documents()[id];
    if (facts.exists && summary.languages()[facts.language] == language) {
      documents.push_back(static_cast<int64_t>(id));
    }
  }
  return documents;
}

}  // namespace

std::optional<IdSet> DocumentsHaving(const Summary& summary, const Clause& field) {
  switch (field.field) {
    case QueryField::kSpeaker: {
      const Members named = ActorsNamed(summary, field.text);
      return DocumentsOf(summary.statements(),
                         [&](const auto& facts) { return Has(named, facts.speaker); });
    }
    case QueryField::kOrganisation: {
      const Members named = ActorsNamed(summary, field.text);
      return DocumentsOf(summary.organisations(),
                         [&](const auto& facts) { return Has(named, facts.actor); });
    }
    case QueryField::kPublisher: {
      const Members named = NamesMatching(summary.publishers(), field.text);
      return DocumentsOf(summary.publications(),
                         [&](const auto& facts) { return Has(named, facts.publisher); });
    }
    case QueryField::kDate: {
      const DateNumberBounds bounds = NumberBoundsOf(field.dates);
      return DocumentsOf(summary.publications(),
                         [&](const auto& facts) { return bounds.Contain(facts.date); });
    }
    case QueryField::kKind:
      return DocumentsOf(summary.statements(),
                         [kind = StatementKindFromName(field.text)](const auto& facts) {
                           return facts.kind == kind;
                         });
    case QueryField::kForce:
      return DocumentsOf(
          summary.statements(),
          [force = ForceFromName(field.text)](const auto& facts) { return facts.force == force; });
    case QueryField::kLanguage:
      return DocumentsIn(summary, field.text);
    case QueryField::kId:
    case QueryField::kTitle:
      break;
  }
  return std::nullopt;
}

std::optional<IdSet> StatementsHaving(const Summary& summary, const Clause& field) {
  switch (field.field) {
    case QueryField::kSpeaker: {
      const Members named = ActorsNamed(summary, field.text);
      return StatementsWhere(summary, [&](const auto& facts) { return Has(named, facts.speaker); });
    }
    case QueryField::kKind:
      return StatementsWhere(summary, [kind = StatementKindFromName(field.text)](
                                          const auto& facts) { return facts.kind == kind; });
    case QueryField::kForce:
      return StatementsWhere(summary, [force = ForceFromName(field.text)](const auto& facts) {
        return facts.force == force;
      });
    case QueryField::kDate: {
      const DateNumberBounds bounds = NumberBoundsOf(field.dates);
      const Members published = MembersOf(*DocumentsHaving(summary, field));
      return StatementsWhere(summary, [&](const auto& facts) {
        return facts.said_at != 0 ? bounds.Contain(facts.said_at) : Has(published, facts.document);
      });
    }
    default:
      return std::nullopt;
  }
}

IdSet StatementsOf(const Summary& summary, const IdSet& documents) {
  const Members members = MembersOf(documents);
  return StatementsWhere(summary, [&](const auto& facts) { return Has(members, facts.document); });
}

}  // namespace afterword
