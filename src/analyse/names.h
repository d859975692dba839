// Names in running text: runs of capitals, what comes before them as title or role, and what kind
// each must be.
#pragma once

#include <vector>

#include "analyse/reading.h"

namespace afterword {

struct NameMention {
  /// The name alone: "Jens Stoltenberg".
  TokenRange core;
  /// What is said of the one named right beside it: "NATO chief", ", the Ukrainian president,".
  TokenRange before;
  TokenRange after;
  EntityKind kind = EntityKind::kOther;
  Gender gender = Gender::kUnknown;
};

/// Ordered, disjoint. Not in headlines; a word that is capital only because it begins its sentence
/// is no name unless a lexicon knows it or the text has it elsewhere. O(tokens).
std::vector<NameMention> FindNames(const Reading& reading);

}  // namespace afterword
