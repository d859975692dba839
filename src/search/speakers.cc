#include "search/speakers.h"

#include <algorithm>

#include "search/name_match.h"

namespace afterword {
namespace {

using ActorFacts = Summary::ActorFacts;

std::vector<const ActorFacts*> SpeakersNamed(const Summary& summary, const NameMatch& match) {
  std::vector<const ActorFacts*> speakers;
  for (const ActorFacts& actor : summary.actors()) {
    if (actor.statements > 0 && match.Matches(summary.NameOf(actor))) speakers.push_back(&actor);
  }
  return speakers;
}

bool IsBefore(const ActorFacts* a, const ActorFacts* b) {
  return a->statements != b->statements ? a->statements > b->statements : a->id < b->id;
}

/// In how many documents each of `actors` speaks, in their order. One pass over all statements.
std::vector<int64_t> CountDocuments(const Summary& summary,
                                    const std::vector<const ActorFacts*>& actors) {
  struct Tally {
    bool wanted = false;
    uint32_t last = 0;
    int64_t documents = 0;
  };
  std::vector<Tally> tallies;  // by id
  for (const ActorFacts* actor : actors) {
    if (actor->id >= tallies.size()) tallies.resize(actor->id + 1);
    tallies[actor->id].wanted = true;
  }
  for (const Summary::StatementFacts& facts : summary.statements()) {
    if (facts.speaker >= tallies.size() || !tallies[facts.speaker].wanted) continue;
    Tally& tally = tallies[facts.speaker];
    if (tally.last == facts.document) continue;
    tally.last = facts.document;
    ++tally.documents;
  }
  std::vector<int64_t> documents;
  for (const ActorFacts* actor : actors) documents.push_back(tallies[actor->id].documents);
  return documents;
}

}  // namespace

std::vector<Speaker> FindSpeakers(const Summary& summary, std::string_view beginning,
                                  size_t limit) {
  std::vector<const ActorFacts*> actors =
      SpeakersNamed(summary, NameMatch(beginning, NameMatch::LastWord::kBeginning));
  const size_t count = std::min(limit, actors.size());
  std::partial_sort(actors.begin(), actors.begin() + static_cast<std::ptrdiff_t>(count),
                    actors.end(), IsBefore);
  actors.resize(count);
  const std::vector<int64_t> documents = CountDocuments(summary, actors);
  std::vector<Speaker> speakers;
  for (size_t i = 0; i < actors.size(); ++i) {
    speakers.push_back({std::string(summary.NameOf(*actors[i])), std::string(Name(actors[i]->kind)),
                        actors[i]->statements, documents[i]});
  }
  return speakers;
}

}  // namespace afterword
