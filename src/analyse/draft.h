// Attributions while they are put together, in tokens, and which tokens they have taken.
#pragma once

#include <vector>

#include "analyse/reading.h"

namespace afterword {

/// An attribution in tokens, as it is put together.
struct Draft {
  TokenRange source;
  TokenRange cue;
  std::vector<TokenRange> content;
  float score = 1;

  uint32_t First() const {
    uint32_t first = content.front().begin;
    if (!cue.empty()) first = std::min(first, cue.begin);
    if (!source.empty()) first = std::min(first, source.begin);
    return first;
  }
};

class Drafts {
 public:
  explicit Drafts(const Reading& reading);

  /// Takes the tokens of `draft`, whose content must not be empty.
  void Keep(Draft draft);
  /// Adds `range`, which lies behind its content, to the draft at `index`.
  void Extend(size_t index, TokenRange range);

  bool IsTaken(uint32_t token) const { return taken_[token]; }
  bool IsAnyTaken(TokenRange range) const;
  /// Whether a statement ends in the block.
  bool EndsIn(uint32_t block) const { return ends_in_[block]; }
  /// The last draft kept, if its cue is in the sentence of `token`; else null.
  const Draft* LastInSentence(uint32_t token) const;

  /// Orders by first token.
  void Sort();
  const std::vector<Draft>& list() const { return list_; }

 private:
  void Take(TokenRange range);

  const Reading& reading_;
  std::vector<bool> taken_;
  std::vector<bool> ends_in_;
  std::vector<Draft> list_;
};

}  // namespace afterword
