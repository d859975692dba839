// From an item's bytes to a Document. A pure function of the bytes; safe from many threads.
#pragma once

#include "base/result.h"
#include "ingest/item.h"
#include "record/document.h"

namespace afterword {

/// Reads plain text (ingest/plain_text.h), HTML (ingest/html_article.h) or one line of JSONL
/// (ingest/json_line.h). Errors: kInvalidInput (empty, binary, not UTF-8 …), kLimitExceeded; the
/// message says what and where, without the address.
Result<Document> ReadItem(const Item& item);

}  // namespace afterword
