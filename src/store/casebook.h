// The casebook: one SQLite file that holds every text, what was found in it and where it came
// from. Written by one connection, read by many; what Add returned as added survives any crash.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "record/analysis.h"
#include "record/document.h"
#include "store/database.h"

namespace afterword {

using DocumentId = int64_t;
using StatementId = int64_t;

/// What becomes of one document offered to Add.
enum class AddedAs {
  kText,         // a new text with its first publication
  kPublication,  // the text was there; this appearance of it was not
  kNothing,      // both were there
  kRemoved,      // the text was removed for good and is refused
};

struct Added {
  AddedAs as = AddedAs::kNothing;
  DocumentId document = 0;  // 0 for kRemoved
};

struct Reading {
  Document document;
  Analysis analysis;
};

/// A document as it lies in the casebook.
struct StoredDocument {
  DocumentId id = 0;
  /// `document.publication` is the earliest; `publications` are all, earliest first, without
  /// original bytes.
  Document document;
  Analysis analysis;
  std::vector<Publication> publications;
  std::string read_at;
  /// Casebook ids of analysis.statements, in their order.
  std::vector<StatementId> statement_ids;
};

struct CasebookCounts {
  int64_t documents = 0;
  int64_t publications = 0;
  int64_t statements = 0;
  int64_t failures = 0;
  int64_t removed = 0;
};

struct Failure {
  std::string address;
  std::string reason;
  std::string failed_at;
};

class Casebook {
 public:
  /// Errors: kNotFound; kInvalidInput (not a casebook, or from a newer version); kIo (no rights,
  /// in use by another writer for longer than 5 s).
  static Result<Casebook> Open(const std::string& path, OpenMode mode,
                               Clock clock = SystemClock());

  /// Adds all of `readings` in one transaction that is on the disk when this returns.
  /// On an error none of them was added. Errors: kIo (disk full …), kCorrupt.
  Result<std::vector<Added>> Add(std::span<const Reading> readings);

  /// True if the text is known (or was removed), so that it need not be analysed.
  Result<bool> Knows(const Digest& text);

  /// Remembers why an input could not be read; replaces an older reason of the same address.
  Status AddFailure(const std::string& address, const std::string& reason);
  Result<std::vector<Failure>> Failures();

  /// Errors: kNotFound.
  Result<StoredDocument> Load(DocumentId id);
  /// The document of a statement. Errors: kNotFound.
  Result<DocumentId> DocumentOf(StatementId statement);
  /// By casebook id, given id, digest (or an unambiguous beginning of it, 8 digits at least).
  /// Errors: kNotFound; kInvalidInput if several match.
  Result<DocumentId> Find(const std::string& reference);
  /// Original bytes and media type of a publication of `id`; the text itself where it came so.
  Result<std::pair<std::string, std::string>> Original(DocumentId id);

  Result<CasebookCounts> Counts();

  Database& database() { return database_; }

 private:
  Casebook(Database database, Clock clock);
  Database database_;
  Clock clock_;
};

}  // namespace afterword
