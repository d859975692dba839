// The parts of a query that ask for words, in the language of SQLite's full-text index.
#pragma once

#include <optional>
#include <string>

#include "search/query.h"

namespace afterword {

/// Which index: document_words (title and text) or statement_words (content).
enum class WordIndex { kDocuments, kStatements };

/// An FTS5 expression that finds what `clause` asks for; every word in it is quoted, so nothing
/// typed is read as an operator. Absent if `clause` asks for more than words, or for words only
/// by their absence, which the index cannot find.
std::optional<std::string> MatchExpression(const Clause& clause, WordIndex index);

/// A query cut in two: what the index finds and ranks, and what is to be checked besides.
struct SplitQuery {
  std::optional<std::string> match;
  Clause rest;
};

/// `query` asks for both parts together.
SplitQuery SplitWords(const Clause& query, WordIndex index);

}  // namespace afterword
