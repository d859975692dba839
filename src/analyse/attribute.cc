// The rules, reader "rules-1". Each cue is tried in order of the text:
//
//   1. A quotation that ends right before the source or the cue is its content:
//      `"…," X said`, `"…," said X`. Where the quotation is only part of its sentence, the sentence
//      up to there is: `NATO "is ready", X said`.
//   2. Else what follows the cue is: `X said that …`, `X told Y that …`, `X said: "…"`.
//   3. Else the clause before it: `…, X said on Thursday.`
//
// ", adding that …" shares the source of the report before it in the sentence. What a report has
// claimed as content holds no further report. Quotations that no cue claimed follow: one that
// goes on in the same paragraph joins the statement before it, and one that fills a paragraph is
// a statement by the last speaker. Where no rule is sure nothing is found: missing one is better
// than a wrong one.

#include "analyse/attribute.h"

#include <algorithm>
#include <optional>

#include "analyse/clause.h"
#include "analyse/cue.h"
#include "analyse/noun_phrase.h"

namespace afterword {
namespace {

constexpr uint32_t kMaxAddressee = 12;
/// How far after the cue a "that" or a quotation may stand: "said in a statement on Thursday that".
constexpr uint32_t kMaxDetour = 16;
constexpr uint32_t kMaxDateline = 12;
constexpr uint32_t kMinClauseWords = 3;
constexpr uint32_t kMinQuotationWords = 4;

/// An attribution in tokens, as it is put together.
struct Draft {
  TokenRange source;
  TokenRange cue;
  std::vector<TokenRange> content;
  float score = 1;

  uint32_t First() const {
    uint32_t first = content.front().begin;
    if (!cue.empty()) first = std::min(first, cue.begin);
    if (!source.empty()) first = std::min(first, source.begin);
    return first;
  }
};

class Rules {
 public:
  explicit Rules(const Reading& reading)
      : reading_(reading),
        cues_(FindCues(reading)),
        claimed_(reading.size(), false),
        speaks_(reading.blocks.size(), false) {}

  std::vector<Attribution> Run() {
    for (const Cue& cue : cues_) TryCue(cue);
    for (uint32_t i = 0; i < reading_.quotations.size(); ++i) TryQuotation(i);
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const Draft& a, const Draft& b) { return a.First() < b.First(); });
    std::vector<Attribution> result;
    result.reserve(drafts_.size());
    for (Draft& draft : drafts_) result.push_back(Finish(draft));
    return result;
  }

 private:
  // --- Cues ---

  void TryCue(const Cue& cue) {
    if (claimed_[cue.verb]) return;
    std::optional<Draft> draft;
    switch (cue.form) {
      case CueForm::kAccordingTo:
        draft = AccordingTo(cue);
        break;
      case CueForm::kParticiple:
        draft = Participle(cue);
        break;
      case CueForm::kFinite:
        draft = Finite(cue);
        break;
    }
    if (draft) Keep(std::move(*draft));
  }

  void Keep(Draft draft) {
    for (const TokenRange range : draft.content) Claim(range);
    Claim(draft.source);
    Claim(draft.cue);
    speaks_[reading_.block_of[draft.content.back().begin]] = true;
    drafts_.push_back(std::move(draft));
  }

  void Claim(TokenRange range) {
    for (uint32_t i = range.begin; i < range.end; ++i) claimed_[i] = true;
  }

  bool IsClaimed(TokenRange range) const {
    return std::any_of(claimed_.begin() + range.begin, claimed_.begin() + range.end,
                       [](bool claimed) { return claimed; });
  }

  std::optional<Draft> Finite(const Cue& cue) {
    const uint32_t first = FirstFree(cue.tokens.begin);
    if (const auto subject = SubjectBefore(reading_, cue.tokens.begin, first)) {
      const bool plausible =
          MaySpeak(reading_, subject->core) || (IsStrong(cue) && StandsFree(subject->core, first));
      if (plausible) return WithSubject(cue, subject->tokens);
    }
    if (std::optional<Draft> inverted = Inverted(cue)) return inverted;
    return SharedSubject(cue);
  }

  /// The verbs that only people and bodies are subjects of.
  static bool IsStrong(const Cue& cue) {
    const std::string_view lemma = cue.use->lemma;
    return lemma == "say" || lemma == "tell" || lemma == "add";
  }

  /// A phrase that fills the room between two marks is a subject, whatever its noun.
  bool StandsFree(TokenRange phrase, uint32_t first) const {
    return phrase.begin == first || reading_.IsPunctuation(phrase.begin - 1) ||
           reading_.IsQuote(phrase.begin - 1) || reading_.Is(phrase.begin, word::kDeterminer);
  }

  /// The first token of the sentence, or after the last quotation or claimed token in it.
  uint32_t FirstFree(uint32_t token) const {
    uint32_t first = token;
    const uint32_t begin = reading_.SentenceOf(token).begin;
    while (first > begin && !claimed_[first - 1] && reading_.quotation_of[first - 1] == kNoIndex) {
      --first;
    }
    return first;
  }

  std::optional<Draft> WithSubject(const Cue& cue, TokenRange source) {
    Draft draft{source, cue.tokens, {}, 0.9F};
    if (cue.Takes(takes::kQuotation) && TakeLeftQuotation(draft, source.begin)) {
      TakeNextQuotation(draft, cue.tokens.end);
      return draft;
    }
    if (const auto right = ContentAfter(cue)) {
      draft.content = {*right};
      if (IsParenthetical(cue, source)) return Around(draft, source.begin);
      return draft;
    }
    if (IsParenthetical(cue, source)) return Around(draft, source.begin);
    return TakeLeftClause(draft, cue, source.begin);
  }

  /// `"…," said X` and `…, said X.`
  std::optional<Draft> Inverted(const Cue& cue) {
    if (!cue.Takes(takes::kQuotation) || cue.tokens.begin == 0) return std::nullopt;
    const uint32_t before = cue.tokens.begin - 1;
    const bool quotation = reading_.IsQuote(before) || (reading_.IsText(before, ",") &&
                                                        before > 0 && reading_.IsQuote(before - 1));
    if (!quotation && !reading_.IsText(before, ",") && !reading_.IsDash(before))
      return std::nullopt;
    const auto subject = PhraseAt(reading_, {cue.tokens.end, reading_.SentenceOf(cue.verb).end},
                                  PhraseReach::kTight);
    if (!subject || !MaySpeak(reading_, subject->core)) return std::nullopt;
    if (!quotation && !EndsReport(subject->tokens.end, cue)) return std::nullopt;
    Draft draft{subject->tokens, cue.tokens, {}, 0.9F};
    if (TakeLeftQuotation(draft, cue.tokens.begin)) {
      TakeNextQuotation(draft, subject->tokens.end);
      return draft;
    }
    if (quotation) return std::nullopt;
    return TakeLeftClause(draft, cue, cue.tokens.begin);
  }

  /// "… and added that": the source of the report before it in the same sentence.
  std::optional<Draft> SharedSubject(const Cue& cue) {
    uint32_t before = cue.tokens.begin - 1;
    while (before > 0 && reading_.Is(before, word::kAdverb) &&
           !reading_.Is(before, word::kPronoun)) {
      --before;
    }
    if (!reading_.IsText(before, "and") && !reading_.IsText(before, "but")) return std::nullopt;
    return Shared(cue);
  }

  std::optional<Draft> Participle(const Cue& cue) { return Shared(cue); }

  std::optional<Draft> Shared(const Cue& cue) {
    const Draft* last = LastInSentence(cue.verb);
    if (!last || last->source.empty()) return std::nullopt;
    const auto right = ContentAfter(cue);
    if (!right) return std::nullopt;
    return Draft{last->source, cue.tokens, {*right}, 0.8F};
  }

  const Draft* LastInSentence(uint32_t token) const {
    if (drafts_.empty() || drafts_.back().cue.empty()) return nullptr;
    const Draft& last = drafts_.back();
    return reading_.sentence_of[last.cue.begin] == reading_.sentence_of[token] ? &last : nullptr;
  }

  std::optional<Draft> AccordingTo(const Cue& cue) {
    const TokenRange sentence = reading_.SentenceOf(cue.verb);
    const auto source = PhraseAt(reading_, {cue.tokens.end, sentence.end}, PhraseReach::kWide);
    if (!source) return std::nullopt;
    Draft draft{source->tokens, cue.tokens, {}, 0.8F};
    if (cue.tokens.begin == sentence.begin) return AccordingToFirst(draft, *source, sentence.end);
    if (TakeLeftQuotation(draft, cue.tokens.begin)) return draft;
    const TokenRange left = TrimMarks(reading_, {LeftBegin(cue.tokens.begin), cue.tokens.begin});
    if (!IsContent(left)) return std::nullopt;
    draft.content = {left};
    return draft;
  }

  /// "According to X, …": an apposition that reaches the end of the sentence is the content.
  std::optional<Draft> AccordingToFirst(Draft draft, const NounPhrase& source, uint32_t end) const {
    if (source.tokens.end + 1 >= end) draft.source = source.core;
    const uint32_t comma = draft.source.end;
    if (comma + 1 >= end || !reading_.IsText(comma, ",")) return std::nullopt;
    draft.content = {{comma + 1, ClauseEnd(reading_, cues_, comma + 1)}};
    if (!IsContent(draft.content.front())) return std::nullopt;
    return draft;
  }

  // --- Content before the cue ---

  /// The quotation that ends right before `token`, with the part of its sentence before it.
  bool TakeLeftQuotation(Draft& draft, uint32_t token) {
    if (token == 0) return false;
    uint32_t end = token;
    const bool mark = reading_.IsText(end - 1, ",") || reading_.IsDash(end - 1);
    if (mark && end >= 2) --end;
    const uint32_t index = reading_.quotation_of[end - 1];
    if (index == kNoIndex || reading_.block_of[end - 1] != reading_.block_of[token]) return false;
    const TokenRange quotation = reading_.quotations[index].tokens;
    if (quotation.end != end || claimed_[quotation.begin]) return false;
    const uint32_t begin = LeftBegin(quotation.begin);
    const bool whole = CountWords(reading_, {begin, quotation.begin}) <= 1 ||
                       reading_.IsText(quotation.begin - 1, ":");
    draft.content = EarlierParts(index);
    draft.content.push_back({whole ? quotation.begin : begin, end});
    return CountWords(reading_, draft.content.back()) > 0;
  }

  /// The paragraphs before that the quotation at `index` goes on with.
  std::vector<TokenRange> EarlierParts(uint32_t index) const {
    std::vector<TokenRange> parts;
    while (index > 0 && reading_.quotations[index].continues) {
      do --index;
      while (index > 0 && reading_.quotations[index].level > 0);
      parts.insert(parts.begin(), reading_.quotations[index].tokens);
    }
    return parts;
  }

  /// Where the clause around `token` begins: its sentence, or after what is claimed in it.
  uint32_t LeftBegin(uint32_t token) const {
    uint32_t begin = token;
    const uint32_t first = AfterDateline(reading_.SentenceOf(token).begin, token);
    while (begin > first && !claimed_[begin - 1]) --begin;
    while (begin < token &&
           (reading_.IsPunctuation(begin) || reading_.Is(begin, word::kBut | word::kConjunction))) {
      ++begin;
    }
    return begin;
  }

  /// Past "LISBON, March 14 (Reuters) -" at the beginning of a block.
  uint32_t AfterDateline(uint32_t begin, uint32_t token) const {
    const bool place =
        begin == reading_.BlockOf(begin).begin && reading_.token(begin).form == CaseForm::kUpper;
    if (!place) return begin;
    for (uint32_t i = begin; i < std::min(token, begin + kMaxDateline); ++i) {
      if (reading_.IsDash(i)) return i + 1;
    }
    return begin;
  }

  bool IsParenthetical(const Cue& cue, TokenRange source) const {
    const uint32_t end = SkipTime(reading_, cue.tokens.end, reading_.SentenceOf(cue.verb).end);
    const bool comma_after = end < reading_.SentenceOf(cue.verb).end && reading_.IsText(end, ",");
    return comma_after && source.begin > reading_.SentenceOf(cue.verb).begin &&
           reading_.IsText(source.begin - 1, ",") &&
           CountWords(reading_, {LeftBegin(source.begin), source.begin}) > 0;
  }

  /// `The plan, X said, will fail`: both parts.
  std::optional<Draft> Around(Draft draft, uint32_t source_begin) const {
    const TokenRange left = TrimMarks(reading_, {LeftBegin(source_begin), source_begin});
    const uint32_t sentence_end = reading_.SentenceOf(draft.cue.begin).end;
    uint32_t begin = SkipTime(reading_, draft.cue.end, sentence_end);
    while (begin < sentence_end && reading_.IsText(begin, ",")) ++begin;
    draft.content.clear();
    if (!left.empty()) draft.content.push_back(left);
    if (begin < sentence_end) {
      const TokenRange right{begin, ClauseEnd(reading_, cues_, begin)};
      if (CountWords(reading_, right) > 0 && !IsClaimed(right)) draft.content.push_back(right);
    }
    if (draft.content.empty()) return std::nullopt;
    return draft;
  }

  /// `…, X said on Thursday.`
  std::optional<Draft> TakeLeftClause(Draft draft, const Cue& cue, uint32_t group_begin) const {
    if (!cue.Takes(takes::kQuotation) || group_begin == 0) return std::nullopt;
    const bool mark = reading_.IsText(group_begin - 1, ",") || reading_.IsDash(group_begin - 1);
    if (!mark) return std::nullopt;
    const uint32_t group_end = std::max(draft.source.end, draft.cue.end);
    if (!EndsReport(group_end, cue)) return std::nullopt;
    const TokenRange left = TrimMarks(reading_, {LeftBegin(group_begin), group_begin});
    if (!IsContent(left) || IsAdjunct(left)) return std::nullopt;
    draft.content = {left};
    draft.score = 0.8F;
    return draft;
  }

  /// After the cue group only a time, a place or an occasion is left of the sentence.
  bool EndsReport(uint32_t i, const Cue& cue) const {
    const uint32_t end = reading_.SentenceOf(cue.verb).end;
    i = SkipTime(reading_, i, end);
    if (cue.Takes(takes::kAddressee) && i < end && !reading_.IsPunctuation(i)) return true;
    return i >= end || reading_.IsPunctuation(i) || reading_.Is(i, word::kPreposition) ||
           reading_.Is(i, word::kSubordinator);
  }

  /// "In Brussels, …", "Asked about it, …" are no statements.
  bool IsAdjunct(TokenRange range) const {
    const uint32_t i = range.begin;
    const bool opener = reading_.Is(i, word::kPreposition | word::kSubordinator) ||
                        reading_.TextOf(i).ends_with("ing") || reading_.IsText(i, "Asked");
    return opener && CountWords(reading_, range) < 8 && !reading_.Is(i, word::kPronoun);
  }

  bool IsContent(TokenRange range) const {
    return CountWords(reading_, range) >= kMinClauseWords && !IsClaimed(range);
  }

  // --- Content after the cue ---

  std::optional<TokenRange> ContentAfter(const Cue& cue) const {
    const uint32_t end = reading_.SentenceOf(cue.verb).end;
    uint32_t i = SkipTime(reading_, cue.tokens.end, end);
    if (cue.Takes(takes::kAddressee)) i = SkipAddressee(i, end);
    if (i >= end) return std::nullopt;
    std::optional<TokenRange> content;
    if (cue.Takes(takes::kQuotation)) content = QuotationAfter(i, end);
    if (!content && cue.Takes(takes::kThatClause)) content = ThatClause(i, end);
    if (!content && cue.Takes(takes::kClause)) content = BareClause(i, end);
    if (!content && cue.Takes(takes::kNounPhrase)) content = Rest(i);
    if (!content && cue.Takes(takes::kInfinitive) && reading_.IsText(i, "to")) content = Rest(i);
    if (!content && cue.Takes(takes::kObject)) content = ObjectInfinitive(i, end);
    if (!content || content->empty() || IsClaimed(*content)) return std::nullopt;
    return content;
  }

  TokenRange Rest(uint32_t i) const { return {i, ClauseEnd(reading_, cues_, i)}; }

  /// After "reporters", "AFP Thursday", "the BBC", "him".
  uint32_t SkipAddressee(uint32_t i, uint32_t end) const {
    const uint32_t limit = std::min(end, i + kMaxAddressee);
    for (uint32_t j = i; j < limit; ++j) {
      if (reading_.IsText(j, "that") || reading_.IsText(j, ":") || reading_.IsQuote(j)) return j;
      if (reading_.IsPunctuation(j)) break;
    }
    const auto phrase = PhraseAt(reading_, {i, end}, PhraseReach::kTight);
    return phrase ? SkipTime(reading_, phrase->core.end, end) : i;
  }

  /// `: "…"`, `, "…"`, `"…"`, also after an occasion: `said in an interview: "…"`.
  std::optional<TokenRange> QuotationAfter(uint32_t i, uint32_t end) const {
    if (reading_.Is(i, word::kPreposition)) {
      const uint32_t limit = std::min(end, i + kMaxDetour);
      while (i < limit && !reading_.IsPunctuation(i) && !reading_.IsQuote(i) &&
             !reading_.IsText(i, "that")) {
        ++i;
      }
      if (i >= limit || reading_.IsQuote(i)) return std::nullopt;
    }
    const bool colon = reading_.IsText(i, ":");
    if (colon || reading_.IsText(i, ",")) ++i;
    if (i >= end && !(colon && i < reading_.BlockOf(end - 1).end)) return std::nullopt;
    if (!reading_.IsQuote(i) || reading_.quotation_of[i] == kNoIndex) {
      return colon && CountWords(reading_, {i, end}) >= kMinClauseWords
                 ? std::optional<TokenRange>(Rest(i))
                 : std::nullopt;
    }
    const TokenRange quotation = reading_.quotations[reading_.quotation_of[i]].tokens;
    if (quotation.begin != i) return std::nullopt;
    return EndsClause(quotation) ? quotation : Rest(i);
  }

  /// Whether nothing of the sentence goes on after the quotation.
  bool EndsClause(TokenRange quotation) const {
    const uint32_t i = quotation.end;
    if (i >= reading_.BlockOf(quotation.begin).end) return true;
    return reading_.IsPunctuation(i) || reading_.sentence_of[i] != reading_.sentence_of[i - 1] ||
           reading_.Is(i, word::kConjunction | word::kBut);
  }

  std::optional<TokenRange> ThatClause(uint32_t i, uint32_t end) const {
    if (reading_.Is(i, word::kPreposition | word::kAdverb) || reading_.Is(i, word::kClock)) {
      const uint32_t limit = std::min(end, i + kMaxDetour);
      while (i < limit && !reading_.IsPunctuation(i) && !reading_.IsText(i, "that")) ++i;
    }
    if (i + 2 >= end || !reading_.IsText(i, "that")) return std::nullopt;
    return Rest(i);
  }

  /// "said NATO would help": no preposition, no mark, no second subject.
  std::optional<TokenRange> BareClause(uint32_t i, uint32_t end) const {
    if (reading_.IsPunctuation(i) || reading_.Is(i, word::kPreposition | word::kConjunction)) {
      return std::nullopt;
    }
    if (reading_.IsQuote(i) && reading_.quotation_of[i] == kNoIndex) return std::nullopt;
    const bool opens = !reading_.Is(i, word::kSubordinator | word::kBut) ||
                       reading_.Is(i, word::kConditional | word::kPronoun);
    if (!opens || CountWords(reading_, {i, end}) < kMinClauseWords) return std::nullopt;
    return Rest(i);
  }

  /// "urged allies to send more".
  std::optional<TokenRange> ObjectInfinitive(uint32_t i, uint32_t end) const {
    const uint32_t limit = std::min(end, i + kMaxAddressee);
    for (uint32_t j = i; j < limit && !reading_.IsPunctuation(j); ++j) {
      if (reading_.IsText(j, "to")) return Rest(i);
    }
    return std::nullopt;
  }

  // --- Quotations ---

  /// `"A," X said, "B."` and `"A," X said. "B."`: B goes on with A, unless it has its own cue.
  void TakeNextQuotation(Draft& draft, uint32_t i) {
    const uint32_t block_end = reading_.BlockOf(draft.cue.begin).end;
    i = SkipTime(reading_, std::max(i, draft.source.end), block_end);
    const uint32_t limit = std::min(block_end, i + kMaxDetour);
    while (i < limit && reading_.IsWord(i)) {
      if (reading_.Is(i, word::kCue) && reading_.TextOf(i).ends_with("ing")) return;
      ++i;
    }
    if (i >= limit || !(reading_.IsText(i, ",") || reading_.IsText(i, "."))) return;
    if (++i >= block_end || !reading_.IsQuote(i)) return;
    const uint32_t index = reading_.quotation_of[i];
    if (index == kNoIndex) return;
    const TokenRange next = reading_.quotations[index].tokens;
    if (next.begin != i || HasOwnCue(next)) return;
    draft.content.push_back(next);
  }

  /// A comma at its end or a cue right after it.
  bool HasOwnCue(TokenRange quotation) const {
    const uint32_t block_end = reading_.BlockOf(quotation.begin).end;
    if (quotation.end >= block_end) return false;
    if (quotation.size() > 2 && reading_.IsText(quotation.end - 2, ",")) return true;
    return reading_.IsText(quotation.end, ",") ||
           reading_.sentence_of[quotation.end] == reading_.sentence_of[quotation.end - 1];
  }

  void TryQuotation(uint32_t index) {
    const Quotation& quotation = reading_.quotations[index];
    const TokenRange range = quotation.tokens;
    if (quotation.level > 0 || claimed_[range.begin]) return;
    const uint32_t block = reading_.block_of[range.begin];
    if (!reading_.IsProse(block) || CountWords(reading_, range) < kMinQuotationWords) return;
    const TokenRange whole = reading_.tokenised.blocks[block];
    if (range.begin != whole.begin || TrimMarks(reading_, whole).end > range.end) return;
    if (!IsSentence(quotation) || !FollowsStatement(block)) return;
    Keep({{}, {}, {range}, 0.7F});
  }

  /// A title or a heading in quotation marks has no stop.
  bool IsSentence(const Quotation& quotation) const {
    if (quotation.end == QuotationEnd::kContinued) return true;
    const uint32_t last = quotation.inner().end - 1;
    return reading_.IsPunctuation(last) || quotation.tokens.end < reading_.BlockOf(last).end;
  }

  /// The block before, less headings, holds a statement.
  bool FollowsStatement(uint32_t block) const {
    while (block > 0) {
      --block;
      if (reading_.IsProse(block)) break;
    }
    return speaks_[block];
  }

  // --- Spans ---

  Attribution Finish(const Draft& draft) const {
    Attribution result;
    result.score = draft.score;
    if (!draft.source.empty()) result.source.push_back(reading_.SpanOf(draft.source));
    if (!draft.cue.empty()) result.cue.push_back(reading_.SpanOf(draft.cue));
    for (const TokenRange range : draft.content) result.content.push_back(reading_.SpanOf(range));
    return result;
  }

  const Reading& reading_;
  std::vector<Cue> cues_;
  /// Tokens that are part of a statement.
  std::vector<bool> claimed_;
  /// Blocks in which a statement ends.
  std::vector<bool> speaks_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Attribution> Attribute(const Reading& reading) { return Rules(reading).Run(); }

}  // namespace afterword
