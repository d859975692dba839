// Tokens, sentences and quotations of any text: what must hold however broken it is. Blocks are
// its lines, so that paragraph-continued quotations are met too.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/quotation.h"
#include "text/sentence.h"
#include "text/token.h"
#include "text/utf8.h"

namespace afterword {
namespace {

void Check(bool holds) {
  if (!holds) __builtin_trap();
}

std::vector<Span> Lines(std::string_view text) {
  std::vector<Span> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(MakeSpan(begin, end));
    begin = end + 1;
  }
  return lines;
}

void CheckTokens(std::string_view text, const TokenisedText& tokenised) {
  const bool valid = IsValidUtf8(text);
  uint32_t end = 0;
  for (const Token& token : tokenised.tokens) {
    Check(end <= token.span.begin && token.span.begin < token.span.end);
    Check(token.span.end <= text.size());
    Check(!valid ||
          (IsUtf8Boundary(text, token.span.begin) && IsUtf8Boundary(text, token.span.end)));
    end = token.span.end;
  }
}

void CheckSentences(const TokenisedText& tokenised, const std::vector<TokenRange>& sentences) {
  uint32_t next = 0;
  for (const TokenRange sentence : sentences) {
    Check(sentence.begin == next && sentence.begin < sentence.end);
    next = sentence.end;
  }
  Check(next == tokenised.tokens.size());
}

void CheckQuotations(const TokenisedText& tokenised, const std::vector<Quotation>& quotations) {
  std::vector<uint32_t> ends;
  size_t block = 0;
  for (const Quotation& quotation : quotations) {
    const TokenRange range = quotation.tokens;
    while (!ends.empty() && ends.back() <= range.begin) ends.pop_back();
    Check(ends.empty() || range.end <= ends.back());
    Check(!quotation.inner().empty());
    ends.push_back(range.end);
    while (tokenised.blocks[block].end <= range.begin) ++block;
    Check(tokenised.blocks[block].begin <= range.begin && range.end <= tokenised.blocks[block].end);
  }
}

}  // namespace
}  // namespace afterword

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace afterword;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const TokenisedText tokenised = Tokenise(text, Lines(text));
  CheckTokens(text, tokenised);
  CheckSentences(tokenised, SplitSentences(text, tokenised));
  CheckQuotations(tokenised, FindQuotations(text, tokenised));
  return 0;
}
