// bench_html FOLDER [ROUNDS]: pages a second of processor time, of all files in FOLDER: bytes to
// the article with its metadata. Prints the whole and the parts.
#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "base/file.h"
#include "ingest/charset.h"
#include "ingest/html_article.h"
#include "ingest/html_blocks.h"
#include "ingest/html_metadata.h"
#include "ingest/html_scorer.h"

namespace afterword {
namespace {

struct Pages {
  std::vector<std::string> bytes;
  size_t total_bytes = 0;
};

Pages ReadPages(const std::string& folder) {
  Pages pages;
  for (const FoundFile& file : ListFiles({folder}).files) {
    auto bytes = ReadFile(file.path, size_t{1} << 28);
    if (!bytes.ok()) continue;
    pages.total_bytes += bytes.value().size();
    pages.bytes.push_back(std::move(bytes).value());
  }
  return pages;
}

void Measure(const char* name, const Pages& pages,
             const std::function<void(const std::string&)>& run) {
  const std::clock_t begin = std::clock();
  for (const std::string& page : pages.bytes) run(page);
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  fmt::print("{:<10} {:>8.0f} pages/s {:>8.1f} MB/s {:>8.0f} us/page\n", name,
             static_cast<double>(pages.bytes.size()) / seconds,
             static_cast<double>(pages.total_bytes) / 1e6 / seconds,
             1e6 * seconds / static_cast<double>(pages.bytes.size()));
}

void MeasureParts(const Pages& pages) {
  Measure("charset", pages, [](const std::string& page) {
    static_cast<void>(ToUtf8(page, CharsetDeclaredInHtml(page)));
  });
  Measure("+ parse", pages, [](const std::string& page) {
    static_cast<void>(HtmlTree::Parse(ToUtf8(page, CharsetDeclaredInHtml(page)).value()));
  });
  Measure("+ blocks", pages, [](const std::string& page) {
    const auto tree = HtmlTree::Parse(ToUtf8(page, CharsetDeclaredInHtml(page)).value());
    if (tree.ok()) static_cast<void>(SplitBlocks(tree.value()));
  });
  Measure("all", pages, [](const std::string& page) { static_cast<void>(ReadHtml(page, {})); });
}

}  // namespace
}  // namespace afterword

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_html FOLDER [ROUNDS]\n");
    return 2;
  }
  const afterword::Pages pages = afterword::ReadPages(argv[1]);
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 1;
  fmt::print("{} pages, {:.1f} kB each\n", pages.bytes.size(),
             static_cast<double>(pages.total_bytes) / 1e3 /
                 static_cast<double>(std::max<size_t>(pages.bytes.size(), 1)));
  for (int round = 0; round < rounds; ++round) afterword::MeasureParts(pages);
  return 0;
}
