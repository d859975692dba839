// From what a person names to the document that is meant.

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "store/casebook.h"

namespace afterword {
namespace {

constexpr size_t kMinDigestDigits = 8;
// Enough to tell that there are several, and to name them.
constexpr std::string_view kDistinct = " LIMIT 10";

Result<std::vector<DocumentId>> Documents(Query query) {
  std::vector<DocumentId> documents;
  while (TRY(query.Step())) documents.push_back(query.Int(0));
  return documents;
}

Result<std::vector<DocumentId>> ById(Database& database, const std::string& reference) {
  DocumentId id = 0;
  const char* end = reference.data() + reference.size();
  const auto [stop, failed] = std::from_chars(reference.data(), end, id);
  if (failed != std::errc() || stop != end) return std::vector<DocumentId>();
  Query query = TRY(database.Prepare("SELECT id FROM document WHERE id = ?"));
  query.Bind(1, id);
  return Documents(std::move(query));
}

Result<std::vector<DocumentId>> ByGivenId(Database& database, const std::string& reference) {
  Query query = TRY(database.Prepare(fmt::format(
      "SELECT DISTINCT document FROM publication WHERE given_id = ? ORDER BY document{}",
      kDistinct)));
  query.Bind(1, reference);
  return Documents(std::move(query));
}

Result<std::vector<DocumentId>> ByDigest(Database& database, const std::string& reference) {
  std::string first = reference;
  std::string last = reference;
  if (reference.size() < kMinDigestDigits) return std::vector<DocumentId>();
  first.resize(std::max<size_t>(first.size(), 64), '0');
  last.resize(std::max<size_t>(last.size(), 64), 'f');
  const std::optional<Digest> low = DigestFromHex(first);
  const std::optional<Digest> high = DigestFromHex(last);
  if (!low || !high) return std::vector<DocumentId>();
  Query query = TRY(database.Prepare(fmt::format(
      "SELECT id FROM document WHERE digest BETWEEN ? AND ? ORDER BY id{}", kDistinct)));
  query.BindBlob(1, Bytes(*low));
  query.BindBlob(2, Bytes(*high));
  return Documents(std::move(query));
}

}  // namespace

Result<DocumentId> Casebook::DocumentOf(StatementId statement) {
  Query query = TRY(database_.Prepare("SELECT document FROM statement WHERE id = ?"));
  query.Bind(1, statement);
  const auto document = TRY(query.FirstInt());
  if (!document) return Error{ErrorCode::kNotFound, fmt::format("no statement {}", statement)};
  return *document;
}

Result<DocumentId> Casebook::Find(const std::string& reference) {
  // The first reading of `reference` that leads somewhere is taken.
  for (const auto by : {&ById, &ByGivenId, &ByDigest}) {
    const std::vector<DocumentId> found = TRY(by(database_, reference));
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
      return Error{ErrorCode::kInvalidInput, fmt::format("{}: several documents are meant: {}",
                                                         reference, fmt::join(found, ", "))};
    }
  }
  return Error{ErrorCode::kNotFound, fmt::format("no document {}", reference)};
}

}  // namespace afterword
