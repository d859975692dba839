// For tests: the real server on a free port, and a client that sends exactly the bytes it is told.
#pragma once

#include <arpa/inet.h>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <future>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

#include "server/serve.h"
#include "store/test_readings.h"

namespace afterword {

struct Reply {
  int status = 0;
  std::string head;
  std::string body;

  /// The value of a header; empty if it was not sent.
  std::string Header(std::string_view name) const {
    const size_t at = head.find(fmt::format("\r\n{}: ", name));
    if (at == head.npos) return {};
    const size_t begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
  }
};

inline Reply ParseReply(const std::string& bytes) {
  Reply reply;
  const size_t end = bytes.find("\r\n\r\n");
  if (end == bytes.npos || !bytes.starts_with("HTTP/1.1 ")) return reply;
  reply.head = bytes.substr(0, end + 2);
  reply.status = std::stoi(bytes.substr(9, 3));
  reply.body = bytes.substr(end + 4);
  return reply;
}

class TestServer {
 public:
  explicit TestServer(HttpLimits limits = {}) {
    ServeOptions options;
    options.casebook = casebook();
    options.limits = limits;
    options.stop = stop_.get_token();
    std::promise<std::string> address;
    options.on_ready = [&](const std::string& ready) { address.set_value(ready); };
    thread_ = std::jthread([this, options] { status_ = Serve(options); });
    const std::string ready = address.get_future().get();
    port_ = static_cast<uint16_t>(std::stoi(ready.substr(ready.rfind(':') + 1)));
  }
  ~TestServer() { EXPECT_TRUE(Stop().ok()); }

  Status Stop() {
    stop_.request_stop();
    return Wait();
  }
  Status Wait() {
    if (thread_.joinable()) thread_.join();
    return status_;
  }

  uint16_t port() const { return port_; }
  std::string casebook() const { return folder_ / "test.casebook"; }
  std::string host() const { return fmt::format("127.0.0.1:{}", port_); }

  /// Sends `bytes` and gives all that comes back until the server closes the connection.
  std::string Exchange(std::string_view bytes) const {
    const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
      return {};
    while (!bytes.empty()) {
      const ssize_t sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
    std::string received;
    char chunk[4096];
    for (ssize_t size = 0; (size = ::recv(connection, chunk, sizeof chunk, 0)) > 0;) {
      received.append(chunk, static_cast<size_t>(size));
    }
    ::close(connection);
    return received;
  }

  /// `headers` are whole lines, each with its line end.
  Reply Send(std::string_view method, std::string_view target, std::string_view headers = "",
             std::string_view body = "") const {
    return ParseReply(
        Exchange(fmt::format("{} {} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{}\r\n{}", method,
                             target, host(), headers, body)));
  }
  Reply Get(std::string_view target, std::string_view headers = "") const {
    return Send("GET", target, headers);
  }
  Reply Post(std::string_view target, std::string_view body, std::string_view headers = "") const {
    return Send("POST", target,
                fmt::format("X-Afterword: 1\r\nContent-Length: {}\r\n{}", body.size(), headers),
                body);
  }

 private:
  TestFolder folder_;
  std::stop_source stop_;
  uint16_t port_ = 0;
  Status status_ = Ok();
  std::jthread thread_;
};

}  // namespace afterword
