// One pass, left to right: at each character that is no white space, the longest token that
// begins there. What an inner mark is depends on its neighbours alone.

#include "text/token.h"

#include <algorithm>
#include <array>

#include "text/abbreviation.h"
#include "text/case_form.h"
#include "text/character.h"
#include "text/utf8.h"

namespace afterword {
namespace {

/// A character with its class, or the end of the block.
struct Character {
  char32_t value = 0;
  uint32_t size = 0;
  CharacterClass kind = CharacterClass::kSpace;
};

class Tokeniser {
 public:
  Tokeniser(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void Read(Span block) {
    at_ = block.begin;
    end_ = block.end;
    while (at_ < end_) ReadToken();
  }

 private:
  Character Peek(uint32_t offset) const {
    if (offset >= end_) return {};
    const CodePoint point = DecodeAt(text_.substr(0, end_), offset);
    return {point.value, point.size, ClassOf(point.value)};
  }

  void ReadToken() {
    const Character first = Peek(at_);
    if (first.kind == CharacterClass::kSpace) {
      at_ += first.size;
    } else if (IsLetterOrDigit(first.kind) || BeginsTag(first)) {
      ReadWord();
    } else if (IsApostrophe(first.value) && BeginsElision(at_ + first.size)) {
      at_ += first.size;
      ReadWordFrom(at_ - first.size);
    } else if (first.kind == CharacterClass::kQuote) {
      Emit(at_, at_ + QuoteSize(first), TokenClass::kQuote);
    } else {
      ReadPunctuation(first);
    }
  }

  /// "@name" and "#topic" are words.
  bool BeginsTag(const Character& first) const {
    return (first.value == '@' || first.value == '#') && IsLetter(Peek(at_ + 1).kind);
  }

  /// "'90s", "'em", "'tis": the apostrophe stands for what was left out. `offset` is after it.
  bool BeginsElision(uint32_t offset) const {
    const std::string_view rest = text_.substr(offset, end_ - offset);
    const auto digit = [&rest](size_t i) {
      return i < rest.size() && rest[i] >= '0' && rest[i] <= '9';
    };
    if (digit(0) && digit(1) && rest.size() > 2 && rest[2] == 's') return true;
    for (const std::string_view word : {"em", "tis", "twas", "til", "cause", "n"}) {
      if (EqualFolded(rest.substr(0, word.size()), word) &&
          !IsLetterOrDigit(Peek(offset + static_cast<uint32_t>(word.size())).kind)) {
        return true;
      }
    }
    return false;
  }

  /// Two straight or back quotes are one mark, as typewriters and TeX have it.
  uint32_t QuoteSize(const Character& first) const {
    const bool pairs = first.value == '\'' || first.value == '`';
    return pairs && Peek(at_ + 1).value == first.value ? 2 : first.size;
  }

  /// Runs of the same mark ("...", "--", "!!") are one token.
  void ReadPunctuation(const Character& first) {
    uint32_t end = at_ + first.size;
    if (first.value < 128) {
      while (end < end_ && text_[end] == text_[at_]) ++end;
    }
    Emit(at_, end, TokenClass::kPunctuation);
  }

  void ReadWord() { ReadWordFrom(at_); }

  void ReadWordFrom(uint32_t begin) {
    uint32_t end = at_;
    if (const Character tag = Peek(end); !IsLetterOrDigit(tag.kind)) end += tag.size;
    const bool number = Peek(end).kind == CharacterClass::kDigit;
    while (true) {
      const Character here = Peek(end);
      if (IsLetterOrDigit(here.kind)) {
        end += here.size;
      } else if (here.size > 0 && Joins(here, end)) {
        end += here.size;
      } else {
        break;
      }
    }
    if (const uint32_t clitic = CliticBegin(begin, end); clitic < end) {
      Emit(begin, clitic, number ? TokenClass::kNumber : TokenClass::kWord);
      Emit(clitic, end, TokenClass::kWord);
      return;
    }
    Emit(begin, WithPoint(begin, end), number ? TokenClass::kNumber : TokenClass::kWord);
  }

  /// Whether the mark at `offset`, after a letter or digit, goes on with the same word.
  bool Joins(const Character& mark, uint32_t offset) const {
    const Character next = Peek(offset + mark.size);
    if (!IsLetterOrDigit(next.kind)) return false;
    const bool digits_around =
        next.kind == CharacterClass::kDigit && text_[offset - 1] >= '0' && text_[offset - 1] <= '9';
    if (IsApostrophe(mark.value)) return IsLetter(next.kind);
    if (mark.value == '-' || mark.value == 0x2010 || mark.value == 0x2011) return true;
    if (mark.value == '.') return digits_around || JoinsAtPoint(offset, next);
    return digits_around && (mark.value == ',' || mark.value == ':' || mark.value == '/');
  }

  /// "U.S.", "example.org", but not "war.The" whose space is missing.
  bool JoinsAtPoint(uint32_t offset, const Character& next) const {
    const Character after = Peek(offset + 1 + next.size);
    return next.kind == CharacterClass::kLower || after.value == '.';
  }

  /// Where "'s" begins that ends the word, or its end.
  uint32_t CliticBegin(uint32_t begin, uint32_t end) const {
    const std::string_view word = text_.substr(begin, end - begin);
    for (const std::string_view clitic : {"'s", "\u2019s", "'S", "\u2019S"}) {
      if (word.size() > clitic.size() && word.ends_with(clitic)) {
        return end - static_cast<uint32_t>(clitic.size());
      }
    }
    return end;
  }

  /// The end of a word with its point, if the point is its own: "U.S.", "J.", "Gen.".
  uint32_t WithPoint(uint32_t begin, uint32_t end) const {
    if (end >= end_ || text_[end] != '.' || Peek(end + 1).value == '.') return end;
    const std::string_view word = text_.substr(begin, end - begin);
    const bool initials =
        (word.size() == 1 && Peek(begin).kind == CharacterClass::kUpper) ||
        (word.size() > 2 && word[word.size() - 2] == '.' && IsLetter(Peek(end - 1).kind));
    return initials || OwnsPoint(word, end + 1) ? end + 1 : end;
  }

  bool OwnsPoint(std::string_view word, uint32_t after) const {
    const Abbreviation kind = AbbreviationOf(word);
    if (kind != Abbreviation::kBeforeNumber) return kind != Abbreviation::kNone;
    return Peek(after).value == ' ' && Peek(after + 1).kind == CharacterClass::kDigit;
  }

  void Emit(uint32_t begin, uint32_t end, TokenClass kind) {
    const Span span{begin, end};
    tokens_.push_back({span, kind, kind == TokenClass::kWord ? FormOf(span) : CaseForm::kNone});
    at_ = end;
  }

  CaseForm FormOf(Span span) const {
    size_t upper = 0;
    size_t lower = 0;
    bool first_upper = false;
    for (uint32_t i = span.begin; i < span.end;) {
      const Character here = Peek(i);
      if (here.kind == CharacterClass::kUpper) {
        first_upper |= upper + lower == 0;
        ++upper;
      } else if (here.kind == CharacterClass::kLower) {
        ++lower;
      }
      i += here.size;
    }
    if (upper == 0) return lower == 0 ? CaseForm::kNone : CaseForm::kLower;
    if (lower == 0) return upper == 1 ? CaseForm::kCapital : CaseForm::kUpper;
    return first_upper && upper == 1 ? CaseForm::kCapital : CaseForm::kMixed;
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  uint32_t at_ = 0;
  uint32_t end_ = 0;
};

}  // namespace

TokenisedText Tokenise(std::string_view text, std::span<const Span> blocks) {
  TokenisedText result;
  result.tokens.reserve(text.size() / 5 + 1);
  result.blocks.reserve(blocks.size());
  Tokeniser tokeniser(text, result.tokens);
  for (const Span block : blocks) {
    const auto begin = static_cast<uint32_t>(result.tokens.size());
    tokeniser.Read(block);
    result.blocks.push_back({begin, static_cast<uint32_t>(result.tokens.size())});
  }
  return result;
}

Span SpanOf(std::span<const Token> tokens, TokenRange range) {
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

}  // namespace afterword
