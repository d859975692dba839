#include "analyse/reading.h"

#include <algorithm>

#include "text/character.h"
#include "text/sentence.h"

namespace afterword {
namespace {

/// Paragraphs between blank lines, without white space at their ends.
std::vector<Block> Paragraphs(std::string_view text) {
  std::vector<Block> blocks;
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  size_t begin = text.find_first_not_of(kSpace);
  while (begin != std::string_view::npos) {
    size_t line_end = text.find('\n', begin);
    size_t next = std::string_view::npos;
    while (line_end != std::string_view::npos) {
      next = text.find_first_not_of(" \t\r\f\v", line_end + 1);
      if (next == std::string_view::npos || text[next] == '\n') break;
      line_end = text.find('\n', next);
    }
    const std::string_view part = text.substr(begin, line_end - begin);
    const size_t size = part.find_last_not_of(kSpace) + 1;
    blocks.push_back({BlockKind::kParagraph, MakeSpan(begin, begin + size)});
    if (line_end == std::string_view::npos) break;
    begin = text.find_first_not_of(kSpace, line_end);
  }
  return blocks;
}

std::vector<uint32_t> IndexOf(const std::vector<TokenRange>& ranges, size_t tokens) {
  std::vector<uint32_t> index(tokens, kNoIndex);
  for (uint32_t i = 0; i < ranges.size(); ++i) {
    std::fill(index.begin() + ranges[i].begin, index.begin() + ranges[i].end, i);
  }
  return index;
}

std::vector<uint32_t> QuotationOf(const std::vector<Quotation>& quotations, size_t tokens) {
  std::vector<uint32_t> index(tokens, kNoIndex);
  for (uint32_t i = 0; i < quotations.size(); ++i) {
    if (quotations[i].level > 0) continue;
    const TokenRange range = quotations[i].tokens;
    std::fill(index.begin() + range.begin, index.begin() + range.end, i);
  }
  return index;
}

}  // namespace

bool Reading::IsDash(uint32_t i) const {
  const std::string_view mark = TextOf(i);
  return mark == "--" || mark == "\u2013" || mark == "\u2014" || mark == "\u2015" || mark == "-";
}

bool Reading::IsProse(uint32_t block) const {
  const BlockKind kind = blocks[block].kind;
  return kind == BlockKind::kParagraph || kind == BlockKind::kListItem ||
         kind == BlockKind::kQuotation;
}

uint32_t Reading::TokenAt(uint32_t offset) const {
  const auto& tokens = tokenised.tokens;
  const auto found =
      std::partition_point(tokens.begin(), tokens.end(),
                           [offset](const Token& token) { return token.span.begin < offset; });
  return static_cast<uint32_t>(found - tokens.begin());
}

Reading Read(const Document& document) {
  Reading reading;
  reading.text = document.text;
  reading.blocks = document.blocks.empty() ? Paragraphs(document.text) : document.blocks;
  std::vector<Span> spans;
  spans.reserve(reading.blocks.size());
  for (const Block& block : reading.blocks) spans.push_back(block.span);
  reading.tokenised = Tokenise(reading.text, spans);

  reading.words.reserve(reading.size());
  for (const Token& token : reading.tokenised.tokens) {
    static const Word kNoWord;
    reading.words.push_back(
        token.kind == TokenClass::kWord ? LookUp(Slice(reading.text, token.span)) : &kNoWord);
  }
  reading.sentences = SplitSentences(reading.text, reading.tokenised);
  reading.quotations = FindQuotations(reading.text, reading.tokenised);
  reading.sentence_of = IndexOf(reading.sentences, reading.size());
  reading.block_of = IndexOf(reading.tokenised.blocks, reading.size());
  reading.quotation_of = QuotationOf(reading.quotations, reading.size());
  return reading;
}

}  // namespace afterword
