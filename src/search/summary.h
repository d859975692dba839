// The casebook's small columns in memory, for whoever asks often: the server.
//
// Who speaks where, of which kind, when, published by whom: what filters, dates and counts need of
// every document and statement, about 20 bytes a statement and 30 a document. A pass over all of
// it takes milliseconds where the tables, whose rows lie scattered, take seconds. Texts and words
// stay in the casebook. Refresh reads only what came since; after a removal it reads all anew.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/analysis.h"
#include "store/casebook.h"

namespace afterword {

class Summary {
 public:
  /// Ids are positions in the vectors below, so that gaps cost little; document 0 marks one.
  struct StatementFacts {
    uint32_t document = 0;
    uint32_t speaker = 0;  // an actor; 0 for none
    int32_t said_at = 0;   // as DateNumber
    StatementKind kind = StatementKind::kIndirect;
    Force force = Force::kAssert;
  };
  struct DocumentFacts {
    bool exists = false;
    uint32_t language = 0;  // position in languages()
    int32_t date = 0;       // of the earliest publication, as DateNumber; 0 where undated
    int64_t first_publication = 0;
  };
  struct PublicationFacts {
    uint32_t document = 0;
    uint32_t publisher = 0;  // position in publishers()
    int32_t date = 0;
  };
  struct OrganisationFacts {
    uint32_t document = 0;
    uint32_t actor = 0;
  };
  struct ActorFacts {
    uint32_t id = 0;
    uint32_t statements = 0;
    EntityKind kind = EntityKind::kOther;
    size_t name_begin = 0;  // in names of all, one after the other: quick to look through
    size_t name_size = 0;
  };

  /// True if nothing came or went since the last Refresh. A few look-ups.
  Result<bool> IsFresh(Database& database) const;
  Status Refresh(Database& database);

  /// By id; all zero for one that is not known.
  const DocumentFacts& Document(DocumentId id) const;
  const StatementFacts& Statement(StatementId id) const;

  const std::vector<DocumentFacts>& documents() const { return documents_; }
  const std::vector<StatementFacts>& statements() const { return statements_; }
  /// By document.
  const std::vector<PublicationFacts>& publications() const { return publications_; }
  const std::vector<OrganisationFacts>& organisations() const { return organisations_; }
  const std::vector<std::string>& publishers() const { return publishers_.names; }
  const std::vector<std::string>& languages() const { return languages_.names; }
  /// All that speak, and all organisations; in no order.
  const std::vector<ActorFacts>& actors() const { return actors_; }
  std::string_view NameOf(const ActorFacts& actor) const {
    return std::string_view(actor_names_).substr(actor.name_begin, actor.name_size);
  }
  /// Null if `id` is none of these.
  const ActorFacts* Actor(uint32_t id) const;

 private:
  /// The last rows that were read.
  struct State {
    int64_t document = 0;
    int64_t statement = 0;
    int64_t entity = 0;
    int64_t publication = 0;
    int64_t actor = 0;
    int64_t tombstone = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  /// Names under small numbers.
  struct NameList {
    std::vector<std::string> names;
    std::map<std::string, uint32_t, std::less<>> numbers;
    uint32_t NumberOf(std::string_view name);
  };

  static Result<State> StateOf(Database& database);
  Status ReadDocuments(Database& database);
  Status ReadPublications(Database& database);
  Status ReadStatements(Database& database);
  Status ReadOrganisations(Database& database);
  Status ReadSpeakers(Database& database);
  ActorFacts& ActorToFill(uint32_t id);
  void NameActor(ActorFacts& actor, std::string_view name, std::string_view kind);

  State state_;
  std::vector<DocumentFacts> documents_;
  std::vector<StatementFacts> statements_;
  std::vector<PublicationFacts> publications_;
  std::vector<OrganisationFacts> organisations_;
  std::vector<ActorFacts> actors_;
  std::vector<uint32_t> actor_places_;  // by id: position in actors_ + 1, or 0
  std::string actor_names_;
  NameList publishers_;
  NameList languages_;
};

}  // namespace afterword
