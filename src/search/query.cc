#include "search/query.h"

#include <fmt/core.h>

#include <array>
#include <iterator>
#include <utility>

namespace afterword {
namespace {

constexpr std::array<std::pair<QueryField, std::string_view>, 9> kFields{
    {{QueryField::kSpeaker, "speaker"},
     {QueryField::kOrganisation, "organisation"},
     {QueryField::kPublisher, "publisher"},
     {QueryField::kDate, "date"},
     {QueryField::kLanguage, "language"},
     {QueryField::kKind, "kind"},
     {QueryField::kForce, "force"},
     {QueryField::kId, "id"},
     {QueryField::kTitle, "title"}}};

bool IsPlainLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// A word that the parser would read back as this very word.
bool StandsWithoutQuotes(std::string_view word) {
  if (word.empty() || word == "OR" || word == "AND") return false;
  bool letters = false;
  for (const char c : word) {
    if (IsPlainLetterOrDigit(c)) {
      letters = true;
    } else if (!(c == '.' || c == '\'' || c == '_' || (c == '-' && letters))) {
      return false;
    }
  }
  return letters;
}

std::string Quoted(const std::string& text) {
  return StandsWithoutQuotes(text) ? text : fmt::format("\"{}\"", text);
}

std::string ToText(const DateRange& dates) {
  if (dates.from && dates.to && *dates.from == *dates.to) return ToIso(*dates.from);
  return fmt::format("{}..{}", dates.from ? ToIso(*dates.from) : "",
                     dates.to ? ToIso(*dates.to) : "");
}

std::string Grouped(const Clause& clause) {
  const bool is_list = clause.kind == Clause::Kind::kAll || clause.kind == Clause::Kind::kAny;
  return is_list || clause.kind == Clause::Kind::kNear ? fmt::format("({})", ToText(clause))
                                                       : ToText(clause);
}

std::string Joined(const std::vector<Clause>& clauses, std::string_view separator) {
  std::string text;
  for (const Clause& clause : clauses) {
    if (!text.empty()) text += separator;
    text += Grouped(clause);
  }
  return text;
}

}  // namespace

Clause WordsClause(std::string text) {
  Clause clause;
  clause.kind = Clause::Kind::kWords;
  clause.text = std::move(text);
  return clause;
}

Clause FieldClause(QueryField field, std::string value) {
  Clause clause;
  clause.kind = Clause::Kind::kField;
  clause.field = field;
  clause.text = std::move(value);
  return clause;
}

Clause DateClause(DateRange dates) {
  Clause clause = FieldClause(QueryField::kDate, "");
  clause.dates = dates;
  return clause;
}

Clause Both(Clause left, Clause right) {
  Clause both;
  for (Clause* side : {&left, &right}) {
    if (side->kind == Clause::Kind::kAll) {
      std::move(side->clauses.begin(), side->clauses.end(), std::back_inserter(both.clauses));
    } else {
      both.clauses.push_back(std::move(*side));
    }
  }
  if (both.clauses.size() != 1) return both;
  Clause only = std::move(both.clauses.front());
  return only;
}

std::string ToText(const Clause& query) {
  switch (query.kind) {
    case Clause::Kind::kAll:
      return Joined(query.clauses, " ");
    case Clause::Kind::kAny:
      return Joined(query.clauses, " OR ");
    case Clause::Kind::kNot:
      return fmt::format("-{}", Grouped(query.clauses.front()));
    case Clause::Kind::kWords:
      return Quoted(query.text);
    case Clause::Kind::kNear:
      return fmt::format("{} near/{} {}", ToText(query.clauses[0]), query.distance,
                         ToText(query.clauses[1]));
    case Clause::Kind::kField:
      return fmt::format(
          "{}:{}", Name(query.field),
          query.field == QueryField::kDate ? ToText(query.dates) : Quoted(query.text));
  }
  return {};
}

std::string_view Name(QueryField field) {
  for (const auto& [value, name] : kFields) {
    if (value == field) return name;
  }
  return {};
}

std::optional<QueryField> QueryFieldFromName(std::string_view name) {
  for (const auto& [value, known] : kFields) {
    if (known == name) return value;
  }
  return std::nullopt;
}

std::string QueryFieldNames() {
  std::string names;
  for (const auto& [value, name] : kFields) {
    if (!names.empty()) names += ", ";
    names += name;
  }
  return names;
}

}  // namespace afterword
