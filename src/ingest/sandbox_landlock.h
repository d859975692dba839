// No path of any file system may be used: the second fence, behind the system call filter.
#pragma once

#include "base/result.h"

namespace afterword {

/// For the calling thread, which must have PR_SET_NO_NEW_PRIVS, and what it will start. Does
/// nothing where the kernel has no Landlock (before 5.13, or switched off).
/// Errors: kInternal if Landlock is there and refuses.
Status DenyAllPaths();

}  // namespace afterword
