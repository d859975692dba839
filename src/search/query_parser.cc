// By recursive descent, one function a line of the grammar:
//
//   either  = all-of { "OR" all-of }
//   all-of  = { clause | "AND" }                       at least one clause
//   clause  = "-" clause | near
//   near    = primary [ "near/" number primary ]       both words or phrases
//   primary = "(" either ")" | '"' phrase '"' | field ":" value | word

#include "search/query_parser.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

#include "record/analysis.h"
#include "search/words.h"
#include "text/case_form.h"
#include "text/utf8.h"

namespace afterword {
namespace {

/// Absent: a word that says nothing, passed over.
using MaybeClause = std::optional<Clause>;

bool IsBlank(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; }

/// Straight quotes for curly ones, blanks for wide and no-break blanks.
std::string WithPlainMarks(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, char>, 6> kPlain{{{"\u201C", '"'},
                                                                     {"\u201D", '"'},
                                                                     {"\u201E", '"'},
                                                                     {"\u00A0", ' '},
                                                                     {"\u202F", ' '},
                                                                     {"\u3000", ' '}}};
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    const auto* mark = std::find_if(kPlain.begin(), kPlain.end(), [&](const auto& pair) {
      return text.substr(at).starts_with(pair.first);
    });
    plain += mark == kPlain.end() ? text[at] : mark->second;
    at += mark == kPlain.end() ? 1 : mark->first.size();
  }
  return plain;
}

std::string WithSingleBlanks(std::string_view text) {
  std::string single;
  for (const char c : text) {
    if (!IsBlank(c)) {
      single += c;
    } else if (!single.empty() && single.back() != ' ') {
      single += ' ';
    }
  }
  if (single.ends_with(' ')) single.pop_back();
  return single;
}

std::optional<int> NearDistance(std::string_view word) {
  if (!word.starts_with("near/") && !word.starts_with("NEAR/")) return std::nullopt;
  const std::string_view digits = word.substr(5);
  int distance = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), distance);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && distance >= 0 ? distance : -1;
}

class QueryParser {
 public:
  explicit QueryParser(std::string_view text) : text_(text) {}

  Result<Clause> Parse() {
    SkipBlanks();
    if (AtEnd()) return Clause{};
    Clause query = TRY(Either());
    if (!AtEnd()) return ErrorAt(at_, "\")\" closes nothing");
    return query;
  }

 private:
  Result<Clause> Either() {
    Clause either;
    either.kind = Clause::Kind::kAny;
    while (true) {
      Clause side = TRY(AllOf());
      if (side.kind == Clause::Kind::kAny) {
        std::move(side.clauses.begin(), side.clauses.end(), std::back_inserter(either.clauses));
      } else {
        either.clauses.push_back(std::move(side));
      }
      if (!TakeWord("OR")) break;
    }
    if (either.clauses.size() > 1) return either;
    Clause only = std::move(either.clauses.front());
    return only;
  }

  Result<Clause> AllOf() {
    const size_t begin = at_;
    Clause all;
    for (SkipBlanks(); !AtEnd() && Peek() != ')' && PeekWord() != "OR"; SkipBlanks()) {
      if (TakeWord("AND")) continue;
      MaybeClause clause = TRY(Negatable());
      if (clause) all = Both(std::move(all), std::move(*clause));
      // Both gives the clause itself where it is the only one.
      if (all.kind != Clause::Kind::kAll) all = Clause{.clauses = {std::move(all)}};
    }
    if (all.clauses.empty()) return ErrorAt(begin, "there is nothing to look for");
    if (all.clauses.size() > 1) return all;
    Clause only = std::move(all.clauses.front());
    return only;
  }

  Result<MaybeClause> Negatable() {
    if (Peek() != '-') return Near();
    const size_t begin = at_++;
    if (AtEnd() || IsBlank(Peek())) return MaybeClause{};
    TRY(Deeper(begin));
    MaybeClause inner = TRY(Negatable());
    --depth_;
    if (!inner) return MaybeClause{};
    if (inner->kind == Clause::Kind::kNot) return MaybeClause{std::move(inner->clauses.front())};
    Clause negated;
    negated.kind = Clause::Kind::kNot;
    negated.clauses.push_back(std::move(*inner));
    return MaybeClause{std::move(negated)};
  }

  Result<MaybeClause> Near() {
    MaybeClause left = TRY(Primary());
    SkipBlanks();
    const size_t begin = at_;
    const std::optional<int> distance = NearDistance(PeekWord());
    if (!distance) return left;
    if (*distance < 0 || *distance > kMaxNearDistance) {
      return ErrorAt(begin, fmt::format("near/ needs a number from 0 to {}", kMaxNearDistance));
    }
    at_ += PeekWord().size();
    SkipBlanks();
    MaybeClause right = AtEnd() || Peek() == ')' ? MaybeClause{} : TRY(Primary());
    const auto is_words = [](const MaybeClause& side) {
      return side && side->kind == Clause::Kind::kWords;
    };
    if (!is_words(left) || !is_words(right)) {
      return ErrorAt(begin, "near/ needs a word or a phrase on either side");
    }
    Clause near;
    near.kind = Clause::Kind::kNear;
    near.distance = *distance;
    near.clauses = {std::move(*left), std::move(*right)};
    return MaybeClause{std::move(near)};
  }

  Result<MaybeClause> Primary() {
    if (Peek() == '(') return Group();
    const size_t begin = at_;
    if (Peek() == '"') {
      std::string phrase = TRY(Phrase());
      if (!HasWord(phrase)) return ErrorAt(begin, "the quotes hold no letter or digit");
      return MaybeClause{WordsClause(std::move(phrase))};
    }
    const std::string_view word = PeekWord();
    if (NearDistance(word)) {
      return ErrorAt(begin, "near/ needs a word or a phrase on either side");
    }
    const size_t colon = word.find(':');
    const bool value_follows = colon + 1 < word.size() || CharacterAt(begin + colon + 1) == '"';
    if (colon != word.npos && colon > 0 && value_follows && IsName(word.substr(0, colon))) {
      return FieldAndValue(word.substr(0, colon));
    }
    if (colon != word.npos && QueryFieldFromName(Folded(word.substr(0, colon)))) {
      return ErrorAt(begin, fmt::format("\"{}\" has no value", word));
    }
    at_ += word.size();
    if (!HasWord(word)) return MaybeClause{};
    return MaybeClause{WordsClause(std::string(word))};
  }

  Result<MaybeClause> Group() {
    const size_t begin = at_++;
    TRY(Deeper(begin));
    Clause inner = TRY(Either());
    --depth_;
    if (AtEnd()) return ErrorAt(begin, "\"(\" is never closed");
    ++at_;
    return MaybeClause{std::move(inner)};
  }

  /// What stands between two quotes.
  Result<std::string> Phrase() {
    const size_t begin = at_++;
    const size_t end = text_.find('"', at_);
    if (end == text_.npos) return ErrorAt(begin, "the quotes are never closed");
    std::string phrase = WithSingleBlanks(text_.substr(at_, end - at_));
    at_ = end + 1;
    return phrase;
  }

  Result<MaybeClause> FieldAndValue(std::string_view name) {
    const size_t begin = at_;
    const std::optional<QueryField> field = QueryFieldFromName(Folded(name));
    if (!field) {
      return ErrorAt(begin, fmt::format("\"{}:\" is no field (there are {}); put quotes around it "
                                        "to look for the word",
                                        name, QueryFieldNames()));
    }
    at_ += name.size() + 1;
    std::string value;
    if (CharacterAt(at_) == '"') {
      value = TRY(Phrase());
    } else {
      value = PeekWord();
      at_ += value.size();
    }
    Result<Clause> clause = ParseField(*field, std::move(value));
    if (!clause.ok()) return ErrorAt(begin, clause.error().message);
    return MaybeClause{std::move(clause).value()};
  }

  Status Deeper(size_t at) {
    if (++depth_ <= kMaxQueryDepth) return Ok();
    return Error{ErrorCode::kLimitExceeded,
                 Placed(at, fmt::format("nested more than {} deep", kMaxQueryDepth))};
  }

  bool AtEnd() const { return at_ == text_.size(); }
  char Peek() const { return text_[at_]; }
  char CharacterAt(size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  void SkipBlanks() {
    while (!AtEnd() && IsBlank(Peek())) ++at_;
  }

  /// Up to the next blank, quote or parenthesis.
  std::string_view PeekWord() const {
    size_t end = at_;
    while (end < text_.size() && !IsBlank(text_[end]) && text_[end] != '"' && text_[end] != '(' &&
           text_[end] != ')') {
      ++end;
    }
    return text_.substr(at_, end - at_);
  }

  bool TakeWord(std::string_view word) {
    if (PeekWord() != word) return false;
    at_ += word.size();
    return true;
  }

  static bool IsName(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    });
  }

  std::string Placed(size_t at, std::string_view message) const {
    return fmt::format("character {}: {}", CountCodePoints(text_.substr(0, at)) + 1, message);
  }

  Error ErrorAt(size_t at, std::string_view message) const {
    return {ErrorCode::kInvalidInput, Placed(at, message)};
  }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
};

Result<Date> ParseDate(std::string_view text) {
  const std::optional<Date> date = DateFromIso(text);
  // DateFromIso passes over what follows; here nothing may follow.
  if (date && ToIso(*date) == text) return *date;
  return Error{ErrorCode::kInvalidInput,
               "dates are written 2024, 2024-06 or 2024-06-06, ranges 2024-01..2024-06"};
}

}  // namespace

Result<Clause> ParseQuery(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    return Error{ErrorCode::kLimitExceeded,
                 fmt::format("the query has {} bytes, more than {}", text.size(), kMaxQueryBytes)};
  }
  if (!IsValidUtf8(text)) return Error{ErrorCode::kInvalidInput, "the query is not valid UTF-8"};
  const std::string plain = WithPlainMarks(text);
  return QueryParser(plain).Parse();
}

Result<Clause> ParseField(QueryField field, std::string value) {
  const auto refuse = [&](std::string_view must) {
    return Error{ErrorCode::kInvalidInput, fmt::format("\"{}:{}\": {}", Name(field), value, must)};
  };
  if (!IsValidUtf8(value)) return Error{ErrorCode::kInvalidInput, "the value is not valid UTF-8"};
  if (!HasWord(value)) return refuse("the value holds no letter or digit");
  if (field == QueryField::kDate) {
    Result<DateRange> dates = ParseDateRange(value);
    if (!dates.ok()) return refuse(dates.error().message);
    return DateClause(dates.value());
  }
  if (field == QueryField::kKind && !StatementKindFromName(value)) {
    return refuse("kinds are direct, indirect and mixed");
  }
  if (field == QueryField::kForce && !ForceFromName(value)) {
    return refuse("forces are assert, deny, promise, urge, expect, ask and refuse");
  }
  if (field == QueryField::kLanguage) value = Folded(value);
  return FieldClause(field, std::move(value));
}

Result<DateRange> ParseDateRange(std::string_view text) {
  const size_t dots = text.find("..");
  DateRange range;
  if (dots == text.npos) {
    const Date date = TRY(ParseDate(text));
    return DateRange{date, date};
  }
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  if (!from.empty()) range.from = TRY(ParseDate(from));
  if (!to.empty()) range.to = TRY(ParseDate(to));
  if (!range.from && !range.to) {
    return Error{ErrorCode::kInvalidInput, "a range needs a beginning or an end"};
  }
  if (range.from && range.to && FirstDay(*range.from) > LastDay(*range.to)) {
    return Error{ErrorCode::kInvalidInput, "the range ends before it begins"};
  }
  return range;
}

}  // namespace afterword
