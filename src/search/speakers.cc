#include "search/speakers.h"

#include <algorithm>
#include <utility>

#include "search/name_match.h"

namespace afterword {
namespace {

struct Candidate {
  int64_t actor = 0;
  int64_t statements = 0;
};

Result<std::vector<Candidate>> AllSpeakers(Database& database) {
  Query counts = TRY(database.Prepare(
      "SELECT speaker, count(*) FROM statement WHERE speaker IS NOT NULL GROUP BY speaker"));
  std::vector<Candidate> candidates;
  while (TRY(counts.Step())) candidates.push_back({counts.Int(0), counts.Int(1)});
  return candidates;
}

Result<std::vector<Candidate>> SpeakersNamed(Database& database, const NameMatch& match) {
  Query count = TRY(database.Prepare("SELECT count(*) FROM statement WHERE speaker = ?"));
  std::vector<Candidate> candidates;
  for (const int64_t actor : TRY(ActorsNamed(database, match))) {
    count.Bind(1, actor);
    const int64_t statements = TRY(count.FirstInt()).value_or(0);
    if (statements > 0) candidates.push_back({actor, statements});
  }
  return candidates;
}

}  // namespace

Result<std::vector<Speaker>> FindSpeakers(Database& database, std::string_view beginning,
                                          size_t limit) {
  const Snapshot snapshot = TRY(Snapshot::Begin(database));
  const NameMatch match(beginning, NameMatch::LastWord::kBeginning);
  std::vector<Candidate> candidates =
      match.MatchesAll() ? TRY(AllSpeakers(database)) : TRY(SpeakersNamed(database, match));
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.statements != b.statements ? a.statements > b.statements : a.actor < b.actor;
  });
  if (candidates.size() > limit) candidates.resize(limit);
  Query details = TRY(database.Prepare(
      "SELECT name, kind, (SELECT count(DISTINCT document) FROM statement WHERE speaker = ?1) "
      "FROM actor WHERE id = ?1"));
  std::vector<Speaker> speakers;
  for (const Candidate& candidate : candidates) {
    details.Bind(1, candidate.actor);
    if (TRY(details.Step())) {
      speakers.push_back({std::string(details.Text(0)), std::string(details.Text(1)),
                          candidate.statements, details.Int(2)});
    }
    details.Reset();
  }
  return speakers;
}

}  // namespace afterword
