#include "dedup/forest.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace afterword {

void Forest::GrowTo(uint32_t size) {
  const uint32_t old_size = this->size();
  if (size <= old_size) return;
  parents_.resize(size);
  std::iota(parents_.begin() + old_size, parents_.end(), old_size);
}

uint32_t Forest::RootOf(uint32_t text) {
  while (parents_[text] != text) {
    parents_[text] = parents_[parents_[text]];
    text = parents_[text];
  }
  return text;
}

void Forest::Join(const CopyEdge& edge) {
  const uint32_t one = RootOf(edge.one);
  const uint32_t other = RootOf(edge.other);
  assert(one != other);
  // The lower number stays the root.
  parents_[std::max(one, other)] = std::min(one, other);
  edges_.push_back(edge);
}

std::vector<Forest::Dissolved> Forest::Dissolve(
    const std::function<bool(uint32_t root)>& is_dissolved) {
  std::vector<Dissolved> dissolved;
  for (uint32_t text = 0; text < size(); ++text) {
    const uint32_t root = RootOf(text);
    if (is_dissolved(root)) dissolved.push_back({text, root});
  }
  std::erase_if(edges_, [&](const CopyEdge& edge) { return is_dissolved(RootOf(edge.one)); });
  for (const Dissolved& single : dissolved) parents_[single.text] = single.text;
  return dissolved;
}

}  // namespace afterword
