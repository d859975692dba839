// What kind of act a statement is: its kind by quotation marks, its force, whether it is negated
// or conditional.
#pragma once

#include "analyse/attribute.h"
#include "analyse/reading.h"
#include "record/analysis.h"

namespace afterword {

/// Direct if every word of the content is within quotation marks or there is no cue (the turn of a
/// transcript), indirect if none is.
StatementKind KindOf(const Reading& reading, const Attribution& attribution);

struct Stance {
  Force force = Force::kAssert;
  bool negated = false;
  bool conditional = false;
};

/// Deny means that the speaker rejects a claim or an intention ("no plans", "did not order it", "is
/// wrong"); any other "not" leaves the force and makes the statement negated.
/// From the cue ("denied", "promised") and, where that says no more than "said", from the first
/// verb of the content ("need to", "will", "no plans") and its question mark.
Stance StanceOf(const Reading& reading, const Attribution& attribution);

}  // namespace afterword
