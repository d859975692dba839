#pragma once

#include <boost/json.hpp>

#include "store/casebook.h"

namespace afterword {

/// {"documents":…,"publications":…,"statements":…,"failures":…,"removed":…}
boost::json::object ToJson(const CasebookCounts& counts);

}  // namespace afterword
