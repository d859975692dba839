// What a person asks for, as a tree.
//
//   tanks delivery            both words, in any form ("tank", "delivered")
//   "air defence"             the words side by side
//   tanks OR howitzers        either; binds less than a blank: a b OR c is (a b) OR c
//   -exercise                 not this
//   (tanks OR guns) -drill    parentheses group
//   shells near/10 delivery   at most ten words between the two
//   speaker:"Jens Stoltenberg" publisher:nato organisation:"European Union" title:summit
//   language:en kind:direct force:promise id:12
//   date:2024-06  date:2024-01..2024-06  date:2024..  date:..2023
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace afterword {

enum class QueryField {
  kSpeaker,
  kOrganisation,
  kPublisher,
  kDate,
  kLanguage,
  kKind,
  kForce,
  kId,
  kTitle,
};

/// From the first day of `from` to the last day of `to`; open where absent.
struct DateRange {
  std::optional<Date> from;
  std::optional<Date> to;
  friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// A node of the tree. A kAll without clauses asks for everything.
struct Clause {
  enum class Kind { kAll, kAny, kNot, kWords, kNear, kField };

  Kind kind = Kind::kAll;
  /// Of kAll and kAny (never one of the same kind); the one of kNot; the two kWords of kNear.
  std::vector<Clause> clauses = {};
  /// Of kWords: one word or a phrase, as typed. Of kField: the value, except of kDate.
  std::string text = {};
  /// Of kNear: words in between, at most.
  int distance = 0;
  /// Of kField.
  QueryField field = QueryField::kTitle;
  DateRange dates = {};

  friend bool operator==(const Clause&, const Clause&) = default;
};

Clause WordsClause(std::string text);
Clause FieldClause(QueryField field, std::string value);
Clause DateClause(DateRange dates);

/// `left` and `right` both, in one kAll.
Clause Both(Clause left, Clause right);

/// The query as it was understood, with every parenthesis that a person may have left out.
/// Parsed again it gives the same tree.
std::string ToText(const Clause& query);

/// "speaker" …, and back.
std::string_view Name(QueryField field);
std::optional<QueryField> QueryFieldFromName(std::string_view name);

/// "speaker, organisation, …", for messages.
std::string QueryFieldNames();

}  // namespace afterword
