// key → 32-bit value, for tens of millions of keys in little memory.
//
// Open addressing with linear probing in 256 parts that grow by half one at a time: 8 bytes an
// entry at 50–75 % load, and never a second copy of the whole while growing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace afterword {

class KeyTable {
 public:
  /// The value of `key` (never 0), or nullptr. Valid until the next FindOrAdd.
  const uint32_t* Find(uint32_t key) const;

  /// The value of `key`, first `initial`. Valid until the next FindOrAdd.
  uint32_t& FindOrAdd(uint32_t key, uint32_t initial);

 private:
  struct Entry {
    /// 0 where the entry is free.
    uint32_t key = 0;
    uint32_t value = 0;
  };
  struct Part {
    std::vector<Entry> entries;
    size_t used = 0;
  };
  static constexpr size_t kParts = 256;

  static void Grow(Part& part);

  std::array<Part, kParts> parts_;
};

}  // namespace afterword
