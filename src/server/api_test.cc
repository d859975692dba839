// The API over real connections: what goes in comes out, in the form that openapi.json describes.

#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <set>
#include <string>

#include "server/router.h"
#include "server/test_schema.h"
#include "server/test_server.h"

namespace afterword {
namespace {

namespace json = boost::json;

constexpr const char* kReport =
    "Ferry link restored\n\n"
    "The minister visited the port on Monday.\n\n"
    "\"We will reopen the ferry line in June,\" minister Clara Voss said.\n";

const SchemaCheck& Schema() {
  static const SchemaCheck check;
  return check;
}

std::string Described(std::string_view target) {
  std::string path(target.substr(0, target.find('?')));
  const size_t digits = path.find_first_of("0123456789", path.find("/v1/") + 4);
  if (digits != path.npos) {
    path.replace(digits, path.find_first_not_of("0123456789", digits) - digits, "{id}");
  }
  return path;
}

class ApiTest : public testing::Test {
 protected:
  json::value GetJson(std::string_view target) {
    const Reply reply = server_.Get(target);
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body;
    EXPECT_EQ(reply.Header("Content-Type"), "application/json");
    json::value value = json::parse(reply.body);
    EXPECT_EQ(Schema().Check(Described(target), "get", value), "") << target;
    return value;
  }

  json::value Import(std::string_view name, std::string_view bytes) {
    const Reply reply = server_.Post(fmt::format("/api/v1/imports?name={}", name), bytes);
    EXPECT_EQ(reply.status, 200) << reply.body;
    json::value value = json::parse(reply.body);
    EXPECT_EQ(Schema().Check("/api/v1/imports", "post", value), "");
    return value;
  }

  TestServer server_;
};

TEST_F(ApiTest, AnswersForAnEmptyCasebook) {
  EXPECT_EQ(GetJson("/api/v1/casebook").at("counts").at("documents"), 0);
  EXPECT_EQ(GetJson("/api/v1/documents").at("total"), 0);
  EXPECT_EQ(GetJson("/api/v1/statements?q=ferry").at("total"), 0);
  EXPECT_TRUE(GetJson("/api/v1/speakers").as_array().empty());
  EXPECT_TRUE(GetJson("/api/v1/failures").as_array().empty());
  EXPECT_TRUE(GetJson("/api/v1/facets").at("month").as_array().empty());
}

TEST_F(ApiTest, FindsWhatWasImported) {
  const json::value imported = Import("ferry%20news.txt", kReport);
  const json::value& outcome = imported.at("outcomes").at(0);
  EXPECT_EQ(outcome.at("address"), "ferry news.txt");
  EXPECT_EQ(outcome.at("outcome"), "text");
  EXPECT_EQ(imported.at("counts").at("documents"), 1);

  const json::value found = GetJson("/api/v1/documents?q=ferries+-train");
  EXPECT_EQ(found.at("total"), 1);
  EXPECT_EQ(found.at("query").at("parsed"), "ferries -train");
  EXPECT_EQ(found.at("results").at(0).at("document"), outcome.at("document"));

  const json::value document = GetJson("/api/v1/documents/1");
  EXPECT_EQ(document.at("text"), kReport);
  EXPECT_EQ(document.at("publications").at(0).at("address"), "ferry news.txt");
  EXPECT_FALSE(document.at("statements").as_array().empty());

  const json::value statements = GetJson("/api/v1/statements?speaker=voss&about=line");
  ASSERT_EQ(statements.at("total"), 1);
  EXPECT_EQ(statements.at("results").at(0).at("kind"), "direct");
  EXPECT_EQ(GetJson("/api/v1/speakers?q=clar").at(0).at("name"), "Clara Voss");
  EXPECT_EQ(GetJson("/api/v1/facets?q=ferry").at("speaker").at(0).at("value"), "Clara Voss");

  const Reply original = server_.Get("/api/v1/documents/1/original");
  EXPECT_EQ(original.body, kReport);
  EXPECT_EQ(original.Header("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_TRUE(original.Header("Content-Security-Policy").starts_with("sandbox"));
}

TEST_F(ApiTest, ReadsTwiceAsOnce) {
  Import("a.txt", kReport);
  const json::value again = Import("a.txt", kReport);
  EXPECT_EQ(again.at("outcomes").at(0).at("outcome"), "known");
  EXPECT_EQ(again.at("counts").at("publications"), 1);
}

TEST_F(ApiTest, TakesTheGoodLinesOfAFileWithABadOne) {
  const json::value imported =
      Import("folder%2Fnews.jsonl",
             "{\"id\":\"1\",\"text\":\"The bridge opened.\",\"title\":\"Bridge\"}\n\n"
             "{\"id\":\"2\",\"text\":\n"
             "{\"id\":\"3\",\"text\":\"The bridge closed.\",\"date\":\"2024-06-01\"}\n");
  const json::array& outcomes = imported.at("outcomes").as_array();
  ASSERT_EQ(outcomes.size(), 3u);
  EXPECT_EQ(outcomes[0].at("outcome"), "text");
  EXPECT_EQ(outcomes[0].at("title"), "Bridge");
  EXPECT_EQ(outcomes[1].at("outcome"), "failed");
  EXPECT_EQ(outcomes[1].at("address"), "news.jsonl#3");
  EXPECT_EQ(outcomes[2].at("document"), 2);
  EXPECT_EQ(imported.at("counts").at("failures"), 1);
  EXPECT_EQ(GetJson("/api/v1/failures").at(0).at("address"), "news.jsonl#3");
}

TEST_F(ApiTest, ReportsAFileThatIsNotRead) {
  for (const std::string& bytes : {std::string(), std::string("\x7F"
                                                              "ELF\2\1\1\0\0\0\0\0",
                                                              12)}) {
    const json::value imported = Import("x.bin", bytes);
    EXPECT_EQ(imported.at("outcomes").at(0).at("outcome"), "failed");
    EXPECT_FALSE(imported.at("outcomes").at(0).at("reason").as_string().empty());
  }
}

TEST_F(ApiTest, ShowsHtmlOnlyAsAnAttachment) {
  Import("page.html",
         "<!doctype html><html><head><title>Dam</title></head><body><article><h1>Dam repaired</h1>"
         "<p>The dam in the upper valley was repaired before the winter storms came, officials "
         "said.</p><script>alert(1)</script></article></body></html>");
  const Reply original = server_.Get("/api/v1/documents/1/original");
  EXPECT_NE(original.body.find("<script>"), std::string::npos);
  EXPECT_TRUE(original.Header("Content-Disposition").starts_with("attachment"));
  EXPECT_TRUE(original.Header("Content-Security-Policy").starts_with("sandbox"));
  EXPECT_EQ(original.Header("X-Content-Type-Options"), "nosniff");
}

TEST_F(ApiTest, SaysWhyAQueryIsNotUnderstood) {
  for (const char* target : {"/api/v1/documents?q=(ferry", "/api/v1/statements?about=(ferry",
                             "/api/v1/statements?from=June"}) {
    const json::value found = GetJson(target);
    EXPECT_EQ(found.at("total"), 0);
    EXPECT_TRUE(found.at("query").at("error").is_string());
  }
  EXPECT_EQ(server_.Get("/api/v1/facets?q=(ferry").status, 400);
}

TEST_F(ApiTest, RefusesBadParameters) {
  for (const char* target :
       {"/api/v1/documents?limit=501", "/api/v1/documents?limit=-1", "/api/v1/documents?offset=x",
        "/api/v1/documents?sort=size", "/api/v1/speakers?limit=1e3", "/api/v1/documents?q=%FF",
        "/api/v1/documents?q=%4"}) {
    const Reply reply = server_.Get(target);
    EXPECT_EQ(reply.status, 400) << target;
    EXPECT_EQ(json::parse(reply.body).at("error").at("code"), "invalid_input") << target;
  }
}

TEST(Description, ListsEveryRouteAndNoOther) {
  std::set<std::string> described;
  for (const auto& [path, item] : Schema().description().at("paths").as_object()) {
    for (const auto& [method, operation] : item.as_object()) {
      described.insert(fmt::format("{} {}", std::string(method), std::string(path)));
    }
  }
  std::set<std::string> routed;
  for (const Route& route : Routes()) {
    routed.insert(fmt::format("{} {}", route.method == Method::kPost ? "post" : "get", route.path));
  }
  EXPECT_EQ(described, routed);
}

TEST_F(ApiTest, ServesItsDescription) {
  EXPECT_EQ(GetJson("/api/openapi.json"), Schema().description());
}

}  // namespace
}  // namespace afterword
