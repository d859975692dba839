// Takes from the calling process everything that a reader of hostile bytes has no need of.
#pragma once

#include "base/result.h"

namespace afterword {

/// Bounds that the kernel holds.
struct Confinement {
  size_t memory_bytes;
  unsigned cpu_seconds;
};

/// Closes every descriptor but `channel`, which becomes descriptor 0. Under a sanitizer standard
/// error stays, for its reports.
void KeepOnly(int channel);

/// For a process of one thread, which has loaded what it will need: no new privileges, bounded
/// memory and processor time, no new descriptors, no bytes to files, no core dumps, no tracing, no
/// paths (where the kernel has Landlock), and few system calls (ingest/sandbox_filter.h). It can
/// not be undone.
///
/// AddressSanitizer and ThreadSanitizer reserve terabytes of address space and make system calls
/// of their own, so in a sanitized build memory and system calls are left free.
/// Errors: kInternal if any of it cannot be had; the process must then read nothing.
Status Confine(const Confinement& bounds);

/// Whether Confine is at full strength in this build.
bool IsConfinementWhole();

}  // namespace afterword
