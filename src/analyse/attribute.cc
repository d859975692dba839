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
#include "analyse/content_after.h"
#include "analyse/cue.h"
#include "analyse/noun_phrase.h"
#include "text/case_form.h"

namespace afterword {
namespace {

/// How far after the cue the next part of a quotation may stand.
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
    SortDrafts();
    const size_t by_cue = drafts_.size();
    for (uint32_t i = 0; i < reading_.quotations.size(); ++i) TryQuotation(i, by_cue);
    SortDrafts();
    std::vector<Attribution> result;
    result.reserve(drafts_.size());
    for (Draft& draft : drafts_) result.push_back(Finish(draft));
    return result;
  }

 private:
  void SortDrafts() {
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const Draft& a, const Draft& b) { return a.First() < b.First(); });
  }

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
      if (IsNoSpeaker(subject->core) || IsEmbedded(subject->core.begin)) return std::nullopt;
      const bool plausible =
          MaySpeak(reading_, subject->core) || (IsStrong(cue) && StandsFree(subject->core, first));
      if (plausible) return WithSubject(cue, subject->tokens);
    }
    if (std::optional<Draft> inverted = Inverted(cue)) return inverted;
    return SharedSubject(cue);
  }

  /// "that said", "those": nobody. "I", "we": the author, who is not quoted.
  bool IsNoSpeaker(TokenRange phrase) const {
    return phrase.size() == 1 && reading_.Is(phrase.begin, word::kDemonstrative | word::kSpeaker);
  }

  /// "what X said", "than X claimed": what was said is not in the sentence.
  bool IsEmbedded(uint32_t subject) const {
    if (subject == reading_.SentenceOf(subject).begin) return false;
    const std::string_view before = reading_.TextOf(subject - 1);
    return EqualFolded(before, "what") || before == "than" || before == "which" ||
           before == "how" || before == "where";
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
    const auto right = ContentAfter(cue);
    if (!right) return std::nullopt;
    const Draft* last = LastInSentence(cue.verb);
    if (last) {
      if (last->source.empty()) return std::nullopt;
      return Draft{last->source, cue.tokens, {*right}, 0.8F};
    }
    const auto subject = SentenceSubject(cue.tokens.begin);
    if (!subject) return std::nullopt;
    return Draft{*subject, cue.tokens, {*right}, 0.6F};
  }

  /// "Berg closed the port, saying …": the phrase at the head of the sentence, or after what only
  /// tells when or where ("In March, Berg …").
  std::optional<TokenRange> SentenceSubject(uint32_t cue) const {
    const TokenRange sentence = reading_.SentenceOf(cue);
    uint32_t begin = sentence.begin;
    while (begin < cue && reading_.Is(begin, word::kBut | word::kConjunction)) ++begin;
    if (reading_.Is(begin, word::kPreposition)) {
      while (begin < cue && !reading_.IsPunctuation(begin)) ++begin;
      if (begin >= cue || !reading_.IsText(begin, ",")) return std::nullopt;
      ++begin;
    }
    const auto phrase = PhraseAt(reading_, {begin, cue}, PhraseReach::kTight);
    if (!phrase || phrase->tokens.end + 1 >= cue || !MaySpeak(reading_, phrase->core)) {
      return std::nullopt;
    }
    const bool verb = reading_.IsLower(phrase->core.end) || reading_.IsText(phrase->core.end, ",");
    return verb && !IsClaimed(phrase->core) ? std::optional(phrase->core) : std::nullopt;
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

  /// "According to X, …": what follows the comma is an apposition only if another comma ends it
  /// and it names a role.
  std::optional<Draft> AccordingToFirst(Draft draft, const NounPhrase& source, uint32_t end) const {
    const TokenRange apposition{source.core.end, source.tokens.end};
    bool role = false;
    for (uint32_t i = apposition.begin; i < apposition.end; ++i) {
      role |= reading_.Is(i, word::kRole);
    }
    const bool closed = source.tokens.end < end && reading_.IsText(source.tokens.end, ",");
    draft.source = role && closed ? source.tokens : source.core;
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
      const bool told = reading_.Is(begin, word::kSubordinator) && !left.empty();
      if (!told && CountWords(reading_, right) > 0 && !IsClaimed(right))
        draft.content.push_back(right);
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
    const std::optional<TokenRange> content = afterword::ContentAfter(reading_, cues_, cue);
    return content && !IsClaimed(*content) ? content : std::nullopt;
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

  /// A quotation that no cue has claimed, if it is a sentence or more. `by_cue` drafts were made
  /// before any such.
  void TryQuotation(uint32_t index, size_t by_cue) {
    const Quotation& quotation = reading_.quotations[index];
    const TokenRange range = quotation.tokens;
    if (quotation.level > 0 || claimed_[range.begin]) return;
    const uint32_t block = reading_.block_of[range.begin];
    if (!reading_.IsProse(block) || CountWords(reading_, range) < kMinQuotationWords) return;
    if (!IsSentence(quotation)) return;
    const TokenRange whole = reading_.tokenised.blocks[block];
    if (range.begin == whole.begin && TrimMarks(reading_, whole).end <= range.end) {
      if (FollowsStatement(block)) Keep({{}, {}, {range}, 0.7F});
    } else if (Draft* before = DraftBefore(range.begin, by_cue)) {
      Join(*before, range);
    }
  }

  /// The last statement in the same block before `token` that was found by its cue.
  Draft* DraftBefore(uint32_t token, size_t by_cue) {
    while (next_draft_ < by_cue && drafts_[next_draft_].First() < token) ++next_draft_;
    if (next_draft_ == 0) return nullptr;
    Draft& draft = drafts_[next_draft_ - 1];
    const bool same = reading_.block_of[draft.First()] == reading_.block_of[token] ||
                      reading_.block_of[draft.content.back().begin] == reading_.block_of[token];
    return same && draft.content.back().end <= token ? &draft : nullptr;
  }

  /// `"A," X said of it. "B."` is one statement; after `X said that A. "B."` B stands by itself.
  void Join(Draft& before, TokenRange range) {
    if (reading_.quotation_of[before.content.back().begin] == kNoIndex) {
      return Keep({{}, {}, {range}, 0.6F});
    }
    before.content.push_back(range);
    Claim(range);
  }

  /// A title or a heading in quotation marks has no stop.
  bool IsSentence(const Quotation& quotation) const {
    const TokenRange range = quotation.tokens;
    if (reading_.SentenceOf(range.begin).begin != range.begin) return false;
    if (quotation.end == QuotationEnd::kContinued) return true;
    const uint32_t end = reading_.SentenceOf(range.end - 1).end;
    const bool stop_inside = reading_.IsPunctuation(range.end - 2) && end == range.end;
    const bool stop_after = end == range.end + 1 && reading_.IsPunctuation(range.end);
    return stop_inside || stop_after;
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
  size_t next_draft_ = 0;
};

}  // namespace

std::vector<Attribution> Attribute(const Reading& reading) { return Rules(reading).Run(); }

}  // namespace afterword
