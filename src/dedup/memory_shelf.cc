#include "dedup/memory_shelf.h"

namespace afterword {
namespace {

constexpr uint32_t kEndOfList = UINT32_MAX;
constexpr uint32_t kCrowded = UINT32_MAX - 1;

}  // namespace

uint32_t MemoryShelf::Put(const CopyEntry& entry) {
  const uint32_t text = size();
  texts_.PushBack({words_.size(), static_cast<uint32_t>(entry.words.size()), entry.days});
  words_.Append(entry.words);
  for (uint32_t band = 0; band < kBands; ++band) {
    uint32_t next = kEndOfList;
    if (const uint32_t key = entry.signature.keys[band]; key != kNoKey) {
      uint32_t& head = heads_.FindOrAdd(key, kEndOfList);
      next = head;
      if (next != kCrowded) head = static_cast<uint32_t>(text * kBands) + band;
      if (next != kCrowded && CountHolders(next) >= MaxHoldersOf(key)) {
        head = kCrowded;
        ++crowded_keys_;
      }
    }
    next_.PushBack(next);
  }
  return text;
}

Sketch MemoryShelf::WordsOf(uint32_t text) const {
  return words_.Copy(texts_[text].first_word, texts_[text].words);
}

std::vector<KeyHolder> MemoryShelf::HoldersOf(const Signature& signature) const {
  std::vector<KeyHolder> holders;
  holders.reserve(256);
  for (const uint32_t key : signature.keys) {
    if (key == kNoKey) continue;
    const uint32_t* const head = heads_.Find(key);
    if (head == nullptr || *head == kCrowded) continue;
    for (uint32_t place = *head; place != kEndOfList; place = next_[place]) {
      holders.push_back({static_cast<uint32_t>(place / kBands), key});
    }
  }
  return holders;
}

bool MemoryShelf::IsCrowded(uint32_t key) const {
  const uint32_t* const head = heads_.Find(key);
  return head != nullptr && *head == kCrowded;
}

uint32_t MemoryShelf::CountHolders(uint32_t head) const {
  uint32_t count = 0;
  for (uint32_t place = head; place != kEndOfList; place = next_[place]) ++count;
  return count;
}

}  // namespace afterword
