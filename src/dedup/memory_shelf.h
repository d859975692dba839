// The copy finder's shelf in memory: 2 bytes a word and about 900 bytes a text.
#pragma once

#include <cstdint>
#include <vector>

#include "dedup/chunked_array.h"
#include "dedup/copy_shelf.h"
#include "dedup/key_table.h"

namespace afterword {

/// Up to 10^8 texts. Texts of a key form a list through `next_`, whose head `heads_` knows.
class MemoryShelf : public CopyShelf {
 public:
  uint32_t Put(const CopyEntry& entry) override;
  uint32_t size() const override { return static_cast<uint32_t>(texts_.size()); }
  Sketch WordsOf(uint32_t text) const override;
  DayRange DaysOf(uint32_t text) const override { return texts_[text].days; }
  std::vector<KeyHolder> HoldersOf(const Signature& signature) const override;
  bool IsCrowded(uint32_t key) const override;
  uint64_t CrowdedKeys() const override { return crowded_keys_; }

 private:
  struct Text {
    uint64_t first_word = 0;
    uint32_t words = 0;
    DayRange days;
  };

  uint32_t CountHolders(uint32_t head) const;

  ChunkedArray<Text> texts_;
  ChunkedArray<WordCode> words_;
  /// A place is text * kBands + band.
  KeyTable heads_;
  /// [texts × kBands]: the next place with the same key.
  ChunkedArray<uint32_t> next_;
  uint64_t crowded_keys_ = 0;
};

}  // namespace afterword
