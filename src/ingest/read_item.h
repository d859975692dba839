// From an item's bytes to a Document. A pure function of the bytes; safe from many threads.
#pragma once

#include <string_view>

#include "base/result.h"
#include "ingest/item.h"
#include "record/document.h"

namespace afterword {

/// Reads plain text (ingest/plain_text.h), HTML (ingest/html_article.h) or one line of JSONL
/// (ingest/json_line.h). Errors: kInvalidInput (empty, binary, not UTF-8 …), kLimitExceeded; the
/// message says what and where, without the address.
Result<Document> ReadItem(const Item& item);

/// As ReadItem, of bytes that have no address.
Result<Document> ReadBytes(Format format, std::string_view bytes);

/// Puts the address of `item` into what was read from it; its file's name is the id of what was
/// given none.
void StateAddress(const Item& item, Document& document);

}  // namespace afterword
