#include "search/summary.h"

#include <algorithm>
#include <utility>

#include "search/date_bounds.h"

namespace afterword {
namespace {

/// Ids and numbers of names are far below 2^32 in any casebook that fits a disk.
uint32_t Small(int64_t id) { return static_cast<uint32_t>(id); }

/// The entry at position `id`; the vector grows to hold it.
template <typename Facts>
Facts& At(std::vector<Facts>& all, int64_t id) {
  const auto at = static_cast<size_t>(id);
  if (at >= all.size()) all.resize(at + 1);
  return all[at];
}

template <typename Facts>
const Facts& AtOrNone(const std::vector<Facts>& all, int64_t id) {
  static const Facts kNone{};
  const auto at = static_cast<size_t>(id);
  return id >= 0 && at < all.size() ? all[at] : kNone;
}

}  // namespace

uint32_t Summary::NameList::NumberOf(std::string_view name) {
  const auto found = numbers.find(name);
  if (found != numbers.end()) return found->second;
  names.emplace_back(name);
  return numbers.emplace(name, Small(static_cast<int64_t>(names.size()) - 1)).first->second;
}

Result<Summary::State> Summary::StateOf(Database& database) {
  Query query = TRY(
      database.Prepare("SELECT (SELECT max(id) FROM document), (SELECT max(id) FROM statement), "
                       "(SELECT max(id) FROM entity), (SELECT max(id) FROM publication), "
                       "(SELECT max(id) FROM actor), (SELECT max(id) FROM tombstone)"));
  TRY(query.Step());
  return State{query.Int(0), query.Int(1), query.Int(2), query.Int(3), query.Int(4), query.Int(5)};
}

Result<bool> Summary::IsFresh(Database& database) const { return TRY(StateOf(database)) == state_; }

Status Summary::Refresh(Database& database) {
  const Snapshot snapshot = TRY(Snapshot::Begin(database));
  const State now = TRY(StateOf(database));
  // Every removal leaves a tombstone; only then may ids be used again.
  if (now.tombstone != state_.tombstone) *this = Summary();
  TRY(ReadDocuments(database));
  TRY(ReadPublications(database));
  TRY(ReadStatements(database));
  TRY(ReadSpeakers(database));
  TRY(ReadOrganisations(database));
  state_ = now;
  return Ok();
}

Status Summary::ReadDocuments(Database& database) {
  Query rows = TRY(database.Prepare("SELECT id, language FROM document WHERE id > ?"));
  rows.Bind(1, state_.document);
  while (TRY(rows.Step())) {
    DocumentFacts& facts = At(documents_, rows.Int(0));
    facts.exists = true;
    facts.language = languages_.NumberOf(rows.Text(1));
  }
  return Ok();
}

Status Summary::ReadPublications(Database& database) {
  Query rows = TRY(database.Prepare(
      "SELECT id, document, publisher, published FROM publication WHERE id > ? ORDER BY id"));
  rows.Bind(1, state_.publication);
  while (TRY(rows.Step())) {
    const int32_t date = DateNumber(rows.Text(3));
    publications_.push_back({Small(rows.Int(1)), publishers_.NumberOf(rows.Text(2)), date});
    DocumentFacts& document = At(documents_, rows.Int(1));
    const bool is_first = document.first_publication == 0 ||
                          (date != 0 && (document.date == 0 || date < document.date));
    if (!is_first) continue;
    document.date = date;
    document.first_publication = rows.Int(0);
  }
  // Later publications of a text go to its earlier ones.
  std::stable_sort(
      publications_.begin(), publications_.end(),
      [](const PublicationFacts& a, const PublicationFacts& b) { return a.document < b.document; });
  return Ok();
}

Status Summary::ReadStatements(Database& database) {
  Query rows = TRY(database.Prepare(
      "SELECT id, document, speaker, said_at, kind, force FROM statement WHERE id > ?"));
  rows.Bind(1, state_.statement);
  while (TRY(rows.Step())) {
    StatementFacts& facts = At(statements_, rows.Int(0));
    facts.document = Small(rows.Int(1));
    facts.speaker = Small(rows.Int(2));
    facts.said_at = DateNumber(rows.Text(3));
    facts.kind = StatementKindFromName(rows.Text(4)).value_or(facts.kind);
    facts.force = ForceFromName(rows.Text(5)).value_or(facts.force);
    if (facts.speaker != 0) ++ActorToFill(facts.speaker).statements;
  }
  return Ok();
}

Summary::ActorFacts& Summary::ActorToFill(uint32_t id) {
  uint32_t& place = At(actor_places_, id);
  if (place == 0) {
    actors_.push_back({.id = id});
    place = Small(static_cast<int64_t>(actors_.size()));
  }
  return actors_[place - 1];
}

void Summary::NameActor(ActorFacts& actor, std::string_view name, std::string_view kind) {
  actor.name_begin = actor_names_.size();
  actor.name_size = name.size();
  actor_names_ += name;
  actor.kind = EntityKindFromName(kind).value_or(EntityKind::kOther);
}

Status Summary::ReadSpeakers(Database& database) {
  Query row = TRY(database.Prepare("SELECT name, kind FROM actor WHERE id = ?"));
  for (ActorFacts& actor : actors_) {
    if (actor.name_size > 0) continue;
    row.Bind(1, int64_t{actor.id});
    if (TRY(row.Step())) NameActor(actor, row.Text(0), row.Text(1));
    row.Reset();
  }
  return Ok();
}

Status Summary::ReadOrganisations(Database& database) {
  Query names = TRY(database.Prepare("SELECT id, name, kind FROM actor WHERE id > ? AND kind = ?"));
  names.Bind(1, state_.actor);
  names.Bind(2, Name(EntityKind::kOrganisation));
  while (TRY(names.Step())) {
    ActorFacts& actor = ActorToFill(Small(names.Int(0)));
    if (actor.name_size == 0) NameActor(actor, names.Text(1), names.Text(2));
  }
  Query rows = TRY(database.Prepare("SELECT document, actor FROM entity WHERE id > ?"));
  rows.Bind(1, state_.entity);
  while (TRY(rows.Step())) {
    const ActorFacts* actor = Actor(Small(rows.Int(1)));
    if (actor == nullptr || actor->kind != EntityKind::kOrganisation) continue;
    organisations_.push_back({Small(rows.Int(0)), actor->id});
  }
  return Ok();
}

const Summary::ActorFacts* Summary::Actor(uint32_t id) const {
  const uint32_t place = id < actor_places_.size() ? actor_places_[id] : 0;
  return place == 0 ? nullptr : &actors_[place - 1];
}

const Summary::DocumentFacts& Summary::Document(DocumentId id) const {
  return AtOrNone(documents_, id);
}

const Summary::StatementFacts& Summary::Statement(StatementId id) const {
  return AtOrNone(statements_, id);
}

}  // namespace afterword
