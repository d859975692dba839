// What a reader's process may ask of the kernel: a seccomp filter.
//
// An allow-list, checked by the kernel at every system call, that cannot be taken off again. A
// reader needs memory, its channel, the clock and a way to end. What libraries try without need
// (open a file, look at one) fails with EPERM, so that they go on without; anything else — a
// socket, a program, a process, a signal to another process, executable memory — ends the process
// with SIGSYS, since only code that was taken over asks for it.
//
// Written as BPF rather than through libseccomp: the list is short, and the code that everything
// else relies on is all to be seen here.
#pragma once

#include "base/result.h"

namespace afterword {

/// For the calling thread, which must have PR_SET_NO_NEW_PRIVS, and what it will start.
/// Errors: kInternal where the kernel has no seccomp filters.
Status RestrictSystemCalls();

}  // namespace afterword
