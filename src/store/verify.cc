#include "store/verify.h"

#include <fmt/core.h>

#include "base/compress.h"
#include "base/limits.h"
#include "store/load_document.h"
#include "store/wording.h"

namespace afterword {
namespace {

/// Verifies one casebook; each function below reports what it finds amiss.
class Verifier {
 public:
  explicit Verifier(Casebook& casebook) : casebook_(casebook), database_(casebook.database()) {}

  Result<Verification> Run(const std::function<void(int64_t, int64_t)>& progress) {
    // All checks see one state, whoever writes meanwhile.
    const Snapshot snapshot = TRY(Snapshot::Begin(database_));
    TRY(CheckFile());
    TRY(CheckReferences());
    TRY(CheckIndex());
    TRY(CheckOriginals());
    TRY(CheckDocuments(progress));
    return std::move(verification_);
  }

 private:
  void Report(DocumentId document, std::optional<StatementId> statement, std::string what) {
    verification_.mismatches.push_back({document, statement, std::move(what)});
  }

  Status CheckFile() {
    Query row = TRY(database_.Prepare("PRAGMA integrity_check"));
    while (TRY(row.Step())) {
      if (row.Text(0) != "ok") Report(0, {}, fmt::format("file: {}", row.Text(0)));
    }
    return Ok();
  }

  Status CheckReferences() {
    Query row = TRY(database_.Prepare("PRAGMA foreign_key_check"));
    while (TRY(row.Step())) {
      Report(0, {},
             fmt::format("row {} of {} refers to a row of {} that is not there", row.Int(1),
                         row.Text(0), row.Text(2)));
    }
    return Ok();
  }

  Status CheckIndex() {
    Query documents = TRY(database_.Prepare(
        "SELECT id FROM document WHERE id NOT IN (SELECT id FROM document_words_docsize)"));
    while (TRY(documents.Step())) Report(documents.Int(0), {}, "is not in the index");
    Query statements =
        TRY(database_.Prepare("SELECT document, id FROM statement "
                              "WHERE id NOT IN (SELECT id FROM statement_words_docsize)"));
    while (TRY(statements.Step())) {
      Report(statements.Int(0), statements.Int(1), "is not in the index");
    }
    return Ok();
  }

  Status CheckOriginals() {
    Query row = TRY(database_.Prepare(
        "SELECT publication.document, original.digest, original.bytes FROM original "
        "LEFT JOIN publication ON publication.original = original.id GROUP BY original.id"));
    while (TRY(row.Step())) {
      const auto bytes = Decompress(row.Blob(2), kMaxInputBytes);
      if (!bytes.ok()) {
        Report(row.Int(0), {}, fmt::format("original: {}", bytes.error().message));
      } else if (Bytes(Sha256(bytes.value())) != row.Blob(1)) {
        Report(row.Int(0), {}, "original: its bytes do not match its digest");
      }
    }
    return Ok();
  }

  Status CheckDocuments(const std::function<void(int64_t, int64_t)>& progress) {
    const CasebookCounts counts = TRY(casebook_.Counts());
    Query row = TRY(database_.Prepare("SELECT id FROM document ORDER BY id"));
    while (TRY(row.Step())) {
      TRY(CheckDocument(row.Int(0)));
      ++verification_.documents;
      if (progress) progress(verification_.documents, counts.documents);
    }
    return Ok();
  }

  Status CheckDocument(DocumentId id) {
    const Result<StoredDocument> loaded = LoadDocument(database_, id);
    if (!loaded.ok()) {
      if (loaded.error().code == ErrorCode::kIo) return loaded.error();
      Report(id, {}, loaded.error().message);
      return Ok();
    }
    const StoredDocument& stored = loaded.value();
    if (Sha256(stored.document.text) != stored.document.digest) {
      Report(id, {}, "the text does not match its digest");
    }
    CheckSpans(stored);
    return CheckStatements(stored);
  }

  /// Load has seen to it that all spans lie in the text, ordered and disjoint.
  void CheckSpans(const StoredDocument& stored) {
    for (const Block& block : stored.document.blocks) CheckSpan(stored, {}, block.span);
    for (const Span span : stored.analysis.sentences) CheckSpan(stored, {}, span);
    for (const Entity& entity : stored.analysis.entities) {
      for (const Span span : entity.mentions) CheckSpan(stored, {}, span);
    }
    for (size_t i = 0; i < stored.statement_ids.size(); ++i) {
      const Statement& statement = stored.analysis.statements[i];
      for (const auto* role : {&statement.source, &statement.cue, &statement.content}) {
        for (const Span span : *role) CheckSpan(stored, stored.statement_ids[i], span);
      }
    }
  }

  void CheckSpan(const StoredDocument& stored, std::optional<StatementId> statement, Span span) {
    if (IsOnCharacters(stored.document.text, span)) return;
    Report(stored.id, statement,
           fmt::format("span {}..{} lies within a character", span.begin, span.end));
  }

  Status CheckStatements(const StoredDocument& stored) {
    Query row = TRY(database_.Prepare(
        "SELECT statement.quotation, statement.speaker IS entity.actor FROM statement "
        "LEFT JOIN entity ON entity.document = statement.document "
        "AND entity.ordinal = statement.speaker_ordinal "
        "WHERE statement.document = ? ORDER BY statement.ordinal"));
    row.Bind(1, stored.id);
    for (size_t i = 0; TRY(row.Step()); ++i) {
      ++verification_.statements;
      const StatementId id = stored.statement_ids.at(i);
      const std::string words =
          ContentWords(stored.document.text, stored.analysis.statements.at(i).content);
      if (QuotationDigest(words) != row.Blob(0)) {
        Report(stored.id, id, fmt::format("the words recorded are not “{}”", words));
      }
      if (row.Int(1) == 0) Report(stored.id, id, "the speaker is not the one in the document");
    }
    return Ok();
  }

  Casebook& casebook_;
  Database& database_;
  Verification verification_;
};

}  // namespace

Result<Verification> Verify(Casebook& casebook,
                            const std::function<void(int64_t, int64_t)>& progress) {
  return Verifier(casebook).Run(progress);
}

}  // namespace afterword
