#include "store/packed_reading.h"

#include <fmt/core.h>

#include <boost/json.hpp>

#include "base/compress.h"
#include "store/packing.h"
#include "store/wording.h"

namespace afterword {
namespace {

namespace json = boost::json;

Error BrokenSpan(const Document& document, Span span, std::string_view what) {
  return {
      ErrorCode::kInternal,
      fmt::format("{}: {} {}..{} is out of order, outside the text of {} bytes or within a "
                  "character",
                  document.publication.address, what, span.begin, span.end, document.text.size())};
}

/// Ordered, disjoint, on characters of the text.
Status CheckSpans(const Document& document, const std::vector<Span>& spans, std::string_view what) {
  uint32_t place = 0;
  for (const Span span : spans) {
    if (span.begin < place || !IsOnCharacters(document.text, span)) {
      return BrokenSpan(document, span, what);
    }
    place = span.end;
  }
  return Ok();
}

Status CheckBlocks(const Document& document) {
  std::vector<Span> spans;
  spans.reserve(document.blocks.size());
  for (const Block& block : document.blocks) spans.push_back(block.span);
  return CheckSpans(document, spans, "block");
}

std::string IsoOrEmpty(const std::optional<Date>& date) { return date ? ToIso(*date) : ""; }

/// Fields are told apart by their sizes, so that no two appearances share a key by their
/// wording.
Digest KeyOf(const Publication& publication) {
  std::string fields;
  const std::string published = IsoOrEmpty(publication.published);
  for (const std::string* field : {&publication.id, &publication.title, &publication.publisher,
                                   &published, &publication.url}) {
    fields += fmt::format("{}:{}", field->size(), *field);
  }
  return Sha256(fields);
}

PackedPublication PackPublication(Publication publication) {
  PackedPublication packed;
  packed.key = KeyOf(publication);
  packed.authors =
      json::serialize(json::array(publication.authors.begin(), publication.authors.end()));
  packed.published = IsoOrEmpty(publication.published);
  packed.modified = IsoOrEmpty(publication.modified);
  if (!publication.original.empty()) {
    packed.original = {Sha256(publication.original), Compress(publication.original)};
  }
  packed.given_id = std::move(publication.id);
  packed.title = std::move(publication.title);
  packed.publisher = std::move(publication.publisher);
  packed.url = std::move(publication.url);
  packed.address = std::move(publication.address);
  packed.media_type = std::move(publication.media_type);
  return packed;
}

Result<PackedEntity> PackOne(const Document& document, const Entity& entity) {
  TRY(CheckSpans(document, entity.mentions, "mention"));
  return PackedEntity{entity.name, Name(entity.kind), PackSpans(entity.mentions)};
}

Result<PackedStatement> PackOne(const Document& document, const Statement& statement) {
  TRY(CheckSpans(document, statement.source, "source"));
  TRY(CheckSpans(document, statement.cue, "cue"));
  TRY(CheckSpans(document, statement.content, "content"));
  PackedStatement packed;
  packed.speaker = statement.speaker;
  packed.kind = Name(statement.kind);
  packed.force = Name(statement.force);
  packed.negated = statement.negated;
  packed.conditional = statement.conditional;
  packed.said_at = IsoOrEmpty(statement.said_at);
  packed.score = statement.score;
  packed.spans = PackStatement({statement.source, statement.cue, statement.content});
  packed.content = ContentWords(document.text, statement.content);
  packed.quotation = QuotationDigest(packed.content);
  return packed;
}

Status PackAnalysis(const Document& document, const Analysis& analysis, PackedReading& packed) {
  for (const Entity& entity : analysis.entities) {
    packed.entities.push_back(TRY(PackOne(document, entity)));
  }
  for (const Statement& statement : analysis.statements) {
    if (statement.speaker && *statement.speaker >= analysis.entities.size()) {
      return Error{ErrorCode::kInternal, fmt::format("{}: speaker {} is none of {} entities",
                                                     document.publication.address,
                                                     *statement.speaker, analysis.entities.size())};
    }
    packed.statements.push_back(TRY(PackOne(document, statement)));
  }
  return Ok();
}

}  // namespace

Result<PackedReading> Pack(AnalysedDocument reading) {
  Document& document = reading.document;
  Analysis& analysis = reading.analysis;
  TRY(CheckBlocks(document));
  TRY(CheckSpans(document, analysis.sentences, "sentence"));
  PackedReading packed;
  TRY(PackAnalysis(document, analysis, packed));
  packed.digest = document.digest;
  packed.frame = Compress(document.text);
  packed.layout = PackLayout({std::move(document.blocks), std::move(analysis.sentences)});
  packed.publication = PackPublication(std::move(document.publication));
  packed.text = std::move(document.text);
  packed.language = std::move(document.language);
  packed.dateline = std::move(document.dateline);
  packed.reader = std::move(analysis.reader);
  return packed;
}

}  // namespace afterword
