// Sets of document or statement ids, as sorted vectors: what the parts of a query come down to.
#pragma once

#include <cstdint>
#include <vector>

namespace afterword {

/// Ascending, without repeats.
using IdSet = std::vector<int64_t>;

/// Puts ids in any order into a set.
IdSet ToIdSet(std::vector<int64_t> ids);

/// Each O(a.size() + b.size()).
IdSet Intersection(const IdSet& a, const IdSet& b);
IdSet Union(const IdSet& a, const IdSet& b);
IdSet Difference(const IdSet& a, const IdSet& b);

bool Contains(const IdSet& set, int64_t id);

}  // namespace afterword
