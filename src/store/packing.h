// Spans as few bytes: what SQLite would store as rows of integers.
//
// A list of n ordered, disjoint spans is n, then for each the gap since the end of the one before
// and its size, as varints: two bytes for most sentences, where two 32-bit numbers take eight.
//
//   spans       version  list
//   layout      version  blocks: n, n × kind, list without n   sentences: list
//   statement   version  base  source: list  cue: list  content: list    (all relative to base)
//
// The first byte is the version of the form. What is read may come from a damaged or forged file:
// Unpack… accept exactly the bytes that Pack… makes of spans in a text of `text_bytes`, and
// answer kCorrupt to all others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "record/document.h"

namespace afterword {

struct Layout {
  std::vector<Block> blocks;
  std::vector<Span> sentences;
};

struct StatementSpans {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
};

/// Each list must be ordered and disjoint; a statement's three may lie across each other.
std::string PackSpans(const std::vector<Span>& spans);
std::string PackLayout(const Layout& layout);
std::string PackStatement(const StatementSpans& statement);

Result<std::vector<Span>> UnpackSpans(std::string_view bytes, size_t text_bytes);
Result<Layout> UnpackLayout(std::string_view bytes, size_t text_bytes);
Result<StatementSpans> UnpackStatement(std::string_view bytes, size_t text_bytes);

}  // namespace afterword
