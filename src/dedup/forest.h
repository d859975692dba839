// Which texts are joined, and by what: a union-find that remembers one edge per join, so that a
// join may be taken back and a saved state restored.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace afterword {

/// Two texts found to be copies, and where they met: in two narrow keys, or in a wide one and
/// kNoKey.
struct CopyEdge {
  uint32_t one = 0;
  uint32_t other = 0;
  std::array<uint32_t, 2> keys{};
  friend bool operator==(const CopyEdge&, const CopyEdge&) = default;
};

class Forest {
 public:
  uint32_t size() const { return static_cast<uint32_t>(parents_.size()); }
  void GrowTo(uint32_t size);

  /// The text that stands for the cluster of `text`. Amortised near O(1).
  uint32_t RootOf(uint32_t text);

  /// Joins the clusters of both ends, which differ, and keeps the edge.
  void Join(const CopyEdge& edge);

  /// One less than texts in each cluster, together.
  const std::vector<CopyEdge>& edges() const { return edges_; }

  /// Takes whole clusters apart: all texts for which `is_dissolved(root)` become single.
  /// Returns them with the root they had.
  struct Dissolved {
    uint32_t text = 0;
    uint32_t old_root = 0;
  };
  std::vector<Dissolved> Dissolve(const std::function<bool(uint32_t root)>& is_dissolved);

 private:
  std::vector<uint32_t> parents_;
  std::vector<CopyEdge> edges_;
};

}  // namespace afterword
