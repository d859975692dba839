#include "server/serve.h"

#include <fmt/core.h>

#include <thread>

#include "server/application.h"

namespace afterword {

Status Serve(const ServeOptions& options) {
  std::stop_source imports;
  Application application = TRY(Application::Open(options.casebook, imports.get_token()));
  // If it fails, the first request meets the same error and reports it.
  const std::jthread warming([&] { (void)application.WarmUp(); });
  HttpServerOptions server;
  server.port = options.port;
  server.limits = options.limits;
  server.stop = options.stop;
  server.on_ready = [&](uint16_t port) {
    if (options.on_ready) options.on_ready(fmt::format("http://127.0.0.1:{}/", port));
  };
  return RunHttpServer(application, server, [&] { imports.request_stop(); });
}

}  // namespace afterword
