// Strings as they stand in markup, made plain.
#pragma once

#include <string>
#include <string_view>

#include "ingest/html_tree.h"

namespace afterword {

/// ASCII letters in lower case; other bytes as they are.
std::string LowerAscii(std::string_view text);

/// `text` without white space (ASCII, no-break) at its ends, inner runs as one space.
std::string CollapseWhiteSpace(std::string_view text);

/// A value of JSON-LD or of a meta tag as text: tags are dropped, character references resolved
/// (also those that were escaped twice), white space collapsed.
std::string PlainText(std::string_view value);

/// The text below a node, tags dropped, white space collapsed; stops after `max_bytes`.
std::string TextBelow(const HtmlTree& tree, uint32_t node, size_t max_bytes);

/// Letters and digits only, lower case (ASCII), so that two spellings of a title compare equal.
std::string LettersOnly(std::string_view text);

/// True if `text` has `word` between non-letters; both in lower case.
bool HasWord(std::string_view text, std::string_view word);

}  // namespace afterword
