// The decision: which words are source, cue and content, and which belong together.
#pragma once

#include <vector>

#include "analyse/reading.h"
#include "base/span.h"

namespace afterword {

/// One statement as spans of the text; sorted and disjoint in each role. Source and cue are empty
/// for a quotation by itself, which goes on with what the last speaker said. The turn of a
/// transcript has a source, its label, and no cue.
struct Attribution {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
  /// In (0, 1].
  float score = 1;
};

/// All statements of a text, ordered by first span. Everything after this step, and nothing
/// before it, depends on what is decided here, so another reader may take its place: it needs the
/// reading and returns these spans. This one follows rules (attribute.cc).
std::vector<Attribution> Attribute(const Reading& reading);

}  // namespace afterword
