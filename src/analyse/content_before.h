// What a cue reports, where it comes before the cue.
#pragma once

#include <vector>

#include "analyse/draft.h"
#include "analyse/reading.h"

namespace afterword {

/// Content that ends right before `token`, where the source or the cue begins. Only what no draft
/// has taken. The ranges are empty where there is none.
class ContentBefore {
 public:
  ContentBefore(const Reading& reading, const Drafts& drafts)
      : reading_(reading), drafts_(drafts) {}

  /// A quotation that ends there, with the part of its sentence before it (`NATO "is ready"`) and
  /// the paragraphs before that it goes on with.
  std::vector<TokenRange> Quotation(uint32_t token) const;

  /// The clause that ends there, if it may be a statement: three words or more, no mere
  /// circumstance ("In Brussels", "Asked about it").
  TokenRange Clause(uint32_t token) const;

  /// Whatever of the sentence stands before, without marks at its ends and a leading "but".
  TokenRange Rest(uint32_t token) const;

 private:
  uint32_t ClauseBegin(uint32_t token) const;
  uint32_t AfterDateline(uint32_t begin, uint32_t token) const;
  std::vector<TokenRange> EarlierParts(uint32_t index) const;
  bool IsCircumstance(TokenRange range) const;

  const Reading& reading_;
  const Drafts& drafts_;
};

}  // namespace afterword
