// Ctrl-C as a request to stop, so that what is under way is finished and kept.
#pragma once

#include <stop_token>

namespace afterword {

/// From now on SIGINT and SIGTERM ask this token to stop; a second signal ends the program at
/// once (which loses nothing that was reported).
std::stop_token StopOnInterrupt();

}  // namespace afterword
