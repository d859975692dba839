#include "server/http_server.h"

#include <fmt/core.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <set>
#include <string>
#include <utility>

#include "server/reply.h"

namespace afterword {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using net::ip::tcp;

using Parser = http::request_parser<http::string_body>;
using boost::system::error_code;

/// Operations give (error, …) instead of throwing.
constexpr auto kAsTuple = net::as_tuple(net::use_awaitable);

Method MethodOf(http::verb verb) {
  switch (verb) {
    case http::verb::get:
      return Method::kGet;
    case http::verb::head:
      return Method::kHead;
    case http::verb::post:
      return Method::kPost;
    default:
      return Method::kOther;
  }
}

std::string_view View(beast::string_view text) { return {text.data(), text.size()}; }

Request HeadOf(const http::request<http::string_body>& message) {
  Request head;
  head.method = MethodOf(message.method());
  head.target = View(message.target());
  for (const auto& field : message) {
    head.headers.push_back(
        {std::string(View(field.name_string())), std::string(View(field.value()))});
  }
  return head;
}

enum class Then { kClose, kKeepAlive };

template <typename Message>
void SetHead(Message& message, const Response& response, Then then) {
  message.version(11);
  message.result(static_cast<unsigned>(response.status));
  message.set(http::field::content_type, response.content_type);
  for (const HeaderField& header : response.headers) message.set(header.name, header.value);
  message.content_length(response.body.size());
  message.keep_alive(then == Then::kKeepAlive);
}

/// A part of the memory that all bodies share, given back at the end.
class BodyShare {
 public:
  BodyShare(size_t& used, size_t bytes) : used_(used), bytes_(bytes) { used_ += bytes_; }
  ~BodyShare() { used_ -= bytes_; }
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;

 private:
  size_t& used_;
  size_t bytes_;
};

class Server {
 public:
  Server(HttpService& service, const HttpServerOptions& options)
      : service_(service),
        options_(options),
        acceptor_(io_),
        signals_(io_),
        workers_(options.workers) {}

  Status Run(const std::function<void()>& on_stop) {
    on_stop_ = on_stop;
    TRY(Listen());
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    signals_.async_wait([this](error_code error, int) {
      if (!error) Stop();
    });
    const std::stop_callback stop(options_.stop, [this] { net::post(io_, [this] { Stop(); }); });
    net::co_spawn(io_, Accept(), net::detached);
    if (options_.on_ready) options_.on_ready(port_);
    io_.run();
    workers_.join();
    writer_.join();
    return Ok();
  }

 private:
  Status Listen() {
    error_code error;
    const tcp::endpoint address(net::ip::address_v4::loopback(), options_.port);
    acceptor_.open(address.protocol(), error);
    if (!error) acceptor_.set_option(net::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(address, error);
    if (!error) acceptor_.listen(net::socket_base::max_listen_connections, error);
    if (error) {
      return Error{ErrorCode::kIo,
                   fmt::format("port {} cannot be served: {}", options_.port, error.message())};
    }
    port_ = acceptor_.local_endpoint().port();
    return Ok();
  }

  /// On the thread of io_, as all that follows.
  void Stop() {
    if (std::exchange(stopping_, true)) return;
    acceptor_.close();
    signals_.cancel();
    on_stop_();
    for (beast::tcp_stream* stream : idle_) stream->cancel();
  }

  net::awaitable<void> Accept() {
    while (!stopping_) {
      auto [error, socket] = co_await acceptor_.async_accept(kAsTuple);
      if (stopping_) break;
      if (error) {
        // Out of descriptors or the like: some will be closed.
        net::steady_timer pause(io_, std::chrono::milliseconds(100));
        co_await pause.async_wait(kAsTuple);
      } else if (connections_ < options_.limits.connections) {
        net::co_spawn(io_, Converse(std::move(socket)), net::detached);
      }
    }
  }

  net::awaitable<void> Converse(tcp::socket socket) {
    ++connections_;
    beast::tcp_stream stream(std::move(socket));
    // Bytes that came and were not used yet: at most a header, or one read of a body.
    constexpr size_t kOneRead = 64u << 10;
    beast::flat_buffer buffer(options_.limits.header_bytes + kOneRead);
    while (!stopping_ && co_await AnswerNext(stream, buffer) == Then::kKeepAlive) {
    }
    error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
    --connections_;
  }

  net::awaitable<Then> AnswerNext(beast::tcp_stream& stream, beast::flat_buffer& buffer) {
    Parser parser;
    parser.header_limit(static_cast<uint32_t>(options_.limits.header_bytes));
    parser.body_limit(options_.limits.body_bytes);
    Expire(stream);
    idle_.insert(&stream);
    auto [error, size] = co_await http::async_read_header(stream, buffer, parser, kAsTuple);
    idle_.erase(&stream);
    if (error) co_return co_await RefuseUnread(stream, error);
    Request request = HeadOf(parser.get());
    std::optional<Response> refusal = service_.Refuse(request, port_);
    if (!refusal) refusal = RefuseBody(request, parser);
    if (refusal) {
      const Then then = parser.keep_alive() && parser.is_done() ? Then::kKeepAlive : Then::kClose;
      co_return co_await Send(stream, request, *std::move(refusal), then);
    }
    const BodyShare share(bodies_bytes_, parser.content_length().value_or(0));
    if (!co_await ReadBody(stream, buffer, parser)) co_return Then::kClose;
    const Then then = parser.keep_alive() ? Then::kKeepAlive : Then::kClose;
    request.body = std::move(parser.get().body());
    Response response = co_await Work(request);
    co_return co_await Send(stream, request, std::move(response), stopping_ ? Then::kClose : then);
  }

  /// A reply to what is no request, or too large a one; nothing to a client that went away.
  net::awaitable<Then> RefuseUnread(beast::tcp_stream& stream, error_code error) {
    if (error.category() != make_error_code(http::error::bad_version).category() ||
        error == http::error::end_of_stream || error == http::error::partial_message) {
      co_return Then::kClose;
    }
    Response response;
    if (error == http::error::header_limit || error == http::error::buffer_overflow) {
      response = ErrorReply(431, {ErrorCode::kLimitExceeded, "the header is too large"});
    } else if (error == http::error::body_limit) {
      response = ErrorReply({ErrorCode::kLimitExceeded,
                             fmt::format("more than {} bytes", options_.limits.body_bytes)});
    } else {
      response = ErrorReply({ErrorCode::kInvalidInput, "not an HTTP request"});
    }
    // A name, since g++ 12 destroys a temporary in co_await twice.
    const Request unread;
    co_return co_await Send(stream, unread, std::move(response), Then::kClose);
  }

  std::optional<Response> RefuseBody(const Request& request, const Parser& parser) const {
    if (parser.is_done()) return std::nullopt;
    if (parser.chunked()) {
      return ErrorReply(411, {ErrorCode::kInvalidInput, "the length must be stated beforehand"});
    }
    if (request.method != Method::kPost) {
      return ErrorReply({ErrorCode::kLimitExceeded, "this method takes no body"});
    }
    if (bodies_bytes_ + parser.content_length().value_or(0) > options_.limits.all_bodies_bytes) {
      Response busy = ErrorReply(
          503, {ErrorCode::kLimitExceeded, "too much is being received already; try again later"});
      busy.headers.push_back({"Retry-After", "2"});
      return busy;
    }
    return std::nullopt;
  }

  net::awaitable<bool> ReadBody(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                Parser& parser) {
    if (!parser.is_done() && View(parser.get()[http::field::expect]) == "100-continue") {
      http::response<http::empty_body> go_on(http::status::continue_, 11);
      Expire(stream);
      auto [error, size] = co_await http::async_write(stream, go_on, kAsTuple);
      if (error) co_return false;
    }
    while (!parser.is_done()) {
      Expire(stream);
      auto [error, size] = co_await http::async_read_some(stream, buffer, parser, kAsTuple);
      if (error) co_return false;
    }
    co_return true;
  }

  /// The service's answer, made on another thread.
  net::awaitable<Response> Work(const Request& request) {
    net::thread_pool& pool = request.method == Method::kPost ? writer_ : workers_;
    co_return co_await net::co_spawn(
        pool.get_executor(),
        [this, &request]() -> net::awaitable<Response> { co_return service_.Answer(request); },
        net::use_awaitable);
  }

  net::awaitable<Then> Send(beast::tcp_stream& stream, const Request& request, Response response,
                            Then then) {
    Expire(stream);
    error_code failed;
    if (request.method == Method::kHead || response.status == 304) {
      http::response<http::empty_body> message;
      SetHead(message, response, then);
      http::response_serializer<http::empty_body> serializer(message);
      auto [error, size] = co_await http::async_write_header(stream, serializer, kAsTuple);
      failed = error;
    } else {
      http::response<http::string_body> message;
      SetHead(message, response, then);
      message.body() = std::move(response.body);
      auto [error, size] = co_await http::async_write(stream, message, kAsTuple);
      failed = error;
    }
    if (failed) co_return Then::kClose;
    if (then == Then::kClose) co_await Drain(stream);
    co_return then;
  }

  /// Takes what the client is still sending, for a while: if it were cut off at once, it might
  /// never see the reply.
  net::awaitable<void> Drain(beast::tcp_stream& stream) {
    error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    stream.expires_after(std::chrono::seconds(2));
    std::string scratch(64u << 10, '\0');
    while (!stopping_) {
      auto [error, size] = co_await stream.async_read_some(net::buffer(scratch), kAsTuple);
      if (error) break;
    }
  }

  void Expire(beast::tcp_stream& stream) const {
    stream.expires_after(std::chrono::seconds(options_.limits.idle_seconds));
  }

  HttpService& service_;
  const HttpServerOptions& options_;
  net::io_context io_{1};
  tcp::acceptor acceptor_;
  net::signal_set signals_;
  net::thread_pool workers_;
  net::thread_pool writer_{1};
  std::function<void()> on_stop_;
  uint16_t port_ = 0;
  bool stopping_ = false;
  size_t connections_ = 0;
  size_t bodies_bytes_ = 0;
  /// Connections that wait for a request.
  std::set<beast::tcp_stream*> idle_;
};

}  // namespace

Status RunHttpServer(HttpService& service, const HttpServerOptions& options,
                     const std::function<void()>& on_stop) {
  return Server(service, options).Run(on_stop);
}

}  // namespace afterword
