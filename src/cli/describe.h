// A report and what was found in it, for a person to read on a terminal.
#pragma once

#include <string>

#include "record/analysis.h"
#include "record/document.h"

namespace afterword {

/// Title, where it is from, and every statement with its speaker and the sentence it stands in.
std::string Describe(const Document& document, const Analysis& analysis);

/// The fragments of `spans` as one line, joined by " … ".
std::string Quote(std::string_view text, const std::vector<Span>& spans);

/// The whole sentences that `statement` stands in, as one line.
std::string SentenceOf(std::string_view text, const Analysis& analysis, const Statement& statement);

}  // namespace afterword
