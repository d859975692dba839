#include "server/page_files.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <string>
#include <utility>
#include <vector>

#include "server/gzip.h"
#include "server/tar_files.h"

namespace afterword {
namespace {

std::string TarOf(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string archive;
  for (const auto& [name, bytes] : files) {
    std::string header = name;
    header.resize(512, '\0');
    std::string size(11, '0');
    size_t rest = bytes.size();
    for (size_t digit = size.size(); rest > 0; rest /= 8) {
      size[--digit] = static_cast<char>('0' + rest % 8);
    }
    header.replace(124, size.size(), size);
    header[156] = name.ends_with('/') ? '5' : '0';
    archive += header + bytes;
    archive.resize((archive.size() + 511) / 512 * 512, '\0');
  }
  return archive + std::string(1024, '\0');
}

std::string Gunzip(const std::string& member) {
  std::string bytes(100'000, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(member.data()));
  stream.avail_in = static_cast<uInt>(member.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  bytes.resize(stream.total_out);
  inflateEnd(&stream);
  return bytes;
}

TEST(ReadTar, GivesFilesInOrder) {
  const std::string archive =
      TarOf({{"a/", ""}, {"./a/b.txt", "text"}, {"c", std::string(600, 'x')}});
  const auto files = ReadTar(archive);
  ASSERT_TRUE(files.ok()) << files.error().message;
  ASSERT_EQ(files.value().size(), 2u);
  EXPECT_EQ(files.value()[0].name, "a/b.txt");
  EXPECT_EQ(files.value()[0].bytes, "text");
  EXPECT_EQ(files.value()[1].bytes, std::string(600, 'x'));
  EXPECT_TRUE(ReadTar("").value().empty());
}

TEST(ReadTar, RefusesWhatIsDamaged) {
  std::string archive = TarOf({{"a", std::string(600, 'x')}});
  EXPECT_FALSE(ReadTar(archive.substr(0, 700)).ok());
  archive[130] = '9';
  EXPECT_FALSE(ReadTar(archive).ok());
  std::string link = TarOf({{"a", ""}});
  link[156] = '2';
  EXPECT_FALSE(ReadTar(link).ok());
}

TEST(Gzip, ComesBackWhole) {
  for (const std::string& bytes : {std::string(), std::string("a"), std::string(50'000, 'x')}) {
    EXPECT_EQ(Gunzip(Gzip(bytes)), bytes);
  }
}

class PageFilesTest : public testing::Test {
 protected:
  Response Get(std::string path, std::vector<HeaderField> headers = {}) const {
    Request request;
    request.path = std::move(path);
    request.headers = std::move(headers);
    return page_.Answer(request);
  }
  static std::string Header(const Response& response, std::string_view name) {
    for (const HeaderField& header : response.headers) {
      if (header.name == name) return header.value;
    }
    return {};
  }

  const std::string script_ = "let a = 1; " + std::string(1000, 'a');
  const std::string archive_ =
      TarOf({{"index.html", "<!doctype html>"}, {"assets/index-Ab1.js", script_}});
  const PageFiles page_ = PageFiles::Open(archive_).value();
};

TEST_F(PageFilesTest, GivesThePageUnderEveryViewsAddress) {
  for (const char* path : {"/", "/index.html", "/library", "/read/12", "/said"}) {
    const Response response = Get(path);
    EXPECT_EQ(response.status, 200) << path;
    EXPECT_EQ(response.body, "<!doctype html>") << path;
    EXPECT_EQ(response.content_type, "text/html; charset=utf-8") << path;
    EXPECT_EQ(Header(response, "Cache-Control"), "no-cache") << path;
  }
}

TEST_F(PageFilesTest, GivesNothingElse) {
  for (const char* path :
       {"/assets/other.js", "/favicon.ico", "/assets/../index.html", "/../index", "/assets/.."}) {
    EXPECT_EQ(Get(path).status, 404) << path;
  }
}

TEST_F(PageFilesTest, LetsNamedVersionsBeKept) {
  const Response response = Get("/assets/index-Ab1.js");
  EXPECT_EQ(response.body, script_);
  EXPECT_EQ(response.content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(Header(response, "Cache-Control"), "public, max-age=31536000, immutable");
}

TEST_F(PageFilesTest, CompressesForWhoTakesIt) {
  for (const char* accepted : {"gzip", "br, gzip;q=0.5", "deflate,  gzip , br"}) {
    const Response response = Get("/assets/index-Ab1.js", {{"Accept-Encoding", accepted}});
    EXPECT_EQ(Header(response, "Content-Encoding"), "gzip") << accepted;
    EXPECT_LT(response.body.size(), script_.size());
    EXPECT_EQ(Gunzip(response.body), script_);
  }
  for (const char* accepted : {"", "br", "gzip;q=0", "xgzip"}) {
    const Response response = Get("/assets/index-Ab1.js", {{"Accept-Encoding", accepted}});
    EXPECT_EQ(Header(response, "Content-Encoding"), "") << accepted;
    EXPECT_EQ(response.body, script_);
  }
}

TEST_F(PageFilesTest, SendsNothingTwice) {
  const std::string etag = Header(Get("/"), "ETag");
  EXPECT_FALSE(etag.empty());
  const Response again = Get("/", {{"If-None-Match", "\"other\", " + etag}});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ(Get("/", {{"If-None-Match", "\"other\""}}).status, 200);
}

TEST(PageFiles, SaysThatItWasNotBuilt) {
  const PageFiles page = PageFiles::Open("").value();
  Request request;
  request.path = "/";
  EXPECT_EQ(page.Answer(request).status, 200);
  EXPECT_NE(page.Answer(request).body.find("without its page"), std::string::npos);
  request.path = "/assets/index.js";
  EXPECT_EQ(page.Answer(request).status, 404);
}

}  // namespace
}  // namespace afterword
