// Answers of a reader's worker that was taken over: whatever bytes come, what is decoded keeps the
// contract of record/document.h, and is the same after another round trip.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "record/wire.h"
#include "text/utf8.h"

namespace afterword {
namespace {

constexpr std::string_view kSent = "sent";

void Check(bool holds) {
  if (!holds) __builtin_trap();
}

void CheckDocument(const Document& document) {
  Check(IsValidUtf8(document.text));
  Check(document.digest == Sha256(document.text));
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    Check(end <= block.span.begin && block.span.begin <= block.span.end);
    Check(block.span.end <= document.text.size());
    Check(IsUtf8Boundary(document.text, block.span.begin));
    Check(IsUtf8Boundary(document.text, block.span.end));
    Check(!Name(block.kind).empty());
    end = block.span.end;
  }
}

std::string EncodeAgain(const ReaderAnswer& answer) {
  if (const auto* error = std::get_if<Error>(&answer)) return EncodeAnswer(*error, kSent);
  return EncodeAnswer(std::get<Document>(answer), kSent);
}

}  // namespace
}  // namespace afterword

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace afterword;
  const auto answer = DecodeAnswer({reinterpret_cast<const char*>(data), size}, kSent);
  if (!answer.ok()) return 0;
  if (const auto* document = std::get_if<Document>(&answer.value())) CheckDocument(*document);
  const std::string encoded = EncodeAgain(answer.value());
  const auto again = DecodeAnswer(encoded, kSent);
  Check(again.ok() && EncodeAgain(again.value()) == encoded);
  return 0;
}
