// Which texts of a casebook are copies of one story: syndicated, shortened, updated, rewritten.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/result.h"
#include "store/casebook.h"

namespace afterword {

/// A copy beside its original, with what it adds to it and leaves out.
struct CopyOfOriginal {
  StoredDocument document;
  /// Sentences of the copy that the original has no counterpart of.
  std::vector<Span> added;
  /// Sentences of the original that the copy has no counterpart of.
  std::vector<Span> dropped;
};

/// One story: its original is the earliest text and of that day's the fullest. A text that was
/// published several times, unchanged, is a story of its own without copies.
struct Story {
  StoredDocument original;
  std::vector<CopyOfOriginal> copies;
};

/// Called for each story, in the order of its first document.
using OnStory = std::function<Status(const Story&)>;

/// Compares all texts whose dates lie at most `window_days` apart (dedup/copy_finder.h): one pass
/// over the casebook, some 1.8 kB of memory a text. Stories of one text that was published once
/// are passed over. Errors: those of the casebook and of `on_story`.
Status FindCopies(Casebook& casebook, int32_t window_days, const OnStory& on_story);

}  // namespace afterword
