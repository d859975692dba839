#include "cli/serve_command.h"

#include <fmt/core.h>
#include <spawn.h>

#include <cstdio>

#include "cli/exit_status.h"
#include "server/serve.h"

extern char** environ;

namespace afterword {
namespace {

/// Asks the desktop to show `address`; where there is none the address on the terminal must do.
void OpenInBrowser(const std::string& address) {
  std::string command = "xdg-open";
  std::string url = address;
  char* const arguments[] = {command.data(), url.data(), nullptr};
  pid_t child = 0;
  ::posix_spawnp(&child, command.c_str(), nullptr, nullptr, arguments, environ);
}

}  // namespace

int RunServe(const ServeArguments& arguments) {
  ServeOptions options;
  options.casebook = arguments.casebook;
  options.port = arguments.port;
  options.on_ready = [&](const std::string& address) {
    fmt::print("{}\n", address);
    std::fflush(stdout);
    if (arguments.open == OpenPage::kYes) OpenInBrowser(address);
  };
  const Status status = Serve(options);
  return status.ok() ? kAllWell : Fail(status.error());
}

}  // namespace afterword
