#include "search/match_expression.h"

#include <fmt/core.h>

#include <utility>
#include <vector>

namespace afterword {
namespace {

std::string QuotedForIndex(const std::string& words) {
  std::string quoted = "\"";
  for (const char c : words) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string Joined(const std::vector<std::string>& parts, std::string_view operation) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += fmt::format(" {} ", operation);
    joined += part;
  }
  return parts.size() > 1 ? fmt::format("({})", joined) : joined;
}

/// What must be there, and what must not, of the clauses of one kAll.
struct RequiredAndRefused {
  std::vector<std::string> required;
  std::vector<std::string> refused;

  std::string Expression() const {
    const std::string present = Joined(required, "AND");
    // One NOT for all: FTS5 nests each, and nests at most 256.
    return refused.empty() ? present : fmt::format("({} NOT {})", present, Joined(refused, "OR"));
  }
};

/// True if `clause` went into `parts`.
bool TakeWords(const Clause& clause, WordIndex index, RequiredAndRefused& parts) {
  const bool negated = clause.kind == Clause::Kind::kNot;
  std::optional<std::string> expression =
      MatchExpression(negated ? clause.clauses.front() : clause, index);
  if (!expression) return false;
  (negated ? parts.refused : parts.required).push_back(std::move(*expression));
  return true;
}

std::optional<std::string> OfAll(const std::vector<Clause>& clauses, WordIndex index) {
  RequiredAndRefused parts;
  for (const Clause& clause : clauses) {
    if (!TakeWords(clause, index, parts)) return std::nullopt;
  }
  if (parts.required.empty()) return std::nullopt;
  return parts.Expression();
}

std::optional<std::string> OfAny(const std::vector<Clause>& clauses, WordIndex index) {
  std::vector<std::string> parts;
  for (const Clause& clause : clauses) {
    std::optional<std::string> part = MatchExpression(clause, index);
    if (!part) return std::nullopt;
    parts.push_back(std::move(*part));
  }
  return Joined(parts, "OR");
}

}  // namespace

std::optional<std::string> MatchExpression(const Clause& clause, WordIndex index) {
  switch (clause.kind) {
    case Clause::Kind::kAll:
      return OfAll(clause.clauses, index);
    case Clause::Kind::kAny:
      return OfAny(clause.clauses, index);
    case Clause::Kind::kNot:
      return std::nullopt;
    case Clause::Kind::kWords:
      return QuotedForIndex(clause.text);
    case Clause::Kind::kNear:
      return fmt::format("NEAR({} {}, {})", QuotedForIndex(clause.clauses[0].text),
                         QuotedForIndex(clause.clauses[1].text), clause.distance);
    case Clause::Kind::kField:
      if (clause.field != QueryField::kTitle || index != WordIndex::kDocuments) break;
      return fmt::format("title : {}", QuotedForIndex(clause.text));
  }
  return std::nullopt;
}

SplitQuery SplitWords(const Clause& query, WordIndex index) {
  if (query.kind != Clause::Kind::kAll) {
    SplitQuery split{MatchExpression(query, index), {}};
    if (!split.match) split.rest = query;
    return split;
  }
  SplitQuery split;
  RequiredAndRefused parts;
  for (const Clause& clause : query.clauses) {
    if (!TakeWords(clause, index, parts)) split.rest.clauses.push_back(clause);
  }
  if (parts.required.empty()) return {std::nullopt, query};
  split.match = parts.Expression();
  return split;
}

}  // namespace afterword
