// One document a line: {"id", "text" or "html", "title", "date", "publisher", "url"}.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/document.h"

namespace afterword {

/// Reads one line of JSONL. `text` is kept byte for byte; `html` is read as a page. What the line
/// states goes before what the text or page states. Other fields are ignored.
/// Errors: kInvalidInput (not a JSON object, with the place; neither text nor html; a field that
/// is not a string; a date that is none), and those of the text or page.
Result<Document> ReadJsonLine(std::string_view line);

}  // namespace afterword
