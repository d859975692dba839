#include "ingest/sandbox_worker.h"

#include <fmt/core.h>
#include <malloc.h>
#include <unistd.h>

#include <array>
#include <exception>
#include <new>
#include <string>

#include "base/limits.h"
#include "ingest/read_item.h"
#include "ingest/sandbox_channel.h"
#include "ingest/sandbox_confine.h"
#include "record/wire.h"

namespace afterword {
namespace {

/// A buffer larger than this is given back after the request.
constexpr size_t kKeptBytes = 4u << 20;
/// So is what is free at the top of the heap, and what was larger from the beginning.
constexpr int kKeptHeapBytes = 32 << 20;

Result<Document> ReadSafely(const ReaderRequest& request, const ReadBytesFunction& read_bytes) {
  try {
    return read_bytes(request.format, request.bytes);
  } catch (const std::bad_alloc&) {
    _exit(kReaderOutOfMemory);
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kInternal, fmt::format("could not be read: {}", exception.what())};
  }
}

/// Reads a small document of every format and family of charsets, so that tables, patterns,
/// converters and lazily bound functions are in memory before files can no longer be opened.
void WarmUp() {
  constexpr std::array<std::string_view, 9> kCharsets{"utf-8",     "iso-8859-1", "windows-1251",
                                                      "koi8-r",    "gbk",        "big5",
                                                      "shift_jis", "euc-kr",     "iso-2022-jp"};
  constexpr std::string_view kBody =
      "<title>Bridge holds | Coast Wire</title><meta property=\"article:published_time\" "
      "content=\"2024-06-06T11:00:00Z\"><script type=\"application/ld+json\">{\"@type\":"
      "\"NewsArticle\",\"author\":{\"name\":\"Anna Berg\"}}</script><h1>Bridge holds</h1>"
      "<p>By Anna Berg, 6 June 2024. The bridge holds, the engineer said on Thursday.</p>"
      "<p>She denied that money was short \xE9\xE8 and that the river was rising.</p>";
  for (const std::string_view charset : kCharsets) {
    const std::string page = fmt::format("<meta charset=\"{}\">{}", charset, kBody);
    // What these pages say is of no interest.
    static_cast<void>(ReadBytes(Format::kHtml, page).ok());
  }
  static_cast<void>(ReadBytes(Format::kHtml, std::string_view("\xFF\xFE<\0p\0>\0.\0", 10)).ok());
  static_cast<void>(ReadBytes(Format::kJsonLine, "{\"html\":\"<p>x</p>\"}").ok());
  static_cast<void>(
      ReadBytes(Format::kJsonLine, "{\"text\":\"LUNDE, 6 June (AP) \\u2014 x\"}").ok());
  static_cast<void>(ReadBytes(Format::kJsonLine, "{\"text\":1.5,").ok());
}

/// Memory that one document needed is kept for the next, as the kernel clears every page that it
/// gives anew: that halves what the sandbox costs.
void KeepMemory() {
  mallopt(M_MMAP_THRESHOLD, kKeptHeapBytes);
  mallopt(M_TRIM_THRESHOLD, kKeptHeapBytes);
}

}  // namespace

void RunWorker(int channel, const ReadBytesFunction& read_bytes) {
  KeepOnly(channel);
  KeepMemory();
  // Twice the life that the program gives it: what is left to itself ends some time.
  if (!Confine({kMaxReaderBytes, 2 * kMaxReaderLifeSeconds}).ok()) _exit(kReaderUnconfined);
  // Also where a library would catch the exception and go on with less.
  std::set_new_handler([] { _exit(kReaderOutOfMemory); });
  // From here on this process can do nothing but compute and answer.
  ReaderRequest request;
  while (ReceiveRequest(STDIN_FILENO, request)) {
    const std::string answer = EncodeAnswer(ReadSafely(request, read_bytes), request.bytes);
    if (!SendAnswer(STDIN_FILENO, answer)) break;
    if (request.bytes.capacity() > kKeptBytes) request = {};
  }
  _exit(0);
}

void RunIfReaderWorker(int count, const char* const* arguments) {
  if (count < 2 || std::string_view(arguments[1]) != kReaderArgument) return;
  WarmUp();
  RunWorker(STDIN_FILENO, ReadBytes);
}

}  // namespace afterword
