#include "ingest/sandbox_filter.h"

#include <fmt/core.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace afterword {
namespace {

#if defined(__x86_64__)
constexpr uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
#error "The numbers of system calls are known for x86-64 and AArch64 only."
#endif

constexpr long kAllowed[] = {
    SYS_read,      SYS_write,          SYS_brk,           SYS_munmap,          SYS_mremap,
    SYS_madvise,   SYS_futex,          SYS_clock_gettime, SYS_gettimeofday,    SYS_getpid,
    SYS_gettid,    SYS_rt_sigprocmask, SYS_rt_sigreturn,  SYS_restart_syscall, SYS_sched_yield,
    SYS_getrandom, SYS_exit,           SYS_exit_group,
};

/// Allowed unless they ask for memory that can be executed: their third argument says.
constexpr long kMemory[] = {SYS_mmap, SYS_mprotect};

constexpr long kRefused[] = {
    SYS_openat, SYS_newfstatat, SYS_fstat,   SYS_statx,     SYS_faccessat,
    SYS_lseek,  SYS_ioctl,      SYS_fcntl,   SYS_close,     SYS_readlinkat,
    SYS_getcwd, SYS_uname,      SYS_sysinfo, SYS_prlimit64, SYS_sched_getaffinity,
#if defined(__x86_64__)
    SYS_open,   SYS_stat,       SYS_lstat,   SYS_access,    SYS_readlink,
#endif
};

constexpr uint32_t kAllow = SECCOMP_RET_ALLOW;
constexpr uint32_t kEnd = SECCOMP_RET_KILL_PROCESS;
constexpr uint32_t kRefuse = SECCOMP_RET_ERRNO | EPERM;

constexpr uint32_t kNumberAt = offsetof(seccomp_data, nr);
constexpr uint32_t kArchitectureAt = offsetof(seccomp_data, arch);

/// The lower half of an argument: both architectures are little-endian.
constexpr uint32_t ArgumentAt(uint32_t index) {
  return static_cast<uint32_t>(offsetof(seccomp_data, args)) + 8 * index;
}

/// One accumulator, jumps forward only: the BPF that seccomp knows.
class Program {
 public:
  void Load(uint32_t offset) { Add(BPF_LD | BPF_W | BPF_ABS, offset); }
  void Return(uint32_t action) { Add(BPF_RET | BPF_K, action); }
  /// Passes over the next `count` instructions unless the accumulator is `value`.
  void SkipUnlessEqual(uint32_t value, uint8_t count) {
    Add(BPF_JMP | BPF_JEQ | BPF_K, value, count);
  }
  /// Passes over the next `count` instructions unless the accumulator has one of `bits`.
  void SkipUnlessAny(uint32_t bits, uint8_t count) { Add(BPF_JMP | BPF_JSET | BPF_K, bits, count); }

  void ReturnFor(long call, uint32_t action) {
    SkipUnlessEqual(static_cast<uint32_t>(call), 1);
    Return(action);
  }

  Status Install() {
    const sock_fprog program{static_cast<unsigned short>(code_.size()), code_.data()};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0) return Ok();
    return Error{ErrorCode::kInternal, fmt::format("no seccomp filter: {}", std::strerror(errno))};
  }

 private:
  void Add(int code, uint32_t operand, uint8_t jump_if_false = 0) {
    code_.push_back({static_cast<uint16_t>(code), 0, jump_if_false, operand});
  }

  std::vector<sock_filter> code_;
};

}  // namespace

Status RestrictSystemCalls() {
  Program program;
  program.Load(kArchitectureAt);
  program.SkipUnlessEqual(kArchitecture, 1);
  program.Load(kNumberAt);
  // Of another architecture the accumulator is no number of a call that is listed below; x32's
  // numbers have bit 30, and none of those is listed either.
  for (const long call : kAllowed) program.ReturnFor(call, kAllow);
  for (const long call : kMemory) {
    program.SkipUnlessEqual(static_cast<uint32_t>(call), 4);
    program.Load(ArgumentAt(2));
    program.SkipUnlessAny(PROT_EXEC, 1);
    program.Return(kEnd);
    program.Return(kAllow);
  }
  // abort() sends a signal to its own process; to no other.
  program.SkipUnlessEqual(SYS_tgkill, 4);
  program.Load(ArgumentAt(0));
  program.SkipUnlessEqual(static_cast<uint32_t>(getpid()), 1);
  program.Return(kAllow);
  program.Return(kEnd);
  for (const long call : kRefused) program.ReturnFor(call, kRefuse);
  program.Return(kEnd);
  return program.Install();
}

}  // namespace afterword
