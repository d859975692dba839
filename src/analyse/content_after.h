// What a cue reports, where it comes after the cue.
#pragma once

#include <optional>
#include <vector>

#include "analyse/cue.h"
#include "analyse/reading.h"

namespace afterword {

/// The content after `cue`, which is one of `cues`, in the form that its verb takes: `said: "…"`,
/// "said in a statement that …", "told reporters …", "called for …", "urged allies to …". Absent
/// if none follows or none is sure.
std::optional<TokenRange> ContentAfter(const Reading& reading, const std::vector<Cue>& cues,
                                       const Cue& cue);

}  // namespace afterword
