// MinHash bands of a text: keys that copies of it have a good chance to share.
//
// Shingles are three neighbouring words of which two tell something. One-permutation hashing
// (Li, Owen, Zhang 2012): each shingle is hashed once, the upper bits of the hash choose one of 64
// bins, and a bin keeps its least hash. Two texts agree in a bin as often as their shingles
// overlap (Jaccard). Empty bins stay empty: nothing here estimates Jaccard, so densification
// would only make short texts collide.
//
// A bin alone is a *narrow* key; two texts *meet* if they share two of them: nine in ten that
// share 6 % of their shingles do, practically all that share 12 %. Phrases and footers of many
// texts meet there too, so crowded keys do not count (copy_shelf.h). Four neighbouring bins
// together, of the first half, are a *wide* key: shared only by texts that are alike as a whole,
// so that one is enough, and a story with hundreds of variants, all of whose narrow keys are
// crowded, still holds together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "dedup/sketch.h"

namespace afterword {

inline constexpr size_t kNarrowBands = 64;
inline constexpr size_t kBinsPerWideBand = 4;
inline constexpr size_t kWideBands = 8;
inline constexpr size_t kBands = kNarrowBands + kWideBands;

/// In Signature::keys: this band has none.
inline constexpr uint32_t kNoKey = 0;

/// How many narrow keys two texts must share to be compared.
inline constexpr uint32_t kMinSharedKeys = 2;

/// Narrow keys in [0, kNarrowBands), wide ones behind. Equal keys of two texts are a join, whatever
/// the columns they stand in.
struct Signature {
  std::array<uint32_t, kBands> keys{};
  friend bool operator==(const Signature&, const Signature&) = default;
};

/// Wide keys are odd, narrow ones even.
constexpr bool IsWideKey(uint32_t key) { return (key & 1u) != 0; }

/// Depends on nothing but the words. O(words).
Signature SignatureOf(std::span<const WordCode> words);

}  // namespace afterword
