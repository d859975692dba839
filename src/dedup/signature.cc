#include "dedup/signature.h"

#include <xxhash.h>

#include <algorithm>

namespace afterword {
namespace {

constexpr size_t kShingleWords = 3;
/// In tenths: "of the house" (1 + 3 + 10) is none, "said the house" (7 + 3 + 10) is one.
constexpr int kMinShingleWeight = 20;
constexpr uint64_t kEmptyBin = UINT64_MAX;
constexpr int kBinBits = 6;
static_assert(kNarrowBands == 1u << kBinBits);

/// A mix of 64 bits in which every bit of the input changes half of the output (Stafford 2011).
uint64_t Mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// The lower half of a hash: which hash is least is decided in the upper half, so these bits are
/// spread evenly, and a least hash of one bin is as likely as any to meet one of another.
uint32_t NarrowKey(uint64_t hash) { return std::max(static_cast<uint32_t>(hash) & ~1u, 2u); }

using Bins = std::array<uint64_t, kNarrowBands>;

Bins LeastHashes(std::span<const WordCode> words) {
  Bins bins;
  bins.fill(kEmptyBin);
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    const int weight = WeightOf(words[i]) + WeightOf(words[i + 1]) + WeightOf(words[i + 2]);
    if (weight < kMinShingleWeight) continue;
    const uint64_t shingle =
        (uint64_t{words[i]} << 32) | (uint64_t{words[i + 1]} << 16) | words[i + 2];
    const uint64_t hash = Mix(shingle + 1);
    uint64_t& bin = bins[hash >> (64 - kBinBits)];
    bin = std::min(bin, hash);
  }
  return bins;
}

uint32_t WideKey(std::span<const uint64_t> bins) {
  const auto is_empty = [](uint64_t bin) { return bin == kEmptyBin; };
  if (std::all_of(bins.begin(), bins.end(), is_empty)) return kNoKey;
  return static_cast<uint32_t>(XXH3_64bits(bins.data(), bins.size_bytes())) | 1u;
}

}  // namespace

Signature SignatureOf(std::span<const WordCode> words) {
  const Bins bins = LeastHashes(words);
  Signature signature;
  for (size_t band = 0; band < kNarrowBands; ++band) {
    signature.keys[band] = bins[band] == kEmptyBin ? kNoKey : NarrowKey(bins[band]);
  }
  for (size_t band = 0; band < kWideBands; ++band) {
    signature.keys[kNarrowBands + band] =
        WideKey(std::span(bins).subspan(band * kBinsPerWideBand, kBinsPerWideBand));
  }
  return signature;
}

}  // namespace afterword
