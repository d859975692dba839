// Hits by how well their words answer.
#pragma once

#include <cstddef>
#include <vector>

#include "base/result.h"
#include "search/id_set.h"
#include "search/match_expression.h"
#include "store/database.h"

namespace afterword {

/// What a query finds among documents or statements.
struct Hits {
  IdSet ids;
  /// Of each of `ids`, smaller is better; empty if they were not ranked.
  std::vector<double> ranks = {};
};

/// More hits than this are not ranked: words that so many have in common hardly tell one from
/// another, and each rank costs a look-up of some 2 µs.
inline constexpr size_t kMostRanked = 10'000;

/// Ranks `ids`, which `split` finds, by bm25 over `index`. A word in the title of a document
/// weighs as much as four in its text. Not ranked if `split` asks for no words or for too many.
Result<Hits> RankByWords(Database& database, WordIndex index, const SplitQuery& split, IdSet ids);

/// Indexes of the best `count` of `hits` and of all that rank as high as the last of them,
/// unordered; of all hits if they were not ranked.
std::vector<size_t> BestOf(const Hits& hits, size_t count);

}  // namespace afterword
