#include "store/remove.h"

#include <fmt/core.h>

#include <vector>

#include "store/wording.h"

namespace afterword {
namespace {

Status RunWith(Database& database, std::string_view sql, int64_t parameter) {
  Query query = TRY(database.Prepare(sql));
  query.Bind(1, parameter);
  return query.Run();
}

Result<std::vector<int64_t>> Numbers(Database& database, std::string_view sql, int64_t parameter) {
  Query query = TRY(database.Prepare(sql));
  query.Bind(1, parameter);
  std::vector<int64_t> numbers;
  while (TRY(query.Step())) numbers.push_back(query.Int(0));
  return numbers;
}

/// In the order in which they were indexed.
Result<std::vector<std::string>> TitlesOf(Database& database, DocumentId document) {
  Query query =
      TRY(database.Prepare("SELECT title FROM publication WHERE document = ? ORDER BY id"));
  query.Bind(1, document);
  std::vector<std::string> titles;
  while (TRY(query.Step())) titles.emplace_back(query.Text(0));
  return titles;
}

/// Gives the index the very words it was given, whereupon it lets them go.
Status Unindex(Database& database, const StoredDocument& stored) {
  Query document = TRY(database.Prepare(
      "INSERT INTO document_words(document_words, rowid, title, text) VALUES('delete', ?, ?, ?)"));
  document.Bind(1, stored.id);
  document.Bind(2, TitleWords(TRY(TitlesOf(database, stored.id))));
  document.Bind(3, stored.document.text);
  TRY(document.Run());
  Query statement = TRY(database.Prepare(
      "INSERT INTO statement_words(statement_words, rowid, content) VALUES('delete', ?, ?)"));
  for (size_t i = 0; i < stored.statement_ids.size(); ++i) {
    statement.Bind(1, stored.statement_ids[i]);
    statement.Bind(2, ContentWords(stored.document.text, stored.analysis.statements[i].content));
    TRY(statement.Run());
  }
  // Until segments are merged, a deletion is a note beside the words.
  TRY(database.Execute("INSERT INTO document_words(document_words) VALUES('optimize')"));
  return database.Execute("INSERT INTO statement_words(statement_words) VALUES('optimize')");
}

/// Publications, entities and statements go with their document; what only they used, after it.
Status DeleteRows(Database& database, DocumentId document) {
  const auto originals = TRY(Numbers(
      database,
      "SELECT DISTINCT original FROM publication WHERE document = ? AND original IS NOT NULL",
      document));
  const auto actors =
      TRY(Numbers(database, "SELECT DISTINCT actor FROM entity WHERE document = ?", document));
  TRY(RunWith(database,
              "DELETE FROM failure WHERE address IN "
              "(SELECT address FROM publication WHERE document = ?)",
              document));
  TRY(RunWith(database, "DELETE FROM document WHERE id = ?", document));
  for (const int64_t original : originals) {
    TRY(RunWith(database,
                "DELETE FROM original WHERE id = ?1 AND NOT EXISTS "
                "(SELECT 1 FROM publication WHERE original = ?1)",
                original));
  }
  for (const int64_t actor : actors) {
    TRY(RunWith(database,
                "DELETE FROM actor WHERE id = ?1 AND NOT EXISTS "
                "(SELECT 1 FROM entity WHERE actor = ?1)",
                actor));
  }
  return Ok();
}

Status SetTombstone(Casebook& casebook, const Digest& digest, const Removal& removal) {
  Query query = TRY(casebook.database().Prepare(
      "INSERT INTO tombstone(digest, removed_by, reason, removed_at, erased) "
      "VALUES(?, ?, ?, ?, 0)"));
  query.BindBlob(1, Bytes(digest));
  query.Bind(2, removal.removed_by);
  query.Bind(3, removal.reason);
  query.Bind(4, casebook.Now());
  return query.Run();
}

/// Moves the whole log into the file and empties it. Waits for readers, up to the busy timeout.
Status EmptyLog(Database& database) {
  Query query = TRY(database.Prepare("PRAGMA wal_checkpoint(TRUNCATE)"));
  if (TRY(query.FirstInt()).value_or(0) == 0) return Ok();
  return Error{ErrorCode::kIo,
               fmt::format("{}: in use by another program, so that what was removed is out of view "
                           "but not yet out of the file; the next command that writes erases it",
                           database.path())};
}

}  // namespace

Status Remove(Casebook& casebook, DocumentId document, const Removal& removal) {
  if (removal.removed_by.empty() || removal.reason.empty()) {
    return Error{ErrorCode::kInvalidInput, "a removal needs a name and a reason"};
  }
  Database& database = casebook.database();
  {
    Transaction transaction = TRY(Transaction::Begin(database));
    const StoredDocument stored = TRY(casebook.Load(document));
    TRY(Unindex(database, stored));
    TRY(DeleteRows(database, document));
    TRY(SetTombstone(casebook, stored.document.digest, removal));
    TRY(transaction.Commit());
  }
  return EraseRemoved(database);
}

Status EraseRemoved(Database& database) {
  Query waiting = TRY(database.Prepare("SELECT EXISTS (SELECT 1 FROM tombstone WHERE erased = 0)"));
  if (TRY(waiting.FirstInt()) == 0) return Ok();
  TRY(database.Execute("VACUUM"));
  TRY(EmptyLog(database));
  return database.Execute("UPDATE tombstone SET erased = 1 WHERE erased = 0");
}

}  // namespace afterword
