// What is found in a document: sentences, entities, and who said what. Everything is spans of
// its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace afterword {

enum class EntityKind { kPerson, kOrganisation, kPlace, kGroup, kOther };

/// Somebody or something that the document names, under the fullest name it uses.
struct Entity {
  std::string name;
  EntityKind kind = EntityKind::kOther;
  /// Ordered, disjoint.
  std::vector<Span> mentions;
};

enum class StatementKind { kDirect, kIndirect, kMixed };
enum class Force { kAssert, kDeny, kPromise, kUrge, kExpect, kAsk, kRefuse };

/// Who (source) said (cue) what (content). Any of source and cue may be empty: a quotation that
/// fills its own paragraph has neither. Spans are ordered, disjoint, on character boundaries.
struct Statement {
  std::vector<Span> source;
  std::vector<Span> cue;
  std::vector<Span> content;
  /// Index into Analysis::entities; absent where the speaker could not be told.
  std::optional<uint32_t> speaker;
  StatementKind kind = StatementKind::kIndirect;
  Force force = Force::kAssert;
  bool negated = false;
  bool conditional = false;
  /// When it was said, if the text tells.
  std::optional<Date> said_at;
  /// Confidence in (0, 1].
  float score = 1;
};

struct Analysis {
  /// What made it, e.g. "rules-1": a newer reader supersedes.
  std::string reader;
  /// Ordered, disjoint, inside blocks.
  std::vector<Span> sentences;
  std::vector<Entity> entities;
  /// Ordered by first span.
  std::vector<Statement> statements;
};

/// From the first to the last byte of all spans of `statement`.
Span Extent(const Statement& statement);

/// Words used in JSON and the casebook ("person", "direct", "assert" …), and back.
std::string_view Name(EntityKind kind);
std::string_view Name(StatementKind kind);
std::string_view Name(Force force);
std::optional<EntityKind> EntityKindFromName(std::string_view name);
std::optional<StatementKind> StatementKindFromName(std::string_view name);
std::optional<Force> ForceFromName(std::string_view name);

}  // namespace afterword
