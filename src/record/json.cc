#include "record/json.h"

namespace afterword {
namespace {

namespace json = boost::json;

json::value TextOrNull(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value DateOrNull(const std::optional<Date>& date) {
  return date ? json::value(ToIso(*date)) : json::value(nullptr);
}

json::array ToJson(Span span) { return {span.begin, span.end}; }

json::array BlocksToJson(const std::vector<Block>& blocks) {
  json::array array;
  array.reserve(blocks.size());
  for (const Block& block : blocks) {
    array.push_back({{"kind", Name(block.kind)}, {"span", ToJson(block.span)}});
  }
  return array;
}

}  // namespace

json::array ToJson(const std::vector<Span>& spans) {
  json::array array;
  array.reserve(spans.size());
  for (const Span span : spans) array.push_back(ToJson(span));
  return array;
}

json::object ToJson(const Entity& entity) {
  return {
      {"name", entity.name}, {"kind", Name(entity.kind)}, {"mentions", ToJson(entity.mentions)}};
}

json::object ToJson(const Statement& statement, const std::vector<Entity>& entities) {
  json::object object;
  object["speaker"] = nullptr;
  object["speaker_entity"] = nullptr;
  if (statement.speaker) {
    object["speaker"] = entities.at(*statement.speaker).name;
    object["speaker_entity"] = *statement.speaker;
  }
  object["source"] = ToJson(statement.source);
  object["cue"] = ToJson(statement.cue);
  object["content"] = ToJson(statement.content);
  object["kind"] = Name(statement.kind);
  object["force"] = Name(statement.force);
  object["negated"] = statement.negated;
  object["conditional"] = statement.conditional;
  object["said_at"] = DateOrNull(statement.said_at);
  object["score"] = static_cast<double>(statement.score);
  return object;
}

json::object ToJson(const Publication& publication) {
  json::array authors(publication.authors.begin(), publication.authors.end());
  return {{"id", publication.id},
          {"title", TextOrNull(publication.title)},
          {"date", DateOrNull(publication.published)},
          {"modified", DateOrNull(publication.modified)},
          {"publisher", TextOrNull(publication.publisher)},
          {"authors", std::move(authors)},
          {"url", TextOrNull(publication.url)},
          {"address", TextOrNull(publication.address)}};
}

json::object ToJson(const Document& document, const Analysis& analysis) {
  json::object object = ToJson(document.publication);
  object["language"] = document.language;
  object["dateline"] = TextOrNull(document.dateline);
  object["digest"] = ToHex(document.digest);
  object["text"] = document.text;
  object["blocks"] = BlocksToJson(document.blocks);
  object["reader"] = analysis.reader;
  object["sentences"] = ToJson(analysis.sentences);
  json::array entities;
  for (const Entity& entity : analysis.entities) entities.push_back(ToJson(entity));
  object["entities"] = std::move(entities);
  json::array statements;
  for (const Statement& statement : analysis.statements) {
    statements.push_back(ToJson(statement, analysis.entities));
  }
  object["statements"] = std::move(statements);
  return object;
}

}  // namespace afterword
