#include "store/load_document.h"

#include <fmt/core.h>

#include <boost/json.hpp>
#include <boost/system/error_code.hpp>

#include "base/compress.h"
#include "base/limits.h"
#include "store/packing.h"

namespace afterword {
namespace {

namespace json = boost::json;

Error Corrupt(std::string_view what) {
  return {ErrorCode::kCorrupt, fmt::format("{} is damaged", what)};
}

/// Absent for NULL.
Result<std::optional<Date>> DateIn(const Query& row, int column) {
  if (row.IsNull(column)) return std::optional<Date>();
  const std::optional<Date> date = DateFromIso(row.Text(column));
  if (!date) return Corrupt("a date");
  return date;
}

Result<std::vector<std::string>> AuthorsFrom(std::string_view text) {
  boost::system::error_code failed;
  const json::value value = json::parse(text, failed);
  if (failed || !value.is_array()) return Corrupt("the list of authors");
  std::vector<std::string> authors;
  for (const json::value& author : value.get_array()) {
    if (!author.is_string()) return Corrupt("the list of authors");
    authors.emplace_back(author.get_string());
  }
  return authors;
}

Status LoadText(Database& database, StoredDocument& stored) {
  Query row = TRY(database.Prepare(
      "SELECT text, digest, language, dateline, layout, reader, read_at FROM document "
      "WHERE id = ?"));
  row.Bind(1, stored.id);
  if (!TRY(row.Step())) return Error{ErrorCode::kNotFound, "there is none"};
  Document& document = stored.document;
  document.text = TRY(Decompress(row.Blob(0), kMaxTextBytes));
  const std::string_view digest = row.Blob(1);
  if (digest.size() != document.digest.bytes.size()) return Corrupt("the digest");
  std::copy(digest.begin(), digest.end(), document.digest.bytes.begin());
  document.language = row.Text(2);
  document.dateline = row.Text(3);
  Layout layout = TRY(UnpackLayout(row.Blob(4), document.text.size()));
  document.blocks = std::move(layout.blocks);
  stored.analysis.sentences = std::move(layout.sentences);
  stored.analysis.reader = row.Text(5);
  stored.read_at = row.Text(6);
  return Ok();
}

Status LoadPublications(Database& database, StoredDocument& stored) {
  Query row = TRY(database.Prepare(
      "SELECT given_id, title, publisher, authors, published, modified, url, address, media_type "
      "FROM publication WHERE document = ? ORDER BY published IS NULL, published, id"));
  row.Bind(1, stored.id);
  while (TRY(row.Step())) {
    Publication publication;
    publication.id = row.Text(0);
    publication.title = row.Text(1);
    publication.publisher = row.Text(2);
    publication.authors = TRY(AuthorsFrom(row.Text(3)));
    publication.published = TRY(DateIn(row, 4));
    publication.modified = TRY(DateIn(row, 5));
    publication.url = row.Text(6);
    publication.address = row.Text(7);
    publication.media_type = row.Text(8);
    stored.publications.push_back(std::move(publication));
  }
  if (stored.publications.empty()) return Corrupt("the list of publications");
  stored.document.publication = stored.publications.front();
  return Ok();
}

Status LoadEntities(Database& database, StoredDocument& stored) {
  Query row = TRY(database.Prepare(
      "SELECT actor.name, actor.kind, entity.mentions FROM entity JOIN actor "
      "ON actor.id = entity.actor WHERE entity.document = ? ORDER BY entity.ordinal"));
  row.Bind(1, stored.id);
  while (TRY(row.Step())) {
    const auto kind = EntityKindFromName(row.Text(1));
    if (!kind) return Corrupt("an entity's kind");
    Entity entity{std::string(row.Text(0)), *kind, {}};
    entity.mentions = TRY(UnpackSpans(row.Blob(2), stored.document.text.size()));
    stored.analysis.entities.push_back(std::move(entity));
  }
  return Ok();
}

Result<Statement> StatementIn(const Query& row, const StoredDocument& stored) {
  Statement statement;
  if (!row.IsNull(1)) {
    const int64_t speaker = row.Int(1);
    const auto entities = static_cast<int64_t>(stored.analysis.entities.size());
    if (speaker < 0 || speaker >= entities) return Corrupt("a statement's speaker");
    statement.speaker = static_cast<uint32_t>(speaker);
  }
  const auto kind = StatementKindFromName(row.Text(2));
  const auto force = ForceFromName(row.Text(3));
  if (!kind || !force) return Corrupt("a statement's kind");
  statement.kind = *kind;
  statement.force = *force;
  statement.negated = row.Int(4) != 0;
  statement.conditional = row.Int(5) != 0;
  statement.said_at = TRY(DateIn(row, 6));
  statement.score = static_cast<float>(row.Real(7));
  StatementSpans spans = TRY(UnpackStatement(row.Blob(8), stored.document.text.size()));
  statement.source = std::move(spans.source);
  statement.cue = std::move(spans.cue);
  statement.content = std::move(spans.content);
  return statement;
}

Status LoadStatements(Database& database, StoredDocument& stored) {
  Query row = TRY(database.Prepare(
      "SELECT id, speaker_ordinal, kind, force, negated, conditional, said_at, score, spans "
      "FROM statement WHERE document = ? ORDER BY ordinal"));
  row.Bind(1, stored.id);
  while (TRY(row.Step())) {
    stored.analysis.statements.push_back(TRY(StatementIn(row, stored)));
    stored.statement_ids.push_back(row.Int(0));
  }
  return Ok();
}

}  // namespace

Result<StoredDocument> LoadDocument(Database& database, DocumentId id) {
  const Snapshot snapshot = TRY(Snapshot::Begin(database));
  StoredDocument stored;
  stored.id = id;
  TRY(LoadText(database, stored));
  TRY(LoadPublications(database, stored));
  TRY(LoadEntities(database, stored));
  TRY(LoadStatements(database, stored));
  return stored;
}

}  // namespace afterword
