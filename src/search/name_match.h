// Names by their words: "stoltenberg" and "jens stoltenberg" both find "Jens Stoltenberg",
// "erdogan" finds "Recep Tayyip Erdoğan".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace afterword {

class NameMatch {
 public:
  enum class LastWord { kWhole, kBeginning };

  /// Looks for all of `words`, folded as FoldWords does, in any order; the last may be the mere
  /// beginning of a word. Without words every name matches.
  explicit NameMatch(std::string_view words, LastWord last = LastWord::kWhole);

  bool Matches(std::string_view name) const;

 private:
  std::vector<std::string> whole_;
  std::string beginning_;
};

/// Ids of the actors whose name matches. Reads the names of all: 0.1 s at a million.
Result<std::vector<int64_t>> ActorsNamed(Database& database, const NameMatch& match);
/// Only organisations.
Result<std::vector<int64_t>> OrganisationsNamed(Database& database, const NameMatch& match);

/// Publishers as written, each once. O(publishers · log(publications)).
Result<std::vector<std::string>> PublishersNamed(Database& database, const NameMatch& match);

}  // namespace afterword
