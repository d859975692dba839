// Any bytes as a page: the reader must answer, and what it gives must hold together.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/html_article.h"
#include "text/utf8.h"

namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

void CheckDocument(const afterword::Document& document) {
  Check(afterword::IsValidUtf8(document.text));
  Check(!document.blocks.empty());
  uint32_t end = 0;
  for (const afterword::Block& block : document.blocks) {
    Check(block.span.begin >= end && block.span.begin < block.span.end);
    Check(block.span.end <= document.text.size());
    Check(afterword::IsUtf8Boundary(document.text, block.span.begin));
    Check(afterword::IsUtf8Boundary(document.text, block.span.end));
    end = block.span.end;
  }
  Check(afterword::IsValidUtf8(document.publication.title));
  for (const auto& author : document.publication.authors) Check(afterword::IsValidUtf8(author));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = afterword::ReadHtml(bytes, {});
  if (document.ok()) CheckDocument(document.value());
  return 0;
}
