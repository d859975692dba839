// Quotations that no cue has taken.
#pragma once

#include "analyse/draft.h"
#include "analyse/reading.h"

namespace afterword {

/// Those of a sentence or more that follow a statement: one that goes on in the same paragraph
/// joins it, one that fills the next paragraph is a statement of its own, without source and cue.
/// `drafts` holds all that cues gave and comes back ordered.
void AddLooseQuotations(const Reading& reading, Drafts& drafts);

}  // namespace afterword
