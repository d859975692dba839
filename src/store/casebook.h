// The casebook: one SQLite file that holds every text, what was found in it and where it came
// from. Written by one connection, read by many; what Add returned as added survives any crash.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "record/analysis.h"
#include "record/document.h"
#include "store/database.h"
#include "store/packed_reading.h"

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

/// A document as it lies in the casebook.
struct StoredDocument {
  DocumentId id = 0;
  /// `document.publication` is the earliest; `publications` are all, earliest first, undated ones
  /// last. Their original bytes are left where they are: see Casebook::Original.
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

/// An input that could not be read, and why: replaces an older reason of the same address.
struct UnreadInput {
  std::string address;
  std::string reason;
};

struct Failure {
  std::string address;
  std::string reason;
  std::string failed_at;
};

class BatchWriter;

class Casebook {
 public:
  /// Errors: kNotFound; kInvalidInput (not a casebook, or from a newer version); kIo (no rights,
  /// in use by another writer for longer than 5 s).
  static Result<Casebook> Open(const std::string& path, OpenMode mode, Clock clock = SystemClock());

  Casebook(Casebook&&) noexcept;
  Casebook& operator=(Casebook&&) noexcept;
  ~Casebook();

  /// Adds all of `readings` (packed on worker threads by Pack) and remembers why the inputs of
  /// `unread` could not be read, in one transaction that is on the disk when this returns; answers
  /// for `readings`, in their order. What was remembered of an address that is now added is
  /// forgotten. On an error nothing of it was added. Errors: kIo (disk full …), kCorrupt.
  Result<std::vector<Added>> Add(std::span<const PackedReading> readings,
                                 std::span<const UnreadInput> unread = {});

  /// True if the text is known (or was removed), so that it need not be analysed.
  Result<bool> Knows(const Digest& text);

  Result<std::vector<Failure>> Failures();

  /// Errors: kNotFound.
  Result<StoredDocument> Load(DocumentId id);
  /// The document of a statement. Errors: kNotFound.
  Result<DocumentId> DocumentOf(StatementId statement);
  /// By casebook id, given id, digest (or an unambiguous beginning of it, 8 digits at least).
  /// Errors: kNotFound; kInvalidInput if several match.
  Result<DocumentId> Find(const std::string& reference);
  /// Original bytes and media type of the earliest publication of `id` that has them; else the
  /// text itself, as which it came. Errors: kNotFound, kCorrupt.
  Result<std::pair<std::string, std::string>> Original(DocumentId id);

  Result<CasebookCounts> Counts();

  /// Where it lies, for further connections.
  const std::string& path() const { return database_.path(); }
  Database& database() { return database_; }
  /// The present instant, as it is stored.
  std::string Now() const { return ToIso(clock_()); }

 private:
  Casebook(Database database, Clock clock);
  Database database_;
  Clock clock_;
  // Prepared when they are first needed, and kept.
  std::unique_ptr<BatchWriter> writer_;
  std::unique_ptr<Query> knows_;
};

}  // namespace afterword
