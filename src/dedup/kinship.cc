#include "dedup/kinship.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <vector>

namespace afterword {
namespace {

/// A hit joins a chain at most this many words off its diagonal: words dropped, added, split or
/// run together.
constexpr int kMaxDrift = 5;
/// In tenths: what a chain must weigh, e.g. two pairs of long words.
constexpr int kMinChainWeight = 30;
/// A pair of words that stands more often in the longer text is looked at in so many places.
constexpr int kMaxPlaces = 8;
constexpr size_t kOpeningWords = 50;

uint32_t PairAt(std::span<const WordCode> words, size_t i) {
  return (uint32_t{words[i]} << 16) | words[i + 1];
}

/// Where each pair of neighbouring words stands, first places first.
class PairIndex {
 public:
  explicit PairIndex(std::span<const WordCode> words)
      : words_(words),
        shift_(31 - static_cast<int>(std::bit_width(words.size() | 8))),
        heads_(size_t{1} << (32 - shift_), kNone),
        next_(words.size(), kNone) {
    for (size_t i = words.size(); i-- > 1;) {
      int32_t& head = heads_[Slot(PairAt(words, i - 1))];
      next_[i - 1] = head;
      head = static_cast<int32_t>(i - 1);
    }
  }

  template <typename Function>
  void ForEachPlace(uint32_t pair, Function function) const {
    int places = 0;
    for (int32_t i = heads_[Slot(pair)]; i != kNone && places < kMaxPlaces;
         i = next_[static_cast<size_t>(i)]) {
      if (PairAt(words_, static_cast<size_t>(i)) != pair) continue;
      ++places;
      function(i);
    }
  }

 private:
  static constexpr int32_t kNone = -1;
  size_t Slot(uint32_t pair) const { return (pair * 0x9E3779B1u) >> shift_; }

  std::span<const WordCode> words_;
  int shift_;
  std::vector<int32_t> heads_;
  std::vector<int32_t> next_;
};

struct Chain {
  int first = 0;
  int last = 0;
  int low = 0;
  int high = 0;
  int diagonal = 0;
  int weight = 0;
};

/// Chains of hits (i in the shorter text, j in the longer), fed by rising i.
class Chains {
 public:
  explicit Chains(int max_gap) : max_gap_(max_gap) {}

  void Add(int i, int j, int weight) {
    while (open_ < chains_.size() && i - chains_[open_].last > max_gap_) ++open_;
    Chain* const chain = Nearest(i, j - i);
    if (chain == nullptr) {
      chains_.push_back({i, i, j, j, j - i, weight});
      return;
    }
    if (chain->last != i) chain->weight += weight;
    chain->last = i;
    chain->low = std::min(chain->low, j);
    chain->high = std::max(chain->high, j);
    chain->diagonal = j - i;
  }

  const std::vector<Chain>& all() const { return chains_; }

 private:
  Chain* Nearest(int i, int diagonal) {
    Chain* nearest = nullptr;
    int least = kMaxDrift + 1;
    for (size_t c = chains_.size(); c-- > open_;) {
      const int drift = std::abs(chains_[c].diagonal - diagonal);
      if (i - chains_[c].last <= max_gap_ && drift < least) {
        nearest = &chains_[c];
        least = drift;
      }
    }
    return nearest;
  }

  int max_gap_;
  std::vector<Chain> chains_;
  /// Chains before this one are out of reach.
  size_t open_ = 0;
};

/// Words first … last, and the second word of the pair at `last`.
void Mark(std::vector<uint8_t>& covered, int first, int last) {
  std::fill(covered.begin() + first, covered.begin() + last + 2, uint8_t{1});
}

float Share(std::span<const uint8_t> covered) {
  if (covered.empty()) return 0;
  return static_cast<float>(std::count(covered.begin(), covered.end(), 1)) /
         static_cast<float>(covered.size());
}

/// A total order, so that it does not matter which text is named first.
bool IsShorter(std::span<const WordCode> one, std::span<const WordCode> other) {
  if (one.size() != other.size()) return one.size() < other.size();
  return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end());
}

}  // namespace

Alignment Align(std::span<const WordCode> shorter, std::span<const WordCode> longer, int max_gap) {
  const PairIndex index(longer);
  Chains chains(max_gap);
  for (size_t i = 0; i + 1 < shorter.size(); ++i) {
    const int weight = WeightOf(shorter[i]) + WeightOf(shorter[i + 1]);
    index.ForEachPlace(PairAt(shorter, i),
                       [&](int32_t j) { chains.Add(static_cast<int>(i), j, weight); });
  }
  Alignment alignment{std::vector<uint8_t>(shorter.size()), std::vector<uint8_t>(longer.size())};
  for (const Chain& chain : chains.all()) {
    if (chain.weight < kMinChainWeight) continue;
    Mark(alignment.shorter, chain.first, chain.last);
    Mark(alignment.longer, chain.low, chain.high);
  }
  return alignment;
}

Kinship Compare(std::span<const WordCode> one, std::span<const WordCode> other) {
  const bool in_order = IsShorter(one, other);
  const Alignment alignment = in_order ? Align(one, other, kWideGap) : Align(other, one, kWideGap);
  const std::span<const uint8_t> longer = alignment.longer;
  return {Share(alignment.shorter), Share(longer),
          Share(longer.first(std::min(kOpeningWords, longer.size())))};
}

}  // namespace afterword
