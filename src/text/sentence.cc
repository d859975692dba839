#include "text/sentence.h"

#include <algorithm>

#include "embedded/sentence_lexicon.h"
#include "text/abbreviation.h"
#include "text/lexicon_file.h"
#include "text/word_map.h"

namespace afterword {
namespace {

/// Longer ones are tables and lists without stops; later steps look back over whole sentences.
constexpr uint32_t kMaxSentenceTokens = 600;

enum class Hint { kNone, kStarter, kReporting };

Hint HintOf(std::string_view word) {
  static const WordMap<Hint> kMap = [] {
    WordMap<Hint> map;
    for (const LexiconRow& row : ReadLexicon(sentence_lexicon())) {
      map.Add(row.at(0), row.at(1) == "starter" ? Hint::kStarter : Hint::kReporting);
    }
    return map;
  }();
  const Hint* found = kMap.Find(word);
  return found ? *found : Hint::kNone;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const Token> tokens) : text_(text), tokens_(tokens) {}

  /// One past the last token of the sentence that begins at `begin`.
  uint32_t EndOf(uint32_t begin, uint32_t block_end) const {
    block_end = std::min(block_end, begin + kMaxSentenceTokens);
    for (uint32_t i = begin; i < block_end; ++i) {
      if (!MayEnd(i)) continue;
      const uint32_t next = SkipClosers(i + 1, block_end);
      if (next == block_end) return block_end;
      if (Ends(i, next, block_end)) return next;
    }
    return block_end;
  }

 private:
  std::string_view TextOf(uint32_t i) const { return Slice(text_, tokens_[i].span); }

  bool MayEnd(uint32_t i) const {
    const std::string_view word = TextOf(i);
    if (tokens_[i].kind == TokenClass::kWord) return word.ends_with('.');
    if (tokens_[i].kind != TokenClass::kPunctuation) return false;
    const char mark = word.front();
    return mark == '.' || mark == '!' || mark == '?' || word == "\u2026" || word == "\u3002";
  }

  /// Closing marks hug what they close: no white space before them.
  uint32_t SkipClosers(uint32_t i, uint32_t end) const {
    while (i < end && tokens_[i].span.begin == tokens_[i - 1].span.end) {
      const std::string_view word = TextOf(i);
      const bool closer = tokens_[i].kind == TokenClass::kQuote || word == ")" || word == "]" ||
                          word.front() == '!' || word.front() == '?';
      if (!closer) break;
      ++i;
    }
    return i;
  }

  bool Ends(uint32_t stop, uint32_t next, uint32_t block_end) const {
    if (tokens_[next].span.begin == tokens_[next - 1].span.end && !IsQuote(next)) return false;
    if (!CanBegin(next, block_end)) return false;
    if (tokens_[stop].kind == TokenClass::kWord) return EndsAfterAbbreviation(stop, next);
    return !(next > stop + 1 && TextOf(stop) != "." && IsReportedBy(next, block_end));
  }

  bool IsQuote(uint32_t i) const { return tokens_[i].kind == TokenClass::kQuote; }

  /// A capital, a number, or marks before one; after an ellipsis too.
  bool CanBegin(uint32_t i, uint32_t end) const {
    while (i < end && tokens_[i].kind != TokenClass::kWord &&
           tokens_[i].kind != TokenClass::kNumber) {
      const std::string_view mark = TextOf(i);
      if (mark == "," || mark == ";" || mark == ":") return false;
      ++i;
    }
    return i == end || tokens_[i].form != CaseForm::kLower;
  }

  bool EndsAfterAbbreviation(uint32_t stop, uint32_t next) const {
    std::string_view word = TextOf(stop);
    word.remove_suffix(1);
    const Abbreviation kind = AbbreviationOf(word);
    if (kind == Abbreviation::kIntroducing || kind == Abbreviation::kBeforeNumber) return false;
    if (next > stop + 1 || IsQuote(next)) return true;
    return HintOf(TextOf(next)) == Hint::kStarter;
  }

  /// `"Why?" Smith asked`: a reporting verb comes before any other mark.
  bool IsReportedBy(uint32_t i, uint32_t end) const {
    const uint32_t limit = std::min(end, i + 6);
    for (; i < limit && tokens_[i].kind == TokenClass::kWord; ++i) {
      if (HintOf(TextOf(i)) == Hint::kReporting) return true;
    }
    return false;
  }

  std::string_view text_;
  std::span<const Token> tokens_;
};

}  // namespace

std::vector<TokenRange> SplitSentences(std::string_view text, const TokenisedText& tokenised) {
  std::vector<TokenRange> sentences;
  const Splitter splitter(text, tokenised.tokens);
  for (const TokenRange block : tokenised.blocks) {
    for (uint32_t begin = block.begin; begin < block.end;) {
      const uint32_t end = splitter.EndOf(begin, block.end);
      sentences.push_back({begin, end});
      begin = end;
    }
  }
  return sentences;
}

}  // namespace afterword
