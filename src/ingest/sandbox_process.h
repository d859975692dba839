// A reader's process as the program sees it: started, timed, ended.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>

#include "base/result.h"

namespace afterword {

/// Starts a process that answers on the socket `channel`. Errors: kIo.
using StartWorker = std::function<Result<pid_t>(int channel)>;

/// The program itself as a reader (ingest/sandbox_worker.h), with an empty environment but for
/// where libraries are, and in a process group of its own: an interrupt from the keyboard is for
/// the program. Its main must call RunIfReaderWorker.
Result<pid_t> StartReaderWorker(int channel);

/// Owns the process and the program's end of its channel. Killed when this goes.
class WorkerProcess {
 public:
  static Result<WorkerProcess> Start(const StartWorker& start);
  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&&) = delete;
  ~WorkerProcess();

  int channel() const { return channel_; }

  /// Processor time it has used; zero where the kernel does not say.
  std::chrono::nanoseconds CpuTime() const;

  /// Ends it, if it has not ended, and says what a person should know of why: "the reader crashed
  /// (signal 11)". To be called once.
  Error End();

 private:
  WorkerProcess(pid_t process, int channel) : process_(process), channel_(channel) {}

  pid_t process_;  // 0: none
  int channel_;    // -1: none
};

}  // namespace afterword
