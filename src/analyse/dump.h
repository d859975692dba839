// One line per finding, for tests to compare.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/analysis.h"

namespace afterword {

/// The slices of `spans`, joined by " … ".
inline std::string DumpSpans(std::string_view text, const std::vector<Span>& spans) {
  std::string dump;
  for (const Span span : spans) {
    if (!dump.empty()) dump += " … ";
    dump += Slice(text, span);
  }
  return dump;
}

/// "Speaker | source | cue | direct assert negated | content".
inline std::string DumpStatement(std::string_view text, const Analysis& analysis,
                                 const Statement& statement) {
  std::string dump = statement.speaker ? analysis.entities[*statement.speaker].name : "?";
  dump +=
      " | " + DumpSpans(text, statement.source) + " | " + DumpSpans(text, statement.cue) + " | ";
  dump += std::string(Name(statement.kind)) + " " + std::string(Name(statement.force));
  if (statement.negated) dump += " negated";
  if (statement.conditional) dump += " conditional";
  if (statement.said_at) dump += " " + ToIso(*statement.said_at);
  return dump + " | " + DumpSpans(text, statement.content) + "\n";
}

/// All entities, then all statements.
inline std::string DumpAnalysis(std::string_view text, const Analysis& analysis) {
  std::string dump;
  for (const Entity& entity : analysis.entities) {
    dump += std::string(Name(entity.kind)) + ": " + entity.name + " ×" +
            std::to_string(entity.mentions.size()) + "\n";
  }
  for (const Statement& statement : analysis.statements) {
    dump += DumpStatement(text, analysis, statement);
  }
  return dump;
}

}  // namespace afterword
