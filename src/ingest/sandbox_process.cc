#include "ingest/sandbox_process.h"

#include <fmt/core.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <utility>

#include "base/limits.h"
#include "ingest/sandbox_channel.h"
#include "ingest/sandbox_worker.h"

namespace afterword {
namespace {

Error CannotStart(int reason) {
  return {ErrorCode::kIo,
          fmt::format("the reader could not be started: {}", std::strerror(reason))};
}

/// What the child of posix_spawn begins with: descriptor 0 the channel, all signals as at first.
class SpawnPlan {
 public:
  explicit SpawnPlan(int channel) {
    posix_spawn_file_actions_init(&files_);
    posix_spawn_file_actions_adddup2(&files_, channel, STDIN_FILENO);
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(
        &attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes_, 0);
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(&attributes_, &signals);
    sigfillset(&signals);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&files_);
    posix_spawnattr_destroy(&attributes_);
  }

  const posix_spawn_file_actions_t* files() const { return &files_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t files_;
  posix_spawnattr_t attributes_;
};

Error ReasonOfExit(int status) {
  switch (status) {
    case kReaderOutOfMemory:
      return {ErrorCode::kLimitExceeded,
              fmt::format("needs more memory than {} GB", kMaxReaderBytes >> 30)};
    case kReaderUnconfined:
      return {ErrorCode::kInternal,
              "the reader could not be confined on this system (see doc/safety.md)"};
    default:
      break;
  }
  return {ErrorCode::kInternal, fmt::format("the reader ended (status {})", status)};
}

Error ReasonOfSignal(int signal) {
  if (signal == SIGSYS) {
    return {ErrorCode::kInvalidInput,
            "the reader was stopped: it tried what a reader has no need of"};
  }
  return {ErrorCode::kInternal, fmt::format("the reader crashed (signal {})", signal)};
}

}  // namespace

Result<pid_t> StartReaderWorker(int channel) {
  const SpawnPlan plan(channel);
  std::string program = "/proc/self/exe";
  std::string name = "afterword";
  std::string argument = kReaderArgument;
  std::array<char*, 3> arguments{name.data(), argument.data(), nullptr};
  std::string libraries;
  std::array<char*, 2> environment{};
  if (const char* path = std::getenv("LD_LIBRARY_PATH")) {
    libraries = std::string("LD_LIBRARY_PATH=") + path;
    environment[0] = libraries.data();
  }
  pid_t process = 0;
  const int failure = posix_spawn(&process, program.c_str(), plan.files(), plan.attributes(),
                                  arguments.data(), environment.data());
  if (failure != 0) return CannotStart(failure);
  return process;
}

Result<WorkerProcess> WorkerProcess::Start(const StartWorker& start) {
  const auto channel = OpenChannel();
  if (!channel) return CannotStart(errno);
  const Result<pid_t> process = start(channel->theirs);
  close(channel->theirs);
  if (!process.ok()) {
    close(channel->ours);
    return process.error();
  }
  return WorkerProcess(process.value(), channel->ours);
}

WorkerProcess::WorkerProcess(WorkerProcess&& other) noexcept
    : process_(std::exchange(other.process_, 0)), channel_(std::exchange(other.channel_, -1)) {}

WorkerProcess::~WorkerProcess() {
  if (process_ != 0) static_cast<void>(End());
  if (channel_ >= 0) close(channel_);
}

std::chrono::nanoseconds WorkerProcess::CpuTime() const {
  clockid_t clock;
  timespec time;
  if (clock_getcpuclockid(process_, &clock) != 0 || clock_gettime(clock, &time) != 0) return {};
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

Error WorkerProcess::End() {
  // Of one that has died already the first cause stays.
  kill(process_, SIGKILL);
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = 0;
  return WIFSIGNALED(status) ? ReasonOfSignal(WTERMSIG(status)) : ReasonOfExit(WEXITSTATUS(status));
}

}  // namespace afterword
