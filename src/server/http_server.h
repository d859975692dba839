// HTTP/1.1 on the loopback address.
//
// One thread moves bytes; answers are made on a few worker threads, and those to requests with a
// body, which change something, one after the other on a thread of their own. Whatever a client
// sends or leaves out, memory and time stay bounded by HttpLimits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

#include "base/limits.h"
#include "base/result.h"
#include "server/http.h"

namespace afterword {

struct HttpLimits {
  size_t header_bytes = 16u << 10;
  size_t body_bytes = kMaxInputBytes;
  /// All bodies being received or worked on, together.
  size_t all_bodies_bytes = 2 * kMaxInputBytes;
  size_t connections = 128;
  /// Without a byte moving.
  int idle_seconds = 30;
};

/// What answers. Both are called from several threads at once.
class HttpService {
 public:
  virtual ~HttpService() = default;

  /// Looks at a request whose body was not read yet: a reply to it if it is refused. `port` is
  /// the server's. Called on the thread that moves bytes, so must be quick.
  virtual std::optional<Response> Refuse(Request& head, uint16_t port) const = 0;

  virtual Response Answer(const Request& request) = 0;
};

struct HttpServerOptions {
  uint16_t port = 0;  // 0: any that is free
  unsigned workers = 4;
  HttpLimits limits = {};
  std::stop_token stop = {};
  /// Called once, with the port, when connections are accepted.
  std::function<void(uint16_t)> on_ready = {};
};

/// Serves until `options.stop` is requested or SIGINT or SIGTERM arrives: then no connection is
/// accepted any more, requests that came are answered, and it returns.
/// `on_stop` is called when that begins. Errors: kIo (the port is taken …).
Status RunHttpServer(HttpService& service, const HttpServerOptions& options,
                     const std::function<void()>& on_stop);

}  // namespace afterword
