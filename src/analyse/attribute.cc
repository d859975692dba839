// The rules, reader "rules-1". Each cue is tried in order of the text:
//
//   1. A quotation that ends right before the source or the cue is its content:
//      `"…," X said`, `"…," said X`. Where the quotation is only part of its sentence, the sentence
//      up to there is: `NATO "is ready", X said`.
//   2. Else what follows the cue is: `X said that …`, `X told Y that …`, `X said: "…"`.
//   3. Else the clause before it: `…, X said on Thursday.`
//
// ", adding that …" shares the source of the report before it in the sentence. What a report has
// taken as content holds no further report. The turns of a transcript (transcript.h), which need no
// cue, come first; quotations that no cue has taken come last (loose_quotation.h). Where no rule is
// sure nothing is found: missing one is better than a wrong one.

#include "analyse/attribute.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analyse/clause.h"
#include "analyse/content_after.h"
#include "analyse/content_before.h"
#include "analyse/cue.h"
#include "analyse/draft.h"
#include "analyse/loose_quotation.h"
#include "analyse/noun_phrase.h"
#include "analyse/transcript.h"
#include "text/case_form.h"

namespace afterword {
namespace {

/// How far after the cue the next part of a quotation may stand.
constexpr uint32_t kMaxDetour = 16;
constexpr uint32_t kMinClauseWords = 3;

class Rules {
 public:
  explicit Rules(const Reading& reading)
      : reading_(reading), cues_(FindCues(reading)), drafts_(reading), before_(reading, drafts_) {}

  std::vector<Attribution> Run() {
    for (Turn& turn : FindTurns(reading_)) {
      drafts_.Keep({turn.label, {}, std::move(turn.content), 0.9F});
    }
    for (const Cue& cue : cues_) TryCue(cue);
    AddLooseQuotations(reading_, drafts_);
    std::vector<Attribution> result;
    result.reserve(drafts_.list().size());
    for (const Draft& draft : drafts_.list()) result.push_back(Finish(draft));
    return result;
  }

 private:
  // --- Cues ---

  void TryCue(const Cue& cue) {
    if (drafts_.IsTaken(cue.verb)) return;
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
    if (draft) drafts_.Keep(std::move(*draft));
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

  /// The first token of the sentence, or after the last quotation or taken token in it.
  uint32_t FirstFree(uint32_t token) const {
    uint32_t first = token;
    const uint32_t begin = reading_.SentenceOf(token).begin;
    while (first > begin && !drafts_.IsTaken(first - 1) &&
           reading_.quotation_of[first - 1] == kNoIndex) {
      --first;
    }
    return first;
  }

  std::optional<Draft> WithSubject(const Cue& cue, TokenRange source) {
    Draft draft{source, cue.tokens, {}, 0.9F};
    if (cue.Takes(takes::kQuotation) && TakeQuotationBefore(draft, source.begin)) {
      TakeNextQuotation(draft, cue.tokens.end);
      return draft;
    }
    if (const auto right = ContentAfter(cue)) {
      draft.content = {*right};
      if (IsParenthetical(cue, source)) return Around(draft, source.begin);
      return draft;
    }
    if (IsParenthetical(cue, source)) return Around(draft, source.begin);
    return TakeClauseBefore(draft, cue, source.begin);
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
    if (TakeQuotationBefore(draft, cue.tokens.begin)) {
      TakeNextQuotation(draft, subject->tokens.end);
      return draft;
    }
    if (quotation) return std::nullopt;
    return TakeClauseBefore(draft, cue, cue.tokens.begin);
  }

  /// "… and added that": the source of the report before it in the same sentence.
  std::optional<Draft> SharedSubject(const Cue& cue) {
    const uint32_t first = reading_.SentenceOf(cue.tokens.begin).begin;
    if (cue.tokens.begin == first) return std::nullopt;
    uint32_t before = cue.tokens.begin - 1;
    while (before > first && reading_.Is(before, word::kAdverb) &&
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
    const Draft* last = drafts_.LastInSentence(cue.verb);
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
    return verb && !drafts_.IsAnyTaken(phrase->core) ? std::optional(phrase->core) : std::nullopt;
  }

  std::optional<Draft> AccordingTo(const Cue& cue) {
    const TokenRange sentence = reading_.SentenceOf(cue.verb);
    const auto source = PhraseAt(reading_, {cue.tokens.end, sentence.end}, PhraseReach::kWide);
    if (!source) return std::nullopt;
    Draft draft{source->tokens, cue.tokens, {}, 0.8F};
    if (cue.tokens.begin == sentence.begin) return AccordingToFirst(draft, *source, sentence.end);
    if (TakeQuotationBefore(draft, cue.tokens.begin)) return draft;
    const TokenRange clause = before_.Rest(cue.tokens.begin);
    if (!IsContent(clause)) return std::nullopt;
    draft.content = {clause};
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

  bool TakeQuotationBefore(Draft& draft, uint32_t token) const {
    draft.content = before_.Quotation(token);
    return !draft.content.empty();
  }

  bool IsParenthetical(const Cue& cue, TokenRange source) const {
    const uint32_t end = SkipTime(reading_, cue.tokens.end, reading_.SentenceOf(cue.verb).end);
    const bool comma_after = end < reading_.SentenceOf(cue.verb).end && reading_.IsText(end, ",");
    return comma_after && source.begin > reading_.SentenceOf(cue.verb).begin &&
           reading_.IsText(source.begin - 1, ",") &&
           CountWords(reading_, before_.Rest(source.begin)) > 0;
  }

  /// `The plan, X said, will fail`: both parts.
  std::optional<Draft> Around(Draft draft, uint32_t source_begin) const {
    const TokenRange left = before_.Rest(source_begin);
    const uint32_t sentence_end = reading_.SentenceOf(draft.cue.begin).end;
    uint32_t begin = SkipTime(reading_, draft.cue.end, sentence_end);
    while (begin < sentence_end && reading_.IsText(begin, ",")) ++begin;
    draft.content.clear();
    if (!left.empty()) draft.content.push_back(left);
    if (begin < sentence_end) {
      const TokenRange right{begin, ClauseEnd(reading_, cues_, begin)};
      const bool told = reading_.Is(begin, word::kSubordinator) && !left.empty();
      if (!told && CountWords(reading_, right) > 0 && !drafts_.IsAnyTaken(right))
        draft.content.push_back(right);
    }
    if (draft.content.empty()) return std::nullopt;
    return draft;
  }

  /// `…, X said on Thursday.`
  std::optional<Draft> TakeClauseBefore(Draft draft, const Cue& cue, uint32_t group_begin) const {
    if (!cue.Takes(takes::kQuotation) || group_begin == 0) return std::nullopt;
    const bool mark = reading_.IsText(group_begin - 1, ",") || reading_.IsDash(group_begin - 1);
    if (!mark) return std::nullopt;
    const uint32_t group_end = std::max(draft.source.end, draft.cue.end);
    if (!EndsReport(group_end, cue)) return std::nullopt;
    const TokenRange clause = before_.Clause(group_begin);
    if (clause.empty()) return std::nullopt;
    draft.content = {clause};
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

  bool IsContent(TokenRange range) const {
    return CountWords(reading_, range) >= kMinClauseWords && !drafts_.IsAnyTaken(range);
  }

  // --- Content after the cue ---

  std::optional<TokenRange> ContentAfter(const Cue& cue) const {
    const std::optional<TokenRange> content = afterword::ContentAfter(reading_, cues_, cue);
    return content && !drafts_.IsAnyTaken(*content) ? content : std::nullopt;
  }

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
  Drafts drafts_;
  ContentBefore before_;
};

}  // namespace

std::vector<Attribution> Attribute(const Reading& reading) { return Rules(reading).Run(); }

}  // namespace afterword
