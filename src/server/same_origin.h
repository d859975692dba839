// Who may ask: this machine's own page and programs, not pages of other sites in its browser.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/http.h"

namespace afterword {

/// Why `head`, sent to `port`, is refused; absent if it is not.
///
/// The Host must be a name of this machine with this port: a page elsewhere whose name was made
/// to lead here (DNS rebinding) says another. What changes something must carry "X-Afterword: 1",
/// which other sites cannot send unasked, and come from no other origin.
std::optional<std::string> WhyForeign(const Request& head, uint16_t port);

}  // namespace afterword
