// Whose statement each one is.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analyse/attribute.h"
#include "analyse/reading.h"
#include "analyse/registry.h"

namespace afterword {

/// For each attribution, in the order given, the figure that speaks; absent where the text does
/// not tell. Sources without a proper name ("officials") are added to `registry`; figures that
/// speak but were of no sure kind, or of unknown gender before "she said", become surer.
std::vector<std::optional<uint32_t>> ResolveSpeakers(const Reading& reading,
                                                     const std::vector<Attribution>& attributions,
                                                     Registry& registry);

}  // namespace afterword
