// English noun phrases as news writes them: (determiner) (modifiers) noun (of/for/at … phrase).
// Read backwards from a verb, such a phrase ends at its determiner, unless a preposition before
// it ties it to a noun further left ("a spokesman for the ministry said"). Where the words run on
// without any of these signs, the phrase is not sure and none is given.

#include "analyse/noun_phrase.h"

#include <algorithm>

namespace afterword {
namespace {

constexpr uint32_t kMaxPhrase = 14;
constexpr uint32_t kMaxApposition = 40;
constexpr uint32_t kMaxBracket = 7;
constexpr WordFlags kStops = word::kConjunction | word::kBut | word::kSubordinator |
                             word::kAuxiliary | word::kNegation | word::kInterjection;

bool IsClitic(const Reading& reading, uint32_t i) {
  return reading.IsText(i, "'s") || reading.IsText(i, "\u2019s") || reading.IsApostrophe(i);
}

/// A mark that no phrase goes over.
bool IsBreak(const Reading& reading, uint32_t i) {
  return reading.IsPunctuation(i) || (reading.IsQuote(i) && !reading.IsApostrophe(i));
}

bool IsNominal(const Reading& reading, uint32_t i) {
  return reading.IsWord(i) &&
         (!reading.Is(i, word::kGrammar) || reading.Is(i, word::kFirstName) ||
          (reading.IsCapital(i) && reading.token(i).form != CaseForm::kCapital));
}

/// Prepositions that tie a phrase to the noun before it.
bool TiesToNoun(const Reading& reading, uint32_t i) {
  static constexpr std::string_view kTies[] = {"of", "for", "at", "in", "from", "with", "to", "on"};
  return std::find(std::begin(kTies), std::end(kTies), reading.TextOf(i)) != std::end(kTies);
}

class Backwards {
 public:
  Backwards(const Reading& reading, uint32_t first) : reading_(reading), first_(first) {}

  std::optional<NounPhrase> Subject(uint32_t verb) const {
    const uint32_t end = SkipBack(verb);
    if (end <= first_) return std::nullopt;
    if (reading_.IsText(end - 1, ",")) return WithApposition(end - 1);
    const std::optional<TokenRange> core = Phrase(BeforeBracket(end));
    if (!core) return std::nullopt;
    return NounPhrase{{core->begin, end}, *core};
  }

 private:
  /// Before adverbs, auxiliaries and times that stand between subject and verb.
  uint32_t SkipBack(uint32_t end) const {
    while (end > first_) {
      const uint32_t i = end - 1;
      const bool ly = reading_.IsLower(i) && reading_.TextOf(i).ends_with("ly") &&
                      !reading_.Is(i, word::kSpeakingNoun);
      const bool adverb = reading_.Is(i, word::kAdverb) && !reading_.Is(i, word::kPronoun);
      if (adverb || ly || reading_.Is(i, word::kHave)) {
        --end;
      } else if (const uint32_t time = TimeBefore(end); time < end) {
        end = time;
      } else {
        break;
      }
    }
    return end;
  }

  /// "Chaffetz (R-Utah) said": before a short bracket that ends at `end`.
  uint32_t BeforeBracket(uint32_t end) const {
    if (end <= first_ || !reading_.IsText(end - 1, ")")) return end;
    const uint32_t limit = end - first_ > kMaxBracket ? end - kMaxBracket : first_;
    for (uint32_t i = end - 1; i > limit; --i) {
      if (reading_.IsText(i - 1, "(")) return i - 1;
    }
    return end;
  }

  /// Where a time begins that ends before `end`: "on Thursday", "late last week", "on June 5".
  uint32_t TimeBefore(uint32_t end) const {
    uint32_t i = end - 1;
    const bool number = reading_.token(i).kind == TokenClass::kNumber;
    if (number && i > first_ && reading_.Is(i - 1, word::kMonth)) --i;
    const bool period = reading_.Is(i, word::kPeriod) && i > first_ &&
                        reading_.Is(i - 1, word::kLast | word::kWeekday);
    if (!reading_.Is(i, word::kClock) && !period) return end;
    if (reading_.Is(i, word::kMonth) && !number && reading_.IsLower(i)) return end;
    while (i > first_ &&
           (reading_.Is(i - 1, word::kLast | word::kWeekday) || reading_.IsText(i - 1, "on"))) {
      --i;
    }
    return i;
  }

  /// The phrase that ends at `end`.
  std::optional<TokenRange> Phrase(uint32_t end) const {
    uint32_t begin = end;
    if (end <= first_) return std::nullopt;
    const uint32_t limit = end - first_ > kMaxPhrase ? end - kMaxPhrase : first_;
    while (begin > limit) {
      const uint32_t i = begin - 1;
      if (IsBreak(reading_, i)) break;
      if (reading_.Is(i, word::kPronoun) && !IsNominal(reading_, i) &&
          !reading_.Is(i, word::kPossessive)) {
        const bool counts =
            reading_.Is(i, word::kIndefinite | word::kDemonstrative) && !reading_.IsText(i, "that");
        if (begin == end || counts) begin = i;
        break;
      }
      if (reading_.Is(i, word::kDeterminer | word::kPossessive)) {
        begin = i;
        if (!GoesOnBefore(i, limit)) break;
        --begin;
      } else if (reading_.Is(i, kStops)) {
        if (!Joins(i, begin, limit)) break;
        begin = i;
      } else if (reading_.Is(i, word::kPreposition)) {
        if (begin == end || !TiesToNoun(reading_, i) || i == limit || !IsNominal(reading_, i - 1))
          break;
        begin = i;
      } else if (LeavesName(i, begin)) {
        begin = AfterMark(begin);
        break;
      } else {
        begin = i;
      }
    }
    while (begin < end && IsNoBeginning(begin)) ++begin;
    if (begin == end || (begin == limit && limit > first_)) return std::nullopt;
    return TokenRange{begin, end};
  }

  /// "'s", "for", and at the head of a sentence "Even", "Say": no phrase begins with them.
  bool IsNoBeginning(uint32_t i) const {
    if (IsClitic(reading_, i) || reading_.Is(i, word::kPreposition | word::kConjunction)) {
      return true;
    }
    const bool adverb = reading_.Is(i, word::kAdverb) && !reading_.Is(i, word::kPronoun);
    return adverb || (reading_.Is(i, word::kCue) && reading_.IsCapital(i) &&
                      !reading_.Is(i, word::kSpeakingNoun));
  }

  /// Over up to three more words to the mark before `begin`: `," retired Air Force general X`.
  uint32_t AfterMark(uint32_t begin) const {
    for (uint32_t i = begin; i > first_ && i + 3 > begin; --i) {
      if (IsBreak(reading_, i - 1)) return i;
      if (!reading_.IsLower(i - 1) || !IsNominal(reading_, i - 1)) return begin;
    }
    return begin;
  }

  /// The determiner at `i` belongs to a phrase that a preposition ties to the left.
  bool GoesOnBefore(uint32_t i, uint32_t limit) const {
    return i >= limit + 2 && TiesToNoun(reading_, i - 1) && IsNominal(reading_, i - 2) &&
           (reading_.Is(i - 2, word::kSpeakingNoun) || reading_.IsCapital(i - 2));
  }

  /// "Zelensky and Biden": an "and" between two names.
  bool Joins(uint32_t i, uint32_t begin, uint32_t limit) const {
    return reading_.IsText(i, "and") && i > limit && begin < reading_.size() &&
           reading_.IsCapital(begin) && reading_.IsCapital(i - 1) && IsNominal(reading_, i - 1);
  }

  /// A small word before a name, unless it says what the one named is: "general Cavoli".
  bool LeavesName(uint32_t i, uint32_t begin) const {
    if (begin >= reading_.size() || !reading_.IsLower(i) || IsClitic(reading_, i)) return false;
    if (!reading_.IsCapital(begin) || reading_.Is(begin, word::kGroup)) return false;
    return !reading_.Is(i, word::kSpeakingNoun) && !reading_.TextOf(i).starts_with("ex-");
  }

  /// `comma` ends an apposition: "Cavoli, the commander, said". The phrase is before the comma
  /// that opens it.
  std::optional<NounPhrase> WithApposition(uint32_t comma) const {
    const uint32_t limit = comma - first_ > kMaxApposition ? comma - kMaxApposition : first_;
    for (uint32_t i = comma; i > limit; --i) {
      if (!reading_.IsText(i - 1, ",") && IsBreak(reading_, i - 1)) return std::nullopt;
      if (!reading_.IsText(i - 1, ",")) continue;
      const std::optional<TokenRange> core = Phrase(BeforeBracket(i - 1));
      if (!core || !MaySpeak(reading_, *core) || IsPlaceOfOrigin(*core)) continue;
      return NounPhrase{{core->begin, BeginsApposition(i) ? comma : core->end}, *core};
    }
    return std::nullopt;
  }

  /// "Wilson, of Springfield, Va.": the place is not who speaks.
  bool IsPlaceOfOrigin(TokenRange phrase) const {
    return phrase.begin > first_ && reading_.Is(phrase.begin - 1, word::kPreposition);
  }

  /// What says who one is, not where or when it was said.
  bool BeginsApposition(uint32_t i) const {
    return reading_.token(i).kind == TokenClass::kNumber || reading_.IsCapital(i) ||
           reading_.Is(i, word::kDeterminer | word::kPossessive | word::kRelative |
                              word::kSpeakingNoun | word::kDemonym) ||
           (i + 1 < reading_.size() && reading_.Is(i + 1, word::kSpeakingNoun));
  }

  const Reading& reading_;
  uint32_t first_;
};

}  // namespace

std::optional<NounPhrase> SubjectBefore(const Reading& reading, uint32_t verb, uint32_t first) {
  return Backwards(reading, first).Subject(verb);
}

uint32_t SkipTime(const Reading& reading, uint32_t begin, uint32_t last) {
  uint32_t i = begin;
  while (i < last) {
    uint32_t j = i;
    if (j < last && (reading.IsText(j, "on") || reading.IsText(j, "in"))) ++j;
    while (j < last && reading.Is(j, word::kLast)) ++j;
    const bool led = j > i;
    if (j < last && (reading.Is(j, word::kClock) || (led && reading.Is(j, word::kPeriod)))) {
      const bool clock_word = !reading.Is(j, word::kMonth) || reading.IsCapital(j);
      if (!clock_word) return i;
      i = j + 1;
      while (i < last &&
             (reading.token(i).kind == TokenClass::kNumber || reading.Is(i, word::kPeriod))) {
        ++i;
      }
    } else if (reading.IsText(i, "again") || reading.IsText(i, "recently")) {
      ++i;
    } else {
      return i;
    }
  }
  return i;
}

namespace {

class Forwards {
 public:
  Forwards(const Reading& reading, uint32_t last, PhraseReach reach)
      : reading_(reading), last_(last), reach_(reach) {}

  std::optional<NounPhrase> At(uint32_t begin) const {
    const uint32_t end = CoreEnd(begin);
    if (end == begin) return std::nullopt;
    const TokenRange core{begin, end};
    return NounPhrase{{begin, AppositionEnd(core)}, core};
  }

 private:
  uint32_t CoreEnd(uint32_t begin) const {
    uint32_t i = begin;
    if (i < last_ && reading_.Is(i, word::kPronoun) && !IsNominal(reading_, i)) return i + 1;
    const uint32_t limit = std::min(last_, begin + kMaxPhrase);
    while (i < limit && reading_.Is(i, word::kDeterminer | word::kPossessive)) ++i;
    if (i > begin && i < limit && reading_.IsText(i, "first")) ++i;
    while (i < limit) {
      if ((IsNominal(reading_, i) || (i > begin && IsClitic(reading_, i))) &&
          !IsVerbLike(i, begin)) {
        ++i;
      } else if (reading_.token(i).kind == TokenClass::kNumber && i == begin) {
        ++i;
      } else if (Ties(i, limit) && i > begin) {
        ++i;
        while (i < limit && reading_.Is(i, word::kDeterminer | word::kPossessive)) ++i;
      } else if (const uint32_t after = OverBracket(i, limit); i > begin && after > i) {
        i = after;
      } else {
        break;
      }
    }
    return i;
  }

  /// "Wing Commander (retired) Berg": over a short bracket between a role and a name; else `i`.
  uint32_t OverBracket(uint32_t i, uint32_t limit) const {
    if (i == 0 || !reading_.IsText(i, "(") || !reading_.Is(i - 1, word::kRole | word::kRank))
      return i;
    const uint32_t close = i + 2;
    const bool name = close + 1 < limit && reading_.IsText(close, ")") &&
                      reading_.IsCapital(close + 1) && IsNominal(reading_, close + 1);
    return name ? close + 1 : i;
  }

  /// A weekday, a reporting verb, or a small word after what may be the head: "Berg closed". After
  /// a people's name the head is still to come: "an Estonian estimate".
  bool IsVerbLike(uint32_t i, uint32_t begin) const {
    if (i > begin && reading_.IsLower(i) && reading_.Is(i - 1, word::kDemonym)) return false;
    if (i > begin && reading_.IsLower(i) && !reading_.Is(i, word::kSpeakingNoun) &&
        (reading_.IsCapital(i - 1) || reading_.Is(i - 1, word::kSpeakingNoun))) {
      return !reading_.Is(i - 1, word::kDeterminer | word::kPossessive);
    }
    return i > begin &&
           (reading_.Is(i, word::kWeekday) || (reading_.Is(i, word::kCue) && reading_.IsLower(i) &&
                                               !reading_.Is(i, word::kDocument)));
  }

  bool Ties(uint32_t i, uint32_t limit) const {
    if (i + 1 >= limit) return false;
    const bool next = IsNominal(reading_, i + 1) || reading_.Is(i + 1, word::kDeterminer);
    if (reading_.IsText(i, "and")) return reading_.IsCapital(i - 1) && reading_.IsCapital(i + 1);
    if (reach_ == PhraseReach::kWide && reading_.Is(i, word::kPreposition)) return next;
    return next && (reading_.IsText(i, "of") || reading_.IsText(i, "for") ||
                    (reading_.IsText(i, "at") && reading_.Is(i - 1, word::kRole)));
  }

  /// ", the commander of US forces in Europe" up to the mark that ends it.
  uint32_t AppositionEnd(TokenRange core) const {
    uint32_t i = core.end;
    if (i + 1 >= last_ || !reading_.IsText(i, ",")) return core.end;
    const bool begins =
        reading_.Is(i + 1, word::kDeterminer | word::kRelative | word::kSpeakingNoun |
                               word::kPossessive | word::kDemonym) ||
        reading_.token(i + 1).kind == TokenClass::kNumber;
    if (!begins || reading_.Is(i + 1, word::kClock)) return core.end;
    for (++i; i < last_; ++i) {
      if (IsBreak(reading_, i)) break;
      const bool clause =
          reading_.Is(i, word::kAuxiliary) && !reading_.Is(core.end + 1, word::kRelative);
      if (clause || i - core.end > kMaxApposition) return core.end;
    }
    return i;
  }

  const Reading& reading_;
  uint32_t last_;
  PhraseReach reach_;
};

}  // namespace

std::optional<NounPhrase> PhraseAt(const Reading& reading, TokenRange room, PhraseReach reach) {
  return Forwards(reading, room.end, reach).At(room.begin);
}

uint32_t HeadOf(const Reading& reading, TokenRange phrase) {
  uint32_t head = phrase.begin;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const bool tie = i > phrase.begin && (reading.Is(i, word::kPreposition) ||
                                          reading.IsText(i, ",") || reading.IsText(i, "("));
    if (tie) break;
    if (reading.IsWord(i) && !IsClitic(reading, i)) head = i;
  }
  return head;
}

bool MaySpeak(const Reading& reading, TokenRange phrase) {
  const uint32_t head = HeadOf(reading, phrase);
  if (reading.Is(head, word::kPronoun)) return true;
  if (reading.IsCapital(head) && !reading.Is(head, word::kClock)) return true;
  return reading.Is(head, word::kSpeakingNoun);
}

}  // namespace afterword
