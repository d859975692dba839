// A run of capitals is read from its evidence, surest first: a name that the lexicons know; a
// last or first word that makes a body ("… Department", "Ministry of …"); a first name, a title
// or a role before it, which make a person; an acronym, which makes a body. The rest is kOther
// until the registry ties it to a name that is surer.

#include "analyse/names.h"

#include <algorithm>
#include <optional>

#include "text/word_map.h"

namespace afterword {
namespace {

constexpr uint32_t kMaxBefore = 8;
constexpr uint32_t kMaxAfter = 14;

bool IsParticle(std::string_view word) {
  static constexpr std::string_view kParticles[] = {"de",  "van", "von", "der", "den", "di", "da",
                                                    "del", "al",  "bin", "ben", "el",  "la", "le",
                                                    "du",  "dos", "ibn", "ter", "zu"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

class NameFinder {
 public:
  explicit NameFinder(const Reading& reading) : reading_(reading) {}

  std::vector<NameMention> Run() {
    CountCapitals();
    for (uint32_t i = 0; i < reading_.size();) {
      if (!reading_.IsProse(reading_.block_of[i]) || !MayBegin(i)) {
        ++i;
        continue;
      }
      const uint32_t end = RunEnd(i);
      ReadRun({i, end});
      i = end;
    }
    return std::move(names_);
  }

 private:
  /// Which words have a capital where nothing but a name gives them one.
  void CountCapitals() {
    for (uint32_t i = 0; i < reading_.size(); ++i) {
      if (!reading_.IsProse(reading_.block_of[i]) || !reading_.IsCapital(i)) continue;
      if (!BeginsSentence(i)) seen_.Add(reading_.TextOf(i), true);
    }
  }

  bool BeginsSentence(uint32_t i) const {
    const uint32_t begin = reading_.SentenceOf(i).begin;
    if (i == begin) return true;
    if (reading_.IsQuote(i - 1) || reading_.IsText(i - 1, ":")) return true;
    return reading_.IsPunctuation(i - 1) && i == begin + 1;
  }

  /// "(R-Utah)" behind a politician's name.
  bool IsPartyMark(uint32_t i) const {
    const std::string_view text = reading_.TextOf(i);
    return text.size() > 2 && text[1] == '-' && i > 0 && reading_.IsText(i - 1, "(");
  }

  bool IsNamePart(uint32_t i) const {
    if (!reading_.IsWord(i) || !reading_.IsCapital(i) || IsPartyMark(i)) return false;
    if (reading_.Is(i, word::kWeekday | word::kMonth) && !reading_.Is(i, word::kFirstName))
      return false;
    // "Who" is a question, "WHO" a body.
    const bool small_word =
        reading_.Is(i, word::kGrammar) && !reading_.Is(i, word::kPlace | word::kFirstName);
    return !small_word ||
           (reading_.token(i).form == CaseForm::kUpper && reading_.Is(i, word::kBodyName));
  }

  bool MayBegin(uint32_t i) const {
    if (!IsNamePart(i)) return false;
    if (!BeginsSentence(i)) return true;
    const CaseForm form = reading_.token(i).form;
    if (form != CaseForm::kCapital) return true;
    constexpr WordFlags kKnown = word::kFirstName | word::kPlace | word::kDemonym |
                                 word::kBodyName | word::kTitle | word::kRank | word::kRole |
                                 word::kBody;
    return reading_.Is(i, kKnown) || seen_.Find(reading_.TextOf(i)) != nullptr ||
           (i + 1 < reading_.SentenceOf(i).end && IsNamePart(i + 1) && !reading_.Is(i, word::kCue));
  }

  uint32_t RunEnd(uint32_t begin) const {
    const uint32_t end = reading_.SentenceOf(begin).end;
    uint32_t i = begin + 1;
    while (i < end) {
      if (IsNamePart(i)) {
        ++i;
        continue;
      }
      const uint32_t next = SkipConnectors(i, begin, end);
      if (next == i) break;
      i = next;
    }
    return i;
  }

  /// Over "of the", "van der" to the next capital; `i` if none follows.
  uint32_t SkipConnectors(uint32_t i, uint32_t begin, uint32_t end) const {
    uint32_t j = i;
    const bool body = reading_.Is(i - 1, word::kBody | word::kRole);
    while (j < end && j < i + 3 && reading_.IsLower(j)) {
      const std::string_view word = reading_.TextOf(j);
      const bool of = body && j == i && (word == "of" || word == "for");
      const bool the = j > i && word == "the";
      if (!of && !the && !IsParticle(word)) return i;
      ++j;
    }
    return j > i && j < end && j > begin && IsNamePart(j) ? j : i;
  }

  // --- One run ---

  void ReadRun(TokenRange run) {
    if (const auto known = KnownIn(run); known && known->size() == run.size()) {
      return Emit(run, {}, LookUpName(Text(run))->kind);
    }
    if (const auto person = PersonIn(run)) {
      NamesBefore({run.begin, person->begin});
      EmitPerson(run, *person);
      return;
    }
    if (IsBody(run)) return Emit(run, {}, EntityKind::kOrganisation);
    ReadParts(run);
  }

  std::string_view Text(TokenRange range) const {
    return Slice(reading_.text, reading_.SpanOf(range));
  }

  /// The longest name that the lexicons know at the beginning of `run`.
  std::optional<TokenRange> KnownIn(TokenRange run) const {
    for (uint32_t end = std::min(run.end, run.begin + 4); end > run.begin; --end) {
      const TokenRange part{run.begin, end};
      if (reading_.SpanOf(part).size() <= kMaxLexiconWord && LookUpName(Text(part))) return part;
    }
    return std::nullopt;
  }

  /// The bare name of a person in `run`: after its last role or title, or from a first name on.
  std::optional<TokenRange> PersonIn(TokenRange run) const {
    if (reading_.Is(run.end - 1, word::kBody) && run.size() > 1) return std::nullopt;
    uint32_t begin = run.begin;
    bool person = false;
    for (uint32_t i = run.begin; i + 1 < run.end; ++i) {
      if (reading_.Is(i, word::kTitle | word::kRank | word::kRole) && !FirstNameAt(i, run)) {
        begin = i + 1;
        person = true;
      }
    }
    if (const uint32_t first = FirstNameIn({begin, run.end}); first != kNoIndex) {
      return TokenRange{first, run.end};
    }
    if (!person && RoleBefore(run.begin)) person = true;
    if (!person && run.size() >= 2 && run.size() <= 3 && AgeOrRoleAfter(run.end))
      person = !IsBody(run);
    if (!person) return std::nullopt;
    while (begin + 1 < run.end && reading_.Is(begin, word::kPlace | word::kDemonym)) ++begin;
    return IsBareName({begin, run.end}) ? std::optional<TokenRange>({begin, run.end})
                                        : std::nullopt;
  }

  /// No place, body or role, and not what follows a preposition ("President of …").
  bool IsBareName(TokenRange name) const {
    constexpr WordFlags kOther =
        word::kPlace | word::kBodyName | word::kDemonym | word::kRole | word::kBody;
    if (name.size() == 1 && reading_.Is(name.begin, kOther)) return false;
    return !reading_.IsLower(name.begin) || IsParticle(reading_.TextOf(name.begin));
  }

  bool FirstNameAt(uint32_t i, TokenRange run) const {
    return reading_.Is(i, word::kFirstName) && i + 1 < run.end &&
           !reading_.Is(i, word::kRank | word::kTitle);
  }

  /// The last first name that a further word follows, so that "President Obama Joe" is no trap.
  uint32_t FirstNameIn(TokenRange run) const {
    for (uint32_t i = run.begin; i + 1 < run.end; ++i) {
      if (FirstNameAt(i, run)) return i;
    }
    return kNoIndex;
  }

  /// "general Cavoli", "spokesman Peskov": a role in small letters right before.
  bool RoleBefore(uint32_t begin) const {
    if (begin == 0 || reading_.block_of[begin - 1] != reading_.block_of[begin]) return false;
    return reading_.IsLower(begin - 1) &&
           reading_.Is(begin - 1, word::kRole | word::kTitle | word::kRank);
  }

  /// "THE CHAIR (Mr Halvorsen)".
  bool IsInBracketOfRole(uint32_t begin) const {
    return begin >= reading_.SentenceOf(begin).begin + 2 && reading_.IsText(begin - 1, "(") &&
           reading_.Is(begin - 2, word::kRole);
  }

  /// "the chairmanship of Mrs Lindqvist".
  bool IsUnderChairmanship(uint32_t begin) const {
    return begin >= reading_.SentenceOf(begin).begin + 2 && reading_.IsText(begin - 1, "of") &&
           reading_.IsText(begin - 2, "chairmanship");
  }

  /// ", 43," or ", the minister".
  bool AgeOrRoleAfter(uint32_t end) const {
    const uint32_t last = std::min(reading_.SentenceOf(end - 1).end, end + kMaxAfter);
    if (end + 1 >= last || !reading_.IsText(end, ",")) return false;
    if (reading_.token(end + 1).kind == TokenClass::kNumber) {
      return end + 2 < last && reading_.IsText(end + 2, ",");
    }
    return !RoleAfter(end).empty();
  }

  /// The apposition after a name, empty if it names no role: ", the minister", "(Chair)".
  TokenRange RoleAfter(uint32_t end) const {
    const bool bracket = end + 1 < reading_.SentenceOf(end - 1).end && reading_.IsText(end, "(");
    if (bracket)
      return reading_.Is(end + 1, word::kRole) ? TokenRange{end + 1, end + 2} : TokenRange{};
    const uint32_t last = std::min(reading_.SentenceOf(end - 1).end, end + kMaxAfter);
    if (end + 1 >= last || !reading_.IsText(end, ",")) return {};
    uint32_t role = kNoIndex;
    uint32_t i = end + 1;
    for (; i < last && !reading_.IsPunctuation(i) && !reading_.IsQuote(i); ++i) {
      if (reading_.Is(i, word::kAuxiliary | word::kCue | word::kConjunction)) break;
      if (role == kNoIndex && reading_.Is(i, word::kRelative | word::kSubordinator)) return {};
      if (reading_.Is(i, word::kPreposition) && role == kNoIndex && !reading_.IsText(i, "of"))
        return {};
      if (reading_.Is(i, word::kRole) && role == kNoIndex) role = i;
    }
    return role == kNoIndex ? TokenRange{} : TokenRange{end + 1, i};
  }

  bool IsBody(TokenRange run) const {
    if (run.size() < 2) return false;
    return reading_.Is(run.end - 1, word::kBody) ||
           (reading_.Is(run.begin, word::kBody) && reading_.Is(run.begin + 1, word::kPreposition));
  }

  /// "NATO Secretary General": the names in what stands before a person's.
  void NamesBefore(TokenRange run) {
    for (uint32_t i = run.begin; i < run.end;) {
      const auto known = KnownIn({i, run.end});
      if (known) Emit(*known, {}, LookUpName(Text(*known))->kind);
      i = known ? known->end : i + 1;
    }
  }

  void EmitPerson(TokenRange run, TokenRange core) {
    NameMention name{core, Before(run.begin, core.begin), RoleAfter(core.end), EntityKind::kPerson,
                     Gender::kUnknown};
    if (reading_.Is(core.begin, word::kFirstName)) name.gender = reading_.words[core.begin]->gender;
    for (uint32_t i = name.before.begin; i < name.before.end; ++i) {
      if (reading_.Is(i, word::kTitle | word::kRole) && name.gender == Gender::kUnknown) {
        name.gender = reading_.words[i]->gender;
      }
    }
    names_.push_back(name);
  }

  /// What leads up to a name: the capitals before it and the words before those, back to a
  /// determiner, if a role is among them.
  TokenRange Before(uint32_t run_begin, uint32_t core_begin) const {
    uint32_t begin = run_begin;
    const uint32_t first = reading_.SentenceOf(core_begin).begin;
    const uint32_t limit = core_begin - first > kMaxBefore ? core_begin - kMaxBefore : first;
    if (IsInBracketOfRole(run_begin) || IsUnderChairmanship(run_begin)) {
      return {run_begin - 2, core_begin};
    }
    if (RoleBefore(run_begin)) {
      while (begin > limit && reading_.IsWord(begin - 1) &&
             !reading_.Is(begin - 1, word::kGrammar | word::kClock)) {
        --begin;
      }
    }
    return {begin, core_begin};
  }

  /// A run that is neither one person nor one body: the known names in it, else the run itself.
  void ReadParts(TokenRange run) {
    TokenRange rest = run;
    while (!rest.empty()) {
      const auto known = KnownIn(rest);
      if (known) {
        Emit(*known, {}, LookUpName(Text(*known))->kind);
        rest.begin = known->end;
      } else if (reading_.Is(rest.begin, word::kDemonym | word::kRole | word::kRank | word::kTitle |
                                             word::kGroup | word::kBody | word::kDocument) ||
                 !reading_.IsCapital(rest.begin)) {
        ++rest.begin;
      } else {
        break;
      }
    }
    // "Wing Commander", "Prime Minister": what one is, not who.
    if (rest.empty() || reading_.Is(rest.end - 1, word::kRole | word::kRank)) return;
    const bool acronym = rest.size() == 1 && reading_.token(rest.begin).form == CaseForm::kUpper;
    Emit(rest, {}, acronym ? EntityKind::kOrganisation : EntityKind::kOther);
  }

  void Emit(TokenRange core, TokenRange before, EntityKind kind) {
    names_.push_back({core, before, {}, kind, Gender::kUnknown});
  }

  const Reading& reading_;
  WordMap<bool> seen_;
  std::vector<NameMention> names_;
};

}  // namespace

std::vector<NameMention> FindNames(const Reading& reading) { return NameFinder(reading).Run(); }

}  // namespace afterword
