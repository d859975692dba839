// What the server does with requests that are wrong, foreign, too large or too slow.

#include "server/http_server.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <csignal>
#include <string>

#include "server/test_server.h"
#include "store/casebook.h"

namespace afterword {
namespace {

class HttpServerTest : public testing::Test {
 protected:
  Reply Raw(const std::string& bytes) const { return ParseReply(server_.Exchange(bytes)); }
  Reply WithHost(std::string_view host) const {
    return Raw(fmt::format("GET /api/v1/casebook HTTP/1.1\r\n{}Connection: close\r\n\r\n", host));
  }

  TestServer server_{{.header_bytes = 4096, .body_bytes = 5000, .idle_seconds = 1}};
};

TEST_F(HttpServerTest, KnowsItsRoutes) {
  EXPECT_EQ(server_.Get("/api/v1/casebook").status, 200);
  for (const char* target :
       {"/api/v1/nothing", "/api", "/api/v2/casebook", "/api/v1/documents/", "/api/v1/documents/x",
        "/api/v1/documents/-1", "/api/v1/documents/1", "/api/v1/documents/99999999999999999999",
        "/api/v1/documents/1/original", "/api/v1/documents/1/x"}) {
    EXPECT_EQ(server_.Get(target).status, 404) << target;
  }
}

TEST_F(HttpServerTest, KnowsItsMethods) {
  const Reply posted = server_.Post("/api/v1/casebook", "x");
  EXPECT_EQ(posted.status, 405);
  EXPECT_EQ(posted.Header("Allow"), "GET, HEAD");
  EXPECT_EQ(server_.Get("/api/v1/imports").Header("Allow"), "POST");
  EXPECT_EQ(server_.Post("/", "x").status, 405);
  EXPECT_EQ(server_.Send("DELETE", "/api/v1/documents/1", "X-Afterword: 1\r\n").status, 405);
  EXPECT_EQ(server_.Send("OPTIONS", "/api/v1/imports", "X-Afterword: 1\r\n").status, 405);
}

TEST_F(HttpServerTest, AnswersHeadLikeGetWithoutABody) {
  for (const char* target : {"/api/v1/casebook", "/", "/api/v1/nothing"}) {
    const Reply head = server_.Send("HEAD", target);
    const Reply get = server_.Get(target);
    EXPECT_EQ(head.status, get.status) << target;
    EXPECT_EQ(head.Header("Content-Length"), get.Header("Content-Length")) << target;
    EXPECT_EQ(head.body, "") << target;
  }
}

TEST_F(HttpServerTest, AnswersOnlyUnderItsOwnNames) {
  const uint16_t port = server_.port();
  for (const char* name : {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"}) {
    EXPECT_EQ(WithHost(fmt::format("Host: {}:{}\r\n", name, port)).status, 200) << name;
  }
  for (const std::string& host :
       {std::string(), std::string("Host: \r\n"), std::string("Host: localhost\r\n"),
        fmt::format("Host: attacker.example:{}\r\n", port),
        fmt::format("Host: localhost.attacker.example:{}\r\n", port),
        fmt::format("Host: localhost:{}\r\n", port + 1),
        fmt::format("Host: 127.0.0.1:{}.example\r\n", port)}) {
    EXPECT_EQ(WithHost(host).status, 403) << host;
  }
}

TEST_F(HttpServerTest, TakesChangesOnlyFromItsOwnPage) {
  const std::string target = "/api/v1/imports?name=a.txt";
  const auto post = [&](const std::string& headers) {
    return server_.Send("POST", target, "Content-Length: 4\r\n" + headers, "Text").status;
  };
  EXPECT_EQ(post(""), 403);
  EXPECT_EQ(post("X-Afterword: 0\r\n"), 403);
  EXPECT_EQ(post("X-Afterword: 1\r\nOrigin: https://attacker.example\r\n"), 403);
  EXPECT_EQ(post("X-Afterword: 1\r\nOrigin: null\r\n"), 403);
  EXPECT_EQ(post(fmt::format("X-Afterword: 1\r\nOrigin: https://{}\r\n", server_.host())), 403);
  EXPECT_EQ(post(fmt::format("X-Afterword: 1\r\nOrigin: http://{}\r\n", server_.host())), 200);
}

TEST_F(HttpServerTest, RefusesWhatIsTooLarge) {
  EXPECT_EQ(server_.Get("/", "X: " + std::string(4096, 'x') + "\r\n").status, 431);
  EXPECT_EQ(server_.Get("/" + std::string(20'000, 'x')).status, 431);
  EXPECT_EQ(server_.Post("/api/v1/imports", std::string(5000, 'a')).status, 200);
  EXPECT_EQ(server_.Post("/api/v1/imports", std::string(5001, 'a')).status, 413);
  // Far more than fits any buffer: the reply must still arrive.
  EXPECT_EQ(server_.Post("/api/v1/imports", std::string(20'000'000, 'a')).status, 413);
}

TEST_F(HttpServerTest, RefusesABodyOfUnknownLength) {
  const std::string chunked = "X-Afterword: 1\r\nTransfer-Encoding: chunked\r\n";
  EXPECT_EQ(server_.Send("POST", "/api/v1/imports", chunked, "4\r\nText\r\n0\r\n\r\n").status, 411);
}

TEST_F(HttpServerTest, RefusesABodyWhereNoneBelongs) {
  EXPECT_EQ(server_.Send("GET", "/api/v1/casebook", "Content-Length: 4\r\n", "Text").status, 413);
}

TEST_F(HttpServerTest, RefusesWhatIsNoRequest) {
  for (const char* bytes :
       {"\x16\x03\x01\x02\n\n\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
        "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"}) {
    EXPECT_EQ(Raw(bytes).status, 400) << bytes;
  }
}

TEST_F(HttpServerTest, ClosesConnectionsThatSayNothing) {
  EXPECT_EQ(server_.Exchange(""), "");
  EXPECT_EQ(server_.Exchange("GET / HT"), "");
  EXPECT_EQ(server_.Exchange(fmt::format("POST /api/v1/imports HTTP/1.1\r\nHost: {}\r\n"
                                         "X-Afterword: 1\r\nContent-Length: 9\r\n\r\nhalf",
                                         server_.host())),
            "");
}

TEST_F(HttpServerTest, AnswersSeveralRequestsOnOneConnection) {
  const std::string request =
      fmt::format("GET /api/v1/casebook HTTP/1.1\r\nHost: {}\r\n\r\n", server_.host());
  const std::string last = fmt::format(
      "GET /api/v1/failures HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server_.host());
  const std::string received = server_.Exchange(request + request + last);
  size_t replies = 0;
  for (size_t at = 0; (at = received.find("HTTP/1.1 200", at)) != received.npos; ++at) ++replies;
  EXPECT_EQ(replies, 3u);
  EXPECT_TRUE(received.ends_with("[]"));
}

TEST_F(HttpServerTest, InvitesABodyThatWaitsForIt) {
  const std::string received = server_.Exchange(
      fmt::format("POST /api/v1/imports HTTP/1.1\r\nHost: {}\r\nX-Afterword: 1\r\nConnection: "
                  "close\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\nText",
                  server_.host()));
  EXPECT_TRUE(received.starts_with("HTTP/1.1 100")) << received;
  EXPECT_NE(received.find("HTTP/1.1 200"), received.npos) << received;
}

TEST_F(HttpServerTest, NeverLeavesThePage) {
  for (const char* target :
       {"/../../../../etc/passwd", "/assets/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/..%2f..%2fetc%2fpasswd", "//etc/passwd", "/etc/passwd", "/assets/%00.js"}) {
    const Reply reply = server_.Get(target);
    EXPECT_EQ(reply.body.find("root:"), reply.body.npos) << target;
    EXPECT_TRUE(reply.status == 404 || reply.status == 400 ||
                reply.Header("Content-Type") == "text/html; charset=utf-8")
        << target;
  }
}

TEST_F(HttpServerTest, GuardsEveryReply) {
  for (const char* target : {"/", "/api/v1/casebook", "/api/v1/nothing", "/missing.js"}) {
    const Reply reply = server_.Get(target);
    EXPECT_TRUE(reply.Header("Content-Security-Policy").starts_with("default-src 'self'"))
        << target;
    EXPECT_EQ(reply.Header("X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(reply.Header("Referrer-Policy"), "no-referrer") << target;
    EXPECT_EQ(reply.Header("Access-Control-Allow-Origin"), "") << target;
  }
}

TEST(Serve, SaysThatAPortIsTaken) {
  const TestServer first;
  const TestFolder folder;
  ServeOptions options;
  options.casebook = folder / "other.casebook";
  options.port = first.port();
  const Status status = Serve(options);
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ErrorCode::kIo);
}

TEST(Serve, SaysThatAFileIsNoCasebook) {
  ServeOptions options;
  options.casebook = AFTERWORD_SOURCE_DIR "/CMakeLists.txt";
  EXPECT_FALSE(Serve(options).ok());
}

TEST(Serve, EndsWellAtASignal) {
  for (const int signal : {SIGTERM, SIGINT}) {
    TestServer server;
    EXPECT_EQ(server.Get("/api/v1/casebook").status, 200);
    ASSERT_EQ(::kill(::getpid(), signal), 0);
    EXPECT_TRUE(server.Wait().ok());
    EXPECT_EQ(server.Exchange("GET / HTTP/1.1\r\n\r\n"), "");
  }
}

TEST(Serve, KeepsWhatWasImportedWhenStopped) {
  TestServer server;
  EXPECT_EQ(server.Post("/api/v1/imports?name=a.txt", "The dam held.").status, 200);
  EXPECT_TRUE(server.Stop().ok());
  auto casebook = Casebook::Open(server.casebook(), OpenMode::kReadOnly);
  ASSERT_TRUE(casebook.ok());
  EXPECT_EQ(casebook.value().Counts().value().documents, 1);
}

}  // namespace
}  // namespace afterword
