#include "ingest/read_item.h"

#include <string>
#include <utility>

#include "ingest/html_article.h"
#include "ingest/json_line.h"
#include "ingest/plain_text.h"

namespace afterword {
namespace {

/// The last part of a path: the id of what was given none.
std::string FileName(const std::string& address) {
  return address.substr(address.find_last_of('/') + 1);
}

}  // namespace

Result<Document> ReadBytes(Format format, std::string_view bytes) {
  switch (format) {
    case Format::kPlainText: {
      Publication publication;
      publication.media_type = "text/plain";
      return ReadPlainText(std::string(bytes), std::move(publication));
    }
    case Format::kHtml:
      return ReadHtml(bytes, {});
    case Format::kJsonLine:
      return ReadJsonLine(bytes);
  }
  return Error{ErrorCode::kInternal, "unknown format"};
}

void StateAddress(const Item& item, Document& document) {
  document.publication.address = item.address;
  if (document.publication.id.empty()) document.publication.id = FileName(item.address);
}

Result<Document> ReadItem(const Item& item) {
  Document document = TRY(ReadBytes(item.format, item.bytes));
  StateAddress(item, document);
  return document;
}

}  // namespace afterword
