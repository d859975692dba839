// The one place where texts enter the tables. Its queries are prepared once and kept: a document
// of twenty statements takes some seventy of them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "store/casebook.h"
#include "store/database.h"
#include "store/packed_reading.h"

namespace afterword {

struct Batch {
  std::span<const PackedReading> readings;
  std::span<const UnreadInput> unread;
  std::string read_at;
};

class BatchWriter {
 public:
  static Result<BatchWriter> Prepare(Database& database);

  /// Writes all of `batch` in one transaction; see Casebook::Add.
  Result<std::vector<Added>> Write(Database& database, const Batch& batch);

 private:
  struct Queries {
    Query is_removed, find_document, find_publication, find_original, find_actor, titles;
    Query insert_document, insert_publication, insert_original, insert_actor;
    Query insert_entity, insert_statement;
    Query index_document, unindex_document, index_statement;
    Query forget_failure, note_failure;
  };
  /// A document that appeared under one more title, and those it is indexed under.
  struct Retitled {
    std::vector<std::string> titles;
    const PackedReading* reading;
  };

  explicit BatchWriter(Queries queries) : queries_(std::move(queries)) {}

  Result<Added> WriteOne(const PackedReading& reading);
  Result<DocumentId> InsertDocument(const PackedReading& reading);
  Status InsertEntities(DocumentId document, const PackedReading& reading);
  Status InsertStatements(DocumentId document, const PackedReading& reading);
  Status InsertPublication(DocumentId document, const PackedPublication& publication);
  Result<std::optional<int64_t>> OriginalId(const std::optional<PackedOriginal>& original);
  Result<int64_t> ActorId(const PackedEntity& entity);
  Result<std::vector<std::string>> TitlesOf(DocumentId document);
  Status NoteTitle(DocumentId document, const PackedReading& reading);
  Status IndexRetitled();
  Status NoteFailure(const UnreadInput& input);

  Queries queries_;
  // Of the batch that is being written.
  Database* database_ = nullptr;
  std::string now_;
  std::vector<int64_t> actor_ids_;                         // of the document's entities
  std::unordered_map<std::string, int64_t> known_actors_;  // by kind and name
  std::map<DocumentId, Retitled> retitled_;
};

}  // namespace afterword
