#include "ingest/read_item.h"

#include "ingest/html_article.h"
#include "ingest/json_line.h"
#include "ingest/plain_text.h"

namespace afterword {
namespace {

/// The last part of a path: the id of what was given none.
std::string FileName(const std::string& address) {
  return address.substr(address.find_last_of('/') + 1);
}

Result<Document> ReadBytes(const Item& item) {
  switch (item.format) {
    case Format::kPlainText: {
      Publication publication;
      publication.media_type = "text/plain";
      return ReadPlainText(item.bytes, std::move(publication));
    }
    case Format::kHtml: return ReadHtml(item.bytes, {});
    case Format::kJsonLine: return ReadJsonLine(item.bytes);
  }
  return Error{ErrorCode::kInternal, "unknown format"};
}

}  // namespace

Result<Document> ReadItem(const Item& item) {
  Document document = TRY(ReadBytes(item));
  document.publication.address = item.address;
  if (document.publication.id.empty()) document.publication.id = FileName(item.address);
  return document;
}

}  // namespace afterword
