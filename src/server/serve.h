// The page and the API on this machine's loopback address.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "server/http_server.h"

namespace afterword {

struct ServeOptions {
  /// Made if it is not there.
  std::string casebook;
  uint16_t port = 0;  // 0: any that is free
  /// Called with the page's address ("http://127.0.0.1:8080/") when it can be opened.
  std::function<void(const std::string& address)> on_ready = {};
  std::stop_token stop = {};
  HttpLimits limits = {};
};

/// Serves until SIGINT, SIGTERM or `options.stop`; then finishes what it is answering.
/// Errors: those of Casebook::Open; kIo if the port cannot be served.
Status Serve(const ServeOptions& options);

}  // namespace afterword
