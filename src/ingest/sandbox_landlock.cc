#include "ingest/sandbox_landlock.h"

#include <fmt/core.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace afterword {
namespace {

/// Rights over files that version 1, 2 … of the interface knows, as many low bits.
constexpr int kRightsByVersion[] = {13, 14, 15, 15, 16};

}  // namespace

Status DenyAllPaths() {
  const long version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return Ok();
  const auto known = std::min<size_t>(static_cast<size_t>(version), std::size(kRightsByVersion));
  // What a rule set handles is denied where no rule allows it, and there is no rule.
  landlock_ruleset_attr rules{};
  rules.handled_access_fs = (uint64_t{1} << kRightsByVersion[known - 1]) - 1;
  const auto rule_set =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
  const bool is_on = rule_set >= 0 && syscall(SYS_landlock_restrict_self, rule_set, 0) == 0;
  const int reason = errno;
  if (rule_set >= 0) close(rule_set);
  if (is_on) return Ok();
  return Error{ErrorCode::kInternal, fmt::format("Landlock: {}", std::strerror(reason))};
}

}  // namespace afterword
