// The reader's process as it is: the test binary started anew, confined, reading real bytes.
#include "ingest/sandbox_worker.h"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <string>
#include <thread>
#include <vector>

#include "ingest/read_item.h"
#include "ingest/sandbox_pool.h"
#include "reader_worker_main.h"
#include "record/wire.h"

namespace afterword {
namespace {

Item Page(std::string_view charset, std::string_view words) {
  return {"a/page.html", Format::kHtml,
          fmt::format("<meta charset=\"{}\"><title>{}</title><h1>Bridge holds</h1>"
                      "<p>By Anna Berg, 6 June 2024</p><p>The bridge holds, {}.</p>",
                      charset, words, words)};
}

/// Everything but the address, comparable.
std::string Dump(const Result<Document>& document) { return EncodeAnswer(document, {}); }

TEST(ReaderWorker, ReadsEveryCharsetAsThisProcessDoes) {
  SandboxedReader reader;
  ASSERT_GT(ucnv_countAvailable(), 100);
  for (int i = 0; i < ucnv_countAvailable(); ++i) {
    const Item item = Page(ucnv_getAvailableName(i), "\xE4\xB8\xAD\xA4\xA4\xD0\xC2\x82\xA0");
    EXPECT_EQ(Dump(reader.Read(item)), Dump(ReadItem(item))) << ucnv_getAvailableName(i);
  }
}

TEST(ReaderWorker, ReadsLinesAsThisProcessDoes) {
  SandboxedReader reader;
  for (const char* line : {R"({"id":"x","text":"The river fell.","date":"2024-06-06"})",
                           R"({"html":"<p>The river fell.</p>","title":"River"})", "{broken",
                           R"({"text":""})", R"({"text":"a\u0000b"})"}) {
    const Item item{"n.jsonl#1", Format::kJsonLine, line};
    EXPECT_EQ(Dump(reader.Read(item)), Dump(ReadItem(item))) << line;
  }
}

TEST(SandboxedReaders, ServeManyThreads) {
  SandboxedReaders readers;
  std::vector<std::jthread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&readers, thread] {
      for (int i = 0; i < 100; ++i) {
        const std::string text = fmt::format("line {} of thread {}", i, thread);
        const auto document =
            readers.Read({"n.jsonl", Format::kJsonLine, fmt::format("{{\"text\":\"{}\"}}", text)});
        ASSERT_TRUE(document.ok());
        EXPECT_EQ(document.value().text, text);
      }
    });
  }
}

}  // namespace
}  // namespace afterword
