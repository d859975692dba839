#include "store/batch_writer.h"

#include <algorithm>

#include "store/wording.h"

namespace afterword {
Result<BatchWriter> BatchWriter::Prepare(Database& database) {
  return BatchWriter(Queries{
      TRY(database.Prepare("SELECT id FROM tombstone WHERE digest = ?")),
      TRY(database.Prepare("SELECT id FROM document WHERE digest = ?")),
      TRY(database.Prepare("SELECT id FROM publication WHERE document = ? AND key = ?")),
      TRY(database.Prepare("SELECT id FROM original WHERE digest = ?")),
      TRY(database.Prepare("SELECT id FROM actor WHERE name = ? AND kind = ?")),
      TRY(database.Prepare("SELECT title FROM publication WHERE document = ? ORDER BY id")),
      TRY(database.Prepare(
          "INSERT INTO document(digest, text, bytes, language, dateline, layout, reader, read_at) "
          "VALUES(?, ?, ?, ?, ?, ?, ?, ?)")),
      TRY(database.Prepare(
          "INSERT INTO publication(document, key, given_id, title, publisher, authors, published, "
          "modified, url, address, media_type, original, captured_at) "
          "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      TRY(database.Prepare("INSERT INTO original(digest, bytes) VALUES(?, ?)")),
      TRY(database.Prepare("INSERT INTO actor(name, kind) VALUES(?, ?)")),
      TRY(database.Prepare(
          "INSERT INTO entity(document, ordinal, actor, mentions) VALUES(?, ?, ?, ?)")),
      TRY(database.Prepare(
          "INSERT INTO statement(document, ordinal, speaker, speaker_ordinal, kind, force, "
          "negated, conditional, said_at, score, spans, quotation) "
          "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      TRY(database.Prepare("INSERT INTO document_words(rowid, title, text) VALUES(?, ?, ?)")),
      TRY(database.Prepare("INSERT INTO document_words(document_words, rowid, title, text) "
                           "VALUES('delete', ?, ?, ?)")),
      TRY(database.Prepare("INSERT INTO statement_words(rowid, content) VALUES(?, ?)")),
      TRY(database.Prepare("DELETE FROM failure WHERE address = ?")),
      TRY(database.Prepare(
          "INSERT INTO failure(address, reason, failed_at) VALUES(?, ?, ?) ON CONFLICT(address) "
          "DO UPDATE SET reason = excluded.reason, failed_at = excluded.failed_at"))});
}

Result<std::vector<Added>> BatchWriter::Write(Database& database, const Batch& batch) {
  database_ = &database;
  now_ = batch.read_at;
  retitled_.clear();
  // Not kept from batch to batch: another program may remove an actor in between.
  known_actors_.clear();
  Transaction transaction = TRY(Transaction::Begin(database));
  std::vector<Added> added;
  added.reserve(batch.readings.size());
  for (const PackedReading& reading : batch.readings) added.push_back(TRY(WriteOne(reading)));
  TRY(IndexRetitled());
  for (const UnreadInput& input : batch.unread) TRY(NoteFailure(input));
  TRY(transaction.Commit());
  return added;
}

Result<Added> BatchWriter::WriteOne(const PackedReading& reading) {
  queries_.is_removed.BindBlob(1, Bytes(reading.digest));
  if (TRY(queries_.is_removed.FirstInt())) return Added{AddedAs::kRemoved, 0};

  queries_.forget_failure.Bind(1, reading.publication.address);
  TRY(queries_.forget_failure.Run());

  queries_.find_document.BindBlob(1, Bytes(reading.digest));
  if (const auto document = TRY(queries_.find_document.FirstInt())) {
    queries_.find_publication.Bind(1, *document);
    queries_.find_publication.BindBlob(2, Bytes(reading.publication.key));
    if (TRY(queries_.find_publication.FirstInt())) return Added{AddedAs::kNothing, *document};
    TRY(NoteTitle(*document, reading));
    TRY(InsertPublication(*document, reading.publication));
    return Added{AddedAs::kPublication, *document};
  }
  const DocumentId document = TRY(InsertDocument(reading));
  TRY(InsertPublication(document, reading.publication));
  TRY(InsertEntities(document, reading));
  TRY(InsertStatements(document, reading));
  return Added{AddedAs::kText, document};
}

Result<DocumentId> BatchWriter::InsertDocument(const PackedReading& reading) {
  Query& insert = queries_.insert_document;
  insert.BindBlob(1, Bytes(reading.digest));
  insert.BindBlob(2, reading.frame);
  insert.Bind(3, static_cast<int64_t>(reading.text.size()));
  insert.Bind(4, reading.language);
  insert.Bind(5, reading.dateline);
  insert.BindBlob(6, reading.layout);
  insert.Bind(7, reading.reader);
  insert.Bind(8, now_);
  TRY(insert.Run());
  const DocumentId document = database_->LastInsertId();

  Query& index = queries_.index_document;
  index.Bind(1, document);
  index.Bind(2, TitleWords({reading.publication.title}));
  index.Bind(3, reading.text);
  TRY(index.Run());
  return document;
}

Status BatchWriter::InsertEntities(DocumentId document, const PackedReading& reading) {
  actor_ids_.clear();
  Query& insert = queries_.insert_entity;
  for (const PackedEntity& entity : reading.entities) {
    const auto ordinal = static_cast<int64_t>(actor_ids_.size());
    actor_ids_.push_back(TRY(ActorId(entity)));
    insert.Bind(1, document);
    insert.Bind(2, ordinal);
    insert.Bind(3, actor_ids_.back());
    insert.BindBlob(4, entity.mentions);
    TRY(insert.Run());
  }
  return Ok();
}

Status BatchWriter::InsertStatements(DocumentId document, const PackedReading& reading) {
  Query& insert = queries_.insert_statement;
  Query& index = queries_.index_statement;
  int64_t ordinal = 0;
  for (const PackedStatement& statement : reading.statements) {
    std::optional<int64_t> speaker;
    if (statement.speaker) speaker = actor_ids_.at(*statement.speaker);
    insert.Bind(1, document);
    insert.Bind(2, ordinal++);
    insert.Bind(3, speaker);
    insert.Bind(4, std::optional<int64_t>(statement.speaker));
    insert.Bind(5, statement.kind);
    insert.Bind(6, statement.force);
    insert.Bind(7, int64_t{statement.negated});
    insert.Bind(8, int64_t{statement.conditional});
    insert.BindTextOrNull(9, statement.said_at);
    insert.Bind(10, double{statement.score});
    insert.BindBlob(11, statement.spans);
    insert.BindBlob(12, statement.quotation);
    TRY(insert.Run());
    index.Bind(1, database_->LastInsertId());
    index.Bind(2, statement.content);
    TRY(index.Run());
  }
  return Ok();
}

Status BatchWriter::InsertPublication(DocumentId document, const PackedPublication& publication) {
  const auto original = TRY(OriginalId(publication.original));
  Query& insert = queries_.insert_publication;
  insert.Bind(1, document);
  insert.BindBlob(2, Bytes(publication.key));
  insert.Bind(3, publication.given_id);
  insert.Bind(4, publication.title);
  insert.Bind(5, publication.publisher);
  insert.Bind(6, publication.authors);
  insert.BindTextOrNull(7, publication.published);
  insert.BindTextOrNull(8, publication.modified);
  insert.Bind(9, publication.url);
  insert.Bind(10, publication.address);
  insert.Bind(11, publication.media_type);
  insert.Bind(12, original);
  insert.Bind(13, now_);
  return insert.Run();
}

Result<std::optional<int64_t>> BatchWriter::OriginalId(
    const std::optional<PackedOriginal>& original) {
  if (!original) return std::optional<int64_t>();
  queries_.find_original.BindBlob(1, Bytes(original->digest));
  if (const auto known = TRY(queries_.find_original.FirstInt())) return known;
  queries_.insert_original.BindBlob(1, Bytes(original->digest));
  queries_.insert_original.BindBlob(2, original->frame);
  TRY(queries_.insert_original.Run());
  return std::optional(database_->LastInsertId());
}

Result<int64_t> BatchWriter::ActorId(const PackedEntity& entity) {
  std::string key(entity.kind);
  key += ' ';
  key += entity.name;
  const auto [known, is_new] = known_actors_.try_emplace(std::move(key), 0);
  if (!is_new) return known->second;
  queries_.find_actor.Bind(1, entity.name);
  queries_.find_actor.Bind(2, entity.kind);
  auto actor = TRY(queries_.find_actor.FirstInt());
  if (!actor) {
    queries_.insert_actor.Bind(1, entity.name);
    queries_.insert_actor.Bind(2, entity.kind);
    TRY(queries_.insert_actor.Run());
    actor = database_->LastInsertId();
  }
  known->second = *actor;
  return *actor;
}

Result<std::vector<std::string>> BatchWriter::TitlesOf(DocumentId document) {
  Query& query = queries_.titles;
  query.Reset();
  query.Bind(1, document);
  std::vector<std::string> titles;
  while (TRY(query.Step())) titles.emplace_back(query.Text(0));
  query.Reset();
  return titles;
}

/// To be called before the publication is inserted. Only the first new title of a document in a
/// batch finds the titles as they are indexed.
Status BatchWriter::NoteTitle(DocumentId document, const PackedReading& reading) {
  const std::string& title = reading.publication.title;
  if (title.empty() || retitled_.contains(document)) return Ok();
  std::vector<std::string> titles = TRY(TitlesOf(document));
  if (std::find(titles.begin(), titles.end(), title) == titles.end()) {
    retitled_.emplace(document, Retitled{std::move(titles), &reading});
  }
  return Ok();
}

/// Last in a batch and in the order of ids: FTS5 writes out what it has gathered whenever an id
/// is smaller than the one before.
Status BatchWriter::IndexRetitled() {
  for (const auto& [document, retitled] : retitled_) {
    Query& unindex = queries_.unindex_document;
    unindex.Bind(1, document);
    unindex.Bind(2, TitleWords(retitled.titles));
    unindex.Bind(3, retitled.reading->text);
    TRY(unindex.Run());
    Query& index = queries_.index_document;
    index.Bind(1, document);
    index.Bind(2, TitleWords(TRY(TitlesOf(document))));
    index.Bind(3, retitled.reading->text);
    TRY(index.Run());
  }
  return Ok();
}

Status BatchWriter::NoteFailure(const UnreadInput& input) {
  Query& note = queries_.note_failure;
  note.Bind(1, input.address);
  note.Bind(2, input.reason);
  note.Bind(3, now_);
  return note.Run();
}

}  // namespace afterword
