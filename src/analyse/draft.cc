#include "analyse/draft.h"

#include <algorithm>
#include <utility>

namespace afterword {

Drafts::Drafts(const Reading& reading)
    : reading_(reading), taken_(reading.size(), false), ends_in_(reading.blocks.size(), false) {}

void Drafts::Keep(Draft draft) {
  for (const TokenRange range : draft.content) Take(range);
  Take(draft.source);
  Take(draft.cue);
  ends_in_[reading_.block_of[draft.content.back().begin]] = true;
  list_.push_back(std::move(draft));
}

void Drafts::Extend(size_t index, TokenRange range) {
  list_[index].content.push_back(range);
  Take(range);
}

bool Drafts::IsAnyTaken(TokenRange range) const {
  return std::any_of(taken_.begin() + range.begin, taken_.begin() + range.end,
                     [](bool taken) { return taken; });
}

const Draft* Drafts::LastInSentence(uint32_t token) const {
  if (list_.empty() || list_.back().cue.empty()) return nullptr;
  const Draft& last = list_.back();
  return reading_.sentence_of[last.cue.begin] == reading_.sentence_of[token] ? &last : nullptr;
}

void Drafts::Sort() {
  std::stable_sort(list_.begin(), list_.end(),
                   [](const Draft& a, const Draft& b) { return a.First() < b.First(); });
}

void Drafts::Take(TokenRange range) {
  for (uint32_t i = range.begin; i < range.end; ++i) taken_[i] = true;
}

}  // namespace afterword
