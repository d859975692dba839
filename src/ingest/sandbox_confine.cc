#include "ingest/sandbox_confine.h"

#include <fmt/core.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "ingest/sandbox_filter.h"
#include "ingest/sandbox_landlock.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define AFTERWORD_IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define AFTERWORD_IS_SANITIZED 1
#endif
#endif

namespace afterword {
namespace {

#ifdef AFTERWORD_IS_SANITIZED
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

Error Refusal(std::string_view what) {
  return {ErrorCode::kInternal, fmt::format("{}: {}", what, std::strerror(errno))};
}

Status Bound(__rlimit_resource resource, size_t most) {
  const rlimit bound{most, most};
  if (setrlimit(resource, &bound) != 0) return Refusal("setrlimit");
  return Ok();
}

Status BoundAll(const Confinement& bounds) {
  TRY(Bound(RLIMIT_CPU, bounds.cpu_seconds));
  TRY(Bound(RLIMIT_FSIZE, 0));
  TRY(Bound(RLIMIT_CORE, 0));
  if (!kIsSanitized) {
    TRY(Bound(RLIMIT_AS, bounds.memory_bytes));
    TRY(Bound(RLIMIT_NOFILE, 0));
  }
  return Ok();
}

}  // namespace

void KeepOnly(int channel) {
  if (channel != STDIN_FILENO) dup2(channel, STDIN_FILENO);
  if (kIsSanitized) {
    close(STDOUT_FILENO);
    close_range(STDERR_FILENO + 1, ~0u, 0);
  } else {
    close_range(STDIN_FILENO + 1, ~0u, 0);
  }
}

Status Confine(const Confinement& bounds) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return Refusal("no_new_privs");
  if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return Refusal("dumpable");
  // Landlock opens a descriptor, so it comes before there can be none.
  TRY(DenyAllPaths());
  TRY(BoundAll(bounds));
  if (!kIsSanitized) TRY(RestrictSystemCalls());
  return Ok();
}

bool IsConfinementWhole() { return !kIsSanitized; }

}  // namespace afterword
