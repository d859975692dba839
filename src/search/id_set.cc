#include "search/id_set.h"

#include <algorithm>
#include <iterator>

namespace afterword {

IdSet ToIdSet(std::vector<int64_t> ids) {
  if (!std::is_sorted(ids.begin(), ids.end())) std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

IdSet Intersection(const IdSet& a, const IdSet& b) {
  IdSet both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

IdSet Union(const IdSet& a, const IdSet& b) {
  IdSet either;
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(either));
  return either;
}

IdSet Difference(const IdSet& a, const IdSet& b) {
  IdSet rest;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(rest));
  return rest;
}

bool Contains(const IdSet& set, int64_t id) {
  return std::binary_search(set.begin(), set.end(), id);
}

}  // namespace afterword
