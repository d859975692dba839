#include "search/query_parser.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>

namespace afterword {
namespace {

/// One line: all{word(tanks), not{word(drill)}}.
std::string Dump(const Clause& clause) {
  std::string inner;
  for (const Clause& child : clause.clauses) inner += (inner.empty() ? "" : ", ") + Dump(child);
  switch (clause.kind) {
    case Clause::Kind::kAll:
      return fmt::format("all{{{}}}", inner);
    case Clause::Kind::kAny:
      return fmt::format("any{{{}}}", inner);
    case Clause::Kind::kNot:
      return fmt::format("not{{{}}}", inner);
    case Clause::Kind::kWords:
      return fmt::format("words({})", clause.text);
    case Clause::Kind::kNear:
      return fmt::format("near{}{{{}}}", clause.distance, inner);
    case Clause::Kind::kField:
      break;
  }
  if (clause.field != QueryField::kDate) {
    return fmt::format("{}({})", Name(clause.field), clause.text);
  }
  return fmt::format("date({}, {})", clause.dates.from ? ToIso(*clause.dates.from) : "-",
                     clause.dates.to ? ToIso(*clause.dates.to) : "-");
}

struct Case {
  const char* name;
  const char* typed;
  const char* tree;
  const char* shown;
};

class ParseQueryTest : public testing::TestWithParam<Case> {};

TEST_P(ParseQueryTest, UnderstandsAndShowsBack) {
  const Result<Clause> query = ParseQuery(GetParam().typed);
  ASSERT_TRUE(query.ok()) << query.error().message;
  EXPECT_EQ(Dump(query.value()), GetParam().tree);
  EXPECT_EQ(ToText(query.value()), GetParam().shown);
}

TEST_P(ParseQueryTest, WhatIsShownBackParsesToTheSame) {
  const Result<Clause> query = ParseQuery(GetParam().typed);
  ASSERT_TRUE(query.ok());
  const Result<Clause> again = ParseQuery(ToText(query.value()));
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_EQ(again.value(), query.value());
}

INSTANTIATE_TEST_SUITE_P(
    Queries, ParseQueryTest,
    testing::Values(
        Case{"Empty", "", "all{}", ""}, Case{"Blank", " \t\n ", "all{}", ""},
        Case{"OneWord", "tanks", "words(tanks)", "tanks"},
        Case{"TwoWords", "tanks  Delivery", "all{words(tanks), words(Delivery)}", "tanks Delivery"},
        Case{"And", "tanks AND guns", "all{words(tanks), words(guns)}", "tanks guns"},
        Case{"SmallOrIsAWord", "now or never", "all{words(now), words(or), words(never)}",
             "now or never"},
        Case{"Phrase", "\"air  defence\"", "words(air defence)", "\"air defence\""},
        Case{"PhraseOfOneWord", "\"tanks\"", "words(tanks)", "tanks"},
        Case{"PhraseOfAnOperator", "\"OR\" guns", "all{words(OR), words(guns)}", "\"OR\" guns"},
        Case{"CurlyQuotes", "\u201Cair\u00A0defence\u201D", "words(air defence)",
             "\"air defence\""},
        Case{"Or", "tanks OR guns OR shells", "any{words(tanks), words(guns), words(shells)}",
             "tanks OR guns OR shells"},
        Case{"OrBindsLessThanABlank", "a b OR c d",
             "any{all{words(a), words(b)}, all{words(c), words(d)}}", "(a b) OR (c d)"},
        Case{"OrInParentheses", "a (b OR c) d", "all{words(a), any{words(b), words(c)}, words(d)}",
             "a (b OR c) d"},
        Case{"ParenthesesThatSayNothing", "((a) (b c))", "all{words(a), words(b), words(c)}",
             "a b c"},
        Case{"OrWithinOr", "(a OR b) OR c", "any{words(a), words(b), words(c)}", "a OR b OR c"},
        Case{"Not", "tanks -drill", "all{words(tanks), not{words(drill)}}", "tanks -drill"},
        Case{"NotAlone", "-drill", "not{words(drill)}", "-drill"},
        Case{"NotTwice", "--drill", "words(drill)", "drill"},
        Case{"NotAGroup", "-(a OR b)", "not{any{words(a), words(b)}}", "-(a OR b)"},
        Case{"NotAPhrase", "-\"air defence\"", "not{words(air defence)}", "-\"air defence\""},
        Case{"HyphenInside", "F-16 well-known", "all{words(F-16), words(well-known)}",
             "F-16 well-known"},
        Case{"Near", "shells near/10 delivery", "near10{words(shells), words(delivery)}",
             "shells near/10 delivery"},
        Case{"NearPhrasesAmongOthers", "-\"air defence\" near/0 gap now",
             "all{not{near0{words(air defence), words(gap)}}, words(now)}",
             "-(\"air defence\" near/0 gap) now"},
        Case{"NearIsAWordWithoutASlash", "near miss", "all{words(near), words(miss)}", "near miss"},
        Case{"Speaker", "speaker:stoltenberg", "speaker(stoltenberg)", "speaker:stoltenberg"},
        Case{"SpeakerQuoted", "speaker:\"Jens Stoltenberg\" tanks",
             "all{speaker(Jens Stoltenberg), words(tanks)}", "speaker:\"Jens Stoltenberg\" tanks"},
        Case{"EveryField",
             "organisation:nato publisher:reuters language:en id:\"n.jsonl#3\" title:x",
             "all{organisation(nato), publisher(reuters), language(en), id(n.jsonl#3), title(x)}",
             "organisation:nato publisher:reuters language:en id:\"n.jsonl#3\" title:x"},
        Case{"NotAField", "-publisher:reuters", "not{publisher(reuters)}", "-publisher:reuters"},
        Case{"KindAndForce", "kind:direct force:promise", "all{kind(direct), force(promise)}",
             "kind:direct force:promise"},
        Case{"Month", "date:2024-06", "date(2024-06, 2024-06)", "date:2024-06"},
        Case{"Range", "date:2024-01..2024-06-15", "date(2024-01, 2024-06-15)",
             "date:2024-01..2024-06-15"},
        Case{"From", "date:2024..", "date(2024, -)", "date:2024.."},
        Case{"To", "date:..2024-06", "date(-, 2024-06)", "date:..2024-06"},
        Case{"DashesArePassedOver", "NATO \u2013 & - Ukraine", "all{words(NATO), words(Ukraine)}",
             "NATO Ukraine"},
        Case{"ColonsThatAreNoFields", "10:30 note: x", "all{words(10:30), words(note:), words(x)}",
             "\"10:30\" \"note:\" x"},
        Case{"OperatorsOfTheIndexAreWords", "a* ^b {c} +d",
             "all{words(a*), words(^b), words({c}), words(+d)}", "\"a*\" \"^b\" \"{c}\" \"+d\""},
        Case{"OtherScripts", "Зеленський \u8D8A\u5357",
             "all{words(Зеленський), words(\u8D8A\u5357)}", "Зеленський \u8D8A\u5357"}),
    [](const auto& test) { return test.param.name; });

struct BadCase {
  const char* name;
  const char* typed;
  const char* message;
};

class ParseQueryErrorTest : public testing::TestWithParam<BadCase> {};

TEST_P(ParseQueryErrorTest, SaysWhatAndWhere) {
  const Result<Clause> query = ParseQuery(GetParam().typed);
  ASSERT_FALSE(query.ok()) << ToText(query.value());
  EXPECT_EQ(query.error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(query.error().message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Queries, ParseQueryErrorTest,
    testing::Values(
        BadCase{"OpenQuotes", "tanks \"air", "character 7: the quotes are never closed"},
        BadCase{"EmptyQuotes", "\"\"", "character 1: the quotes hold no letter or digit"},
        BadCase{"OpenParenthesis", "é (a", "character 3: \"(\" is never closed"},
        BadCase{"StrayParenthesis", "a) b", "character 2: \")\" closes nothing"},
        BadCase{"EmptyParentheses", "()", "character 2: there is nothing to look for"},
        BadCase{"NothingBeforeOr", "OR a", "character 1: there is nothing to look for"},
        BadCase{"NothingAfterOr", "a OR", "character 5: there is nothing to look for"},
        BadCase{"OnlyADash", "-", "character 1: there is nothing to look for"},
        BadCase{"NearNothing", "a near/3",
                "character 3: near/ needs a word or a phrase on either side"},
        BadCase{"NearFirst", "near/3 a",
                "character 1: near/ needs a word or a phrase on either side"},
        BadCase{"NearAGroup", "a near/3 (b c)",
                "character 3: near/ needs a word or a phrase on either side"},
        BadCase{"NearWithoutNumber", "a near/ b",
                "character 3: near/ needs a number from 0 to 100"},
        BadCase{"NearTooFar", "a near/101 b", "character 3: near/ needs a number from 0 to 100"},
        BadCase{"UnknownField", "speker:x",
                "character 1: \"speker:\" is no field (there are speaker, organisation, publisher, "
                "date, language, kind, force, id, title); put quotes around it to look for the "
                "word"},
        BadCase{"NoValue", "a speaker: b", "character 3: \"speaker:\" has no value"},
        BadCase{"EmptyValue", "speaker:\"\"",
                "character 1: \"speaker:\": the value holds no letter or digit"},
        BadCase{"NoDate", "date:june",
                "character 1: \"date:june\": dates are written 2024, 2024-06 or 2024-06-06, ranges "
                "2024-01..2024-06"},
        BadCase{"NoDayOfTheCalendar", "date:2023-02-29",
                "character 1: \"date:2023-02-29\": dates are written 2024, 2024-06 or 2024-06-06, "
                "ranges 2024-01..2024-06"},
        BadCase{"RangeBackwards", "date:2024..2023",
                "character 1: \"date:2024..2023\": the range ends before it begins"},
        BadCase{"UnknownKind", "kind:loud",
                "character 1: \"kind:loud\": kinds are direct, indirect and mixed"},
        BadCase{"UnknownForce", "force:beg",
                "character 1: \"force:beg\": forces are assert, deny, promise, urge, expect, ask "
                "and refuse"},
        BadCase{"NotUtf8", "a\xFF", "the query is not valid UTF-8"}),
    [](const auto& test) { return test.param.name; });

TEST(ParseQuery, RefusesWhatIsNestedTooDeep) {
  const std::string open(kMaxQueryDepth + 1, '(');
  const std::string close(kMaxQueryDepth + 1, ')');
  EXPECT_TRUE(ParseQuery(open.substr(1) + "a" + close.substr(1)).ok());
  const Result<Clause> query = ParseQuery(open + "a" + close);
  ASSERT_FALSE(query.ok());
  EXPECT_EQ(query.error().code, ErrorCode::kLimitExceeded);
  EXPECT_FALSE(ParseQuery(std::string(kMaxQueryDepth + 1, '-') + "a").ok());
}

TEST(ParseQuery, RefusesWhatIsTooLong) {
  EXPECT_TRUE(ParseQuery(std::string(kMaxQueryBytes, 'a')).ok());
  EXPECT_FALSE(ParseQuery(std::string(kMaxQueryBytes + 1, 'a')).ok());
}

TEST(ParseQuery, NeverReadsAQuotedZeroAsTheEnd) {
  const Result<Clause> query = ParseQuery(std::string_view("\"a\0b\"", 5));
  ASSERT_TRUE(query.ok());
  EXPECT_EQ(Dump(query.value()), "words(a b)");
}

}  // namespace
}  // namespace afterword
