// Document → Analysis. The way: tokens → sentences → quotations → cues → statements → entities →
// speakers; one file a step. The first version's decisions are plain rules (reader "rules-1").
#pragma once

#include "record/analysis.h"
#include "record/document.h"

namespace afterword {

/// Finds sentences, entities, and who said what. Deterministic; safe from many threads;
/// O(text.size()). Reads English; of a document in another language only sentences are found.
Analysis Analyse(const Document& document);

}  // namespace afterword
