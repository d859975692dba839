// When something was said.
#pragma once

#include <optional>

#include "analyse/attribute.h"
#include "analyse/reading.h"
#include "base/date.h"

namespace afterword {

/// The day named beside the cue ("on Thursday", "yesterday", "June 5"), read against the day of
/// publication: a weekday is its last one, not after that day. Absent if neither is given.
std::optional<Date> SaidAt(const Reading& reading, const Attribution& attribution,
                           std::optional<Date> published);

}  // namespace afterword
