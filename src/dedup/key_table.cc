#include "dedup/key_table.h"

#include <utility>

namespace afterword {
namespace {

/// Keys are hashes: the upper byte chooses the part, all bits the place.
size_t PartOf(uint32_t key) { return key >> 24; }

size_t PlaceOf(uint32_t key, size_t places) {
  const uint32_t mixed = key * 0x9E3779B1u;
  return (uint64_t{mixed} * places) >> 32;
}

/// The entry of `key`, or the free one where it belongs. `entries` has a free one.
template <typename Entries>
auto& EntryOf(Entries& entries, uint32_t key) {
  size_t place = PlaceOf(key, entries.size());
  while (entries[place].key != 0 && entries[place].key != key) {
    place = place + 1 == entries.size() ? 0 : place + 1;
  }
  return entries[place];
}

}  // namespace

const uint32_t* KeyTable::Find(uint32_t key) const {
  const Part& part = parts_[PartOf(key)];
  if (part.entries.empty()) return nullptr;
  const Entry& entry = EntryOf(part.entries, key);
  return entry.key == key ? &entry.value : nullptr;
}

uint32_t& KeyTable::FindOrAdd(uint32_t key, uint32_t initial) {
  Part& part = parts_[PartOf(key)];
  if (part.used * 4 >= part.entries.size() * 3) Grow(part);
  Entry& entry = EntryOf(part.entries, key);
  if (entry.key != key) {
    entry = {key, initial};
    ++part.used;
  }
  return entry.value;
}

void KeyTable::Grow(Part& part) {
  std::vector<Entry> larger(part.entries.size() + part.entries.size() / 2 + 16);
  for (const Entry& entry : part.entries) {
    if (entry.key != 0) EntryOf(larger, entry.key) = entry;
  }
  part.entries = std::move(larger);
}

}  // namespace afterword
