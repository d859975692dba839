#include "cli/interrupt.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "cli/exit_status.h"

namespace afterword {

std::stop_token StopOnInterrupt() {
  // Signals are taken by a thread of their own: a handler could not lock the stop state.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::stop_source source;
  std::thread([signals, source]() mutable {
    int number = 0;
    sigwait(&signals, &number);
    source.request_stop();
    sigwait(&signals, &number);
    ::_exit(kInterrupted);
  }).detach();
  return source.get_token();
}

}  // namespace afterword
