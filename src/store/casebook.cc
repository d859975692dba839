#include "store/casebook.h"

#include <fmt/core.h>

#include "base/compress.h"
#include "base/limits.h"
#include "store/batch_writer.h"
#include "store/load_document.h"
#include "store/remove.h"
#include "store/schema.h"

namespace afterword {
namespace {

// How the connection that writes is set.
constexpr const char* kWriterSettings =
    // Pages kept in memory: the upper levels of every tree, and the newest segments of the index.
    "PRAGMA cache_size = -65536;"
    // The log goes to the file in steps of 32 MB: fewer writes of pages that change often.
    "PRAGMA wal_autocheckpoint = 4096;"
    "PRAGMA journal_size_limit = 67108864;";

}  // namespace

Casebook::Casebook(Database database, Clock clock)
    : database_(std::move(database)), clock_(std::move(clock)) {}
Casebook::Casebook(Casebook&&) noexcept = default;
Casebook& Casebook::operator=(Casebook&&) noexcept = default;
Casebook::~Casebook() = default;

Result<Casebook> Casebook::Open(const std::string& path, OpenMode mode, Clock clock) {
  Database database = TRY(Database::Open(path, mode));
  TRY(BringSchemaUpToDate(database));
  if (!database.read_only()) {
    TRY(database.Execute(kWriterSettings));
    // A removal that was stopped half-way is brought to its end. If that cannot be now, it is
    // tried again at the next opening.
    (void)EraseRemoved(database);
  }
  return Casebook(std::move(database), std::move(clock));
}

Result<std::vector<Added>> Casebook::Add(std::span<const PackedReading> readings,
                                         std::span<const UnreadInput> unread) {
  if (writer_ == nullptr) {
    writer_ = std::make_unique<BatchWriter>(TRY(BatchWriter::Prepare(database_)));
  }
  return writer_->Write(database_, {readings, unread, Now()});
}

Result<bool> Casebook::Knows(const Digest& text) {
  if (knows_ == nullptr) {
    knows_ = std::make_unique<Query>(
        TRY(database_.Prepare("SELECT EXISTS (SELECT 1 FROM document WHERE digest = ?1) "
                              "OR EXISTS (SELECT 1 FROM tombstone WHERE digest = ?1)")));
  }
  knows_->BindBlob(1, Bytes(text));
  return TRY(knows_->FirstInt()) == 1;
}

Result<std::vector<Failure>> Casebook::Failures() {
  Query query = TRY(
      database_.Prepare("SELECT address, reason, failed_at FROM failure ORDER BY failed_at, id"));
  std::vector<Failure> failures;
  while (TRY(query.Step())) {
    failures.push_back(
        {std::string(query.Text(0)), std::string(query.Text(1)), std::string(query.Text(2))});
  }
  return failures;
}

Result<StoredDocument> Casebook::Load(DocumentId id) {
  Result<StoredDocument> stored = LoadDocument(database_, id);
  if (stored.ok()) return stored;
  return Error{stored.error().code, fmt::format("document {}: {}", id, stored.error().message)};
}

Result<std::pair<std::string, std::string>> Casebook::Original(DocumentId id) {
  Query row = TRY(database_.Prepare(
      "SELECT original.bytes, publication.media_type FROM publication JOIN original "
      "ON original.id = publication.original WHERE publication.document = ? "
      "ORDER BY published IS NULL, published, publication.id LIMIT 1"));
  row.Bind(1, id);
  if (TRY(row.Step())) {
    return std::pair(TRY(Decompress(row.Blob(0), kMaxInputBytes)), std::string(row.Text(1)));
  }
  StoredDocument stored = TRY(Load(id));
  std::string& media_type = stored.document.publication.media_type;
  if (media_type.empty()) media_type = "text/plain";
  return std::pair(std::move(stored.document.text), std::move(media_type));
}

Result<CasebookCounts> Casebook::Counts() {
  Query query = TRY(database_.Prepare(
      "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM publication), "
      "(SELECT count(*) FROM statement), (SELECT count(*) FROM failure), "
      "(SELECT count(*) FROM tombstone)"));
  TRY(query.Step());
  return CasebookCounts{query.Int(0), query.Int(1), query.Int(2), query.Int(3), query.Int(4)};
}

}  // namespace afterword
