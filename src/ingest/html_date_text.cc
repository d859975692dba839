#include "ingest/html_date_text.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <unordered_map>
#include <vector>

#include "embedded/html_months.h"
#include "text/lexicon_file.h"

namespace afterword {
namespace {

struct MonthName {
  std::string_view language;
  int month;
};

/// Lower-case name → months, in the order of the file.
const std::unordered_map<std::string, std::vector<MonthName>>& Months() {
  static const auto months = [] {
    std::unordered_map<std::string, std::vector<MonthName>> table;
    for (const LexiconRow& row : ReadLexicon(html_months())) {
      for (size_t month = 1; month < row.size(); ++month) {
        for (const std::string_view name : SplitAt(row[month], ',')) {
          if (!name.empty()) table[std::string(name)].push_back({row[0], static_cast<int>(month)});
        }
      }
    }
    return table;
  }();
  return months;
}

std::string Lower(std::string_view word) {
  std::string lower;
  icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())))
      .toLower()
      .toUTF8String(lower);
  return lower;
}

/// The month that `word` names; 0 if none.
int MonthOf(std::string_view word, std::string_view language) {
  if (word.size() < 3 || word.size() > 40) return 0;
  const auto found = Months().find(Lower(word));
  if (found == Months().end()) return 0;
  for (const MonthName& name : found->second) {
    if (name.language == language) return name.month;
  }
  return found->second.front().month;
}

/// A number or a word; what stands between tokens is the separator before the next.
struct Token {
  std::string_view text;
  uint32_t begin = 0;
  int number = -1;  // up to eight digits; -1 for words
  std::string_view before;
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

std::vector<Token> Tokens(std::string_view text) {
  std::vector<Token> tokens;
  size_t last = 0;
  for (size_t i = 0; i < text.size();) {
    const bool digit = IsDigit(text[i]);
    if (!digit && !IsLetter(text[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < text.size() && (digit ? IsDigit(text[end]) : IsLetter(text[end]))) ++end;
    Token token{text.substr(i, end - i), static_cast<uint32_t>(i), -1, text.substr(last, i - last)};
    if (digit && end - i <= 8) {
      std::from_chars(text.data() + i, text.data() + end, token.number);
    }
    tokens.push_back(token);
    last = i = end;
  }
  return tokens;
}

bool IsYear(const Token& token) {
  return token.text.size() == 4 && token.number >= 1990 && token.number <= 2099;
}
bool IsDayOrMonth(const Token& token) {
  return token.number >= 1 && token.number <= 31 && token.text.size() <= 2;
}

std::optional<Date> MakeDate(int year, int month, int day) {
  const std::chrono::year_month_day calendar{std::chrono::year{year},
                                             std::chrono::month{static_cast<unsigned>(month)},
                                             std::chrono::day{static_cast<unsigned>(day)}};
  if (!calendar.ok()) return std::nullopt;
  return Date{static_cast<int16_t>(year), static_cast<uint8_t>(month), static_cast<uint8_t>(day)};
}

class Matcher {
 public:
  Matcher(std::vector<Token> tokens, const DateTextOptions& options)
      : tokens_(std::move(tokens)), options_(options) {}

  std::optional<FoundDate> Run() const {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      size_t used = 0;
      if (const auto date = MatchAt(i, used)) {
        const Token& last = tokens_[i + used - 1];
        return FoundDate{*date, MakeSpan(tokens_[i].begin, last.begin + last.text.size())};
      }
    }
    return std::nullopt;
  }

 private:
  const Token* At(size_t i) const { return i < tokens_.size() ? &tokens_[i] : nullptr; }

  /// The date that begins at token `i`; `used` tokens make it up.
  std::optional<Date> MatchAt(size_t i, size_t& used) const {
    if (tokens_[i].number < 0) return MonthDayYear(i, used);
    if (IsYear(tokens_[i])) return YearMonthDay(i, used);
    if (!IsDayOrMonth(tokens_[i])) return std::nullopt;
    if (auto date = Digits(i, used)) return date;
    return DayMonthYear(i, used);
  }

  static bool IsOneOf(std::string_view text, std::string_view marks) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text.size() == 1 && marks.find(text) != marks.npos;
  }

  /// 2024-06-06, 2024/6/6, 2024. 6. 6, 2024年6月6日, 2024 June 6, 2024 m. birželio 6.
  std::optional<Date> YearMonthDay(size_t i, size_t& used) const {
    const Token* second = At(i + 1);
    const Token* third = At(i + 2);
    if (second == nullptr || third == nullptr) return std::nullopt;
    const int year = tokens_[i].number;
    used = 3;
    if (IsDayOrMonth(*second) && IsDayOrMonth(*third) && IsOneOf(second->before, "-/.") &&
        IsOneOf(third->before, "-/.")) {
      return MakeDate(year, second->number, third->number);
    }
    const Token* fourth = At(i + 3);
    const Token* fifth = At(i + 4);
    const bool eastern = second->text == "\u5E74" || second->text == "\uB144";
    if (eastern && fourth != nullptr && fifth != nullptr && IsDayOrMonth(*third) &&
        (fourth->text == "\u6708" || fourth->text == "\uC6D4") && IsDayOrMonth(*fifth)) {
      used = 5;
      return MakeDate(year, third->number, fifth->number);
    }
    if (second->text == "m" && fourth != nullptr) {
      const int month = MonthOf(third->text, options_.language);
      used = 4;
      if (month > 0 && IsDayOrMonth(*fourth)) return MakeDate(year, month, fourth->number);
    }
    used = 3;
    const int month = MonthOf(second->text, options_.language);
    if (month > 0 && IsDayOrMonth(*third)) return MakeDate(year, month, third->number);
    return std::nullopt;
  }

  /// 06.06.2024, 6/6/2024, 06-06-2024, 06.06.24.
  std::optional<Date> Digits(size_t i, size_t& used) const {
    const Token& first = tokens_[i];
    const Token* second = At(i + 1);
    const Token* third = At(i + 2);
    if (second == nullptr || third == nullptr || !IsDayOrMonth(*second)) return std::nullopt;
    if (!IsOneOf(second->before, "-/.") || !IsOneOf(third->before, "-/.")) return std::nullopt;
    const bool short_year = third->text.size() == 2 && first.text.size() == 2 &&
                            second->text.size() == 2 && third->number < 50 &&
                            second->before.size() == 1;
    if (!IsYear(*third) && !short_year) return std::nullopt;
    used = 3;
    const int year = short_year ? 2000 + third->number : third->number;
    const bool slashes = second->before.find('/') != second->before.npos;
    bool month_first = slashes && options_.order == DayMonthOrder::kMonthFirst;
    if (first.number > 12) month_first = false;
    if (second->number > 12) month_first = true;
    return month_first ? MakeDate(year, first.number, second->number)
                       : MakeDate(year, second->number, first.number);
  }

  static bool IsOrdinal(std::string_view word) {
    static constexpr auto kOrdinals = std::to_array<std::string_view>(
        {"st", "nd", "rd", "th", "er", "\u00BA", "de", "of", "di", "da", "ta", "den", "ter"});
    return std::find(kOrdinals.begin(), kOrdinals.end(), word) != kOrdinals.end();
  }

  static bool IsYearLink(std::string_view word) {
    return word == "de" || word == "del" || word == "of" || word == "r" || word == "dne";
  }

  /// 6 June 2024, 6. Juni 2024, 6th of June, 2024, 6 de junio de 2024.
  std::optional<Date> DayMonthYear(size_t i, size_t& used) const {
    size_t at = i + 1;
    while (at < i + 3 && At(at) != nullptr && IsOrdinal(tokens_[at].text)) ++at;
    if (At(at) == nullptr || tokens_[at].before.size() > 3) return std::nullopt;
    const int month = MonthOf(tokens_[at].text, options_.language);
    if (month == 0) return std::nullopt;
    ++at;
    if (At(at) != nullptr && IsYearLink(tokens_[at].text)) ++at;
    if (At(at) == nullptr || !IsYear(tokens_[at]) || tokens_[at].before.size() > 4) {
      return std::nullopt;
    }
    used = at + 1 - i;
    return MakeDate(tokens_[at].number, month, tokens_[i].number);
  }

  /// June 6, 2024; Jun 6th 2024.
  std::optional<Date> MonthDayYear(size_t i, size_t& used) const {
    const Token* day = At(i + 1);
    if (day == nullptr || !IsDayOrMonth(*day) || day->before.size() > 3) return std::nullopt;
    const int month = MonthOf(tokens_[i].text, options_.language);
    if (month == 0) return std::nullopt;
    size_t at = i + 2;
    if (At(at) != nullptr && IsOrdinal(tokens_[at].text)) ++at;
    if (At(at) == nullptr || !IsYear(tokens_[at]) || tokens_[at].before.size() > 3) {
      return std::nullopt;
    }
    used = at + 1 - i;
    return MakeDate(tokens_[at].number, month, day->number);
  }

  std::vector<Token> tokens_;
  const DateTextOptions& options_;
};

}  // namespace

DayMonthOrder OrderOfLanguage(std::string_view tag) {
  const bool english = tag.starts_with("en") || tag.starts_with("EN");
  const bool american = english && (tag.size() == 2 || tag.ends_with("US") || tag.ends_with("us") ||
                                    tag.ends_with("CA"));
  return american ? DayMonthOrder::kMonthFirst : DayMonthOrder::kDayFirst;
}

std::optional<FoundDate> FindDateInText(std::string_view text, const DateTextOptions& options) {
  return Matcher(Tokens(text), options).Run();
}

}  // namespace afterword
