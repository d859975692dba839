// The parts of a plain text: headline, dateline, sub-headings, paragraphs, list items.
#pragma once

#include <string>

#include "base/result.h"
#include "record/document.h"

namespace afterword {

/// Reads `text` as a report that was given as text. The text is kept byte for byte; what can be
/// told of title, dateline, date and publisher is filled in where `publication` does not state it.
/// Errors: kInvalidInput (nothing but white space; NUL bytes; not UTF-8, with the first bad
/// byte's place); kLimitExceeded above kMaxTextBytes.
Result<Document> ReadPlainText(std::string text, Publication publication);

}  // namespace afterword
