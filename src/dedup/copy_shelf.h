// Where the copy finder keeps what it knows of each text, and finds who shares a key: in memory
// (memory_shelf.h) or in tables.
#pragma once

#include <cstdint>
#include <vector>

#include "dedup/day_range.h"
#include "dedup/signature.h"
#include "dedup/sketch.h"

namespace afterword {

/// All that is kept of a text. `signature` follows from `words`; both may be stored.
struct CopyEntry {
  Sketch words;
  Signature signature;
  DayRange days;
};

/// A text, by its number, that has `key`.
struct KeyHolder {
  uint32_t text = 0;
  uint32_t key = 0;
  friend auto operator<=>(KeyHolder, KeyHolder) = default;
};

/// How many texts a key may have before it is *crowded*. Crowded keys do not count when texts
/// meet: a narrow one is a phrase or a footer, not a story; a wide one, a form filled in over and
/// over, whose texts would each be compared with all before.
constexpr uint32_t MaxHoldersOf(uint32_t key) { return IsWideKey(key) ? 1'024 : 64; }

class CopyShelf {
 public:
  virtual ~CopyShelf() = default;

  /// Puts a text on the shelf. Returns its number: 0, 1, 2 …
  virtual uint32_t Put(const CopyEntry& entry) = 0;
  virtual uint32_t size() const = 0;

  virtual Sketch WordsOf(uint32_t text) const = 0;
  virtual DayRange DaysOf(uint32_t text) const = 0;

  /// Who has a key of `signature` that is not crowded, in any order.
  virtual std::vector<KeyHolder> HoldersOf(const Signature& signature) const = 0;

  /// More than MaxHoldersOf(key) texts have this key.
  virtual bool IsCrowded(uint32_t key) const = 0;
  virtual uint64_t CrowdedKeys() const = 0;
};

}  // namespace afterword
