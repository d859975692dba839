// The source's head decides: a name is looked up in the registry; a role noun ("the general",
// "the NATO chief") is the person of whom that role was said last; a body noun ("the ministry")
// the body it stands for; a pronoun the last speaker if gender and kind allow it, unless another
// person has become the subject since. An empty source goes on with the last speaker.

#include "analyse/speaker.h"

#include <algorithm>

#include "analyse/name_form.h"
#include "analyse/noun_phrase.h"
#include "text/case_form.h"

namespace afterword {
namespace {

/// How many namings a pronoun or role noun looks back over.
constexpr size_t kMaxLookBack = 200;
/// Up to here a role in capitals is read as an acronym: "CEO".
constexpr size_t kMaxAcronym = 4;
/// How many blocks may lie between a pronoun and the statement whose speaker it is.
constexpr uint32_t kPronounReach = 2;

class Resolver {
 public:
  Resolver(const Reading& reading, Registry& registry) : reading_(reading), registry_(registry) {}

  std::optional<uint32_t> Resolve(const Attribution& attribution) {
    const Span first =
        attribution.content.empty() ? attribution.cue.front() : attribution.content.front();
    if (attribution.source.empty()) {
      const std::optional<uint32_t> speaker =
          attribution.cue.empty() ? last_speaker_ : std::optional<uint32_t>();
      Remember(speaker, reading_.TokenAt(first.begin));
      return speaker;
    }
    const Span span = attribution.source.front();
    const TokenRange source{reading_.TokenAt(span.begin), reading_.TokenAt(span.end)};
    if (source.empty()) return std::nullopt;
    const std::optional<uint32_t> speaker = OfSource(source);
    Remember(speaker, std::max(source.end - 1, reading_.TokenAt(first.begin)));
    return speaker;
  }

 private:
  std::vector<Figure>& figures() { return registry_.figures(); }

  void Remember(std::optional<uint32_t> speaker, uint32_t token) {
    last_speaker_ = speaker;
    last_token_ = std::min(token, reading_.size() - 1);
  }

  std::optional<uint32_t> OfSource(TokenRange source) {
    if (source.size() == 1 && reading_.Is(source.begin, word::kPronoun | word::kPossessive)) {
      return OfPronoun(source.begin);
    }
    const TokenRange core = BeforeMark(source);
    if (IsCoordinated(core)) return Unnamed(core, EntityKind::kGroup);
    const uint32_t head = HeadOf(reading_, core);
    if (const auto named = NamedAt(head)) return Speak(*named);
    if (const auto titled = TitledAtEnd(core)) return titled;
    if (core.end < source.end) {
      if (const auto named = PersonIn({core.end + 1, source.end})) return Speak(*named);
    }
    return OfNoun(core, head);
  }

  /// Before an apposition: ", the minister" or "(Mr Halvorsen)".
  TokenRange BeforeMark(TokenRange source) const {
    for (uint32_t i = source.begin + 1; i < source.end; ++i) {
      if (reading_.IsText(i, ",") || reading_.IsText(i, "(")) return {source.begin, i};
    }
    return source;
  }

  /// "Secretary of State John Kerry": a person's name right after the capitals of a title.
  std::optional<uint32_t> TitledAtEnd(TokenRange core) const {
    const auto named = NamedAt(core.end - 1);
    if (!named || registry_.figures()[*named].kind != EntityKind::kPerson) return std::nullopt;
    const uint32_t begin = registry_.namings()[registry_.NamingsBefore(core.end) - 1].tokens.begin;
    const bool title =
        begin > core.begin + 1 && reading_.IsCapital(begin - 1) && reading_.IsCapital(core.begin);
    return title ? named : std::nullopt;
  }

  /// The figure whose name holds the token.
  std::optional<uint32_t> NamedAt(uint32_t token) const {
    const size_t before = registry_.NamingsBefore(token + 1);
    if (before == 0) return std::nullopt;
    const Naming& naming = registry_.namings()[before - 1];
    if (!naming.tokens.Contains(token)) return std::nullopt;
    return naming.figure;
  }

  /// "Czechia and Sweden": two names, neither of which speaks alone.
  bool IsCoordinated(TokenRange core) const {
    for (uint32_t i = core.begin + 1; i + 1 < core.end; ++i) {
      if (reading_.Is(i, word::kPreposition)) return false;
      if (reading_.IsText(i, "and") && NamedAt(i - 1) && NamedAt(core.end - 1)) {
        return NamedAt(i - 1) != NamedAt(core.end - 1);
      }
    }
    return false;
  }

  /// The person that an apposition names: "the minister, Rustem Holm". At its head a name of two
  /// words is one.
  std::optional<uint32_t> PersonIn(TokenRange range) {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const auto named = NamedAt(i);
      if (!named) continue;
      const EntityKind kind = figures()[*named].kind;
      const bool may_be = i == range.begin && kind == EntityKind::kOther && HasTwoWords(*named);
      if (kind == EntityKind::kPerson || may_be) return named;
    }
    return std::nullopt;
  }

  bool HasTwoWords(uint32_t index) const {
    const std::string& name = registry_.figures()[index].name;
    return std::count(name.begin(), name.end(), ' ') == 1;
  }

  /// What speaks with two capitalised words and is no known body is a person.
  uint32_t Speak(uint32_t index) {
    Figure& figure = figures()[index];
    if (figure.kind == EntityKind::kOther && HasTwoWords(index)) figure.kind = EntityKind::kPerson;
    return index;
  }

  std::optional<uint32_t> OfNoun(TokenRange source, uint32_t head) {
    const bool indefinite =
        reading_.IsText(source.begin, "a") || reading_.IsText(source.begin, "an") ||
        reading_.IsText(source.begin, "A") || reading_.IsText(source.begin, "An");
    if (reading_.Is(head, word::kRole | word::kRank) && !indefinite) {
      if (const auto person = WithRole(source, head)) return person;
    }
    if (reading_.Is(head, word::kBody) && !indefinite) {
      if (const auto body = WithNoun(source, head)) return body;
    }
    if (reading_.Is(head, word::kPronoun | word::kPossessive | word::kDeterminer)) {
      return std::nullopt;
    }
    // "The Dutch" are many; "Dutch" says only what kind.
    if (reading_.Is(head, word::kDemonym) && !reading_.Is(head, word::kGroup)) {
      if (!EqualFolded(reading_.TextOf(source.begin), "the")) return std::nullopt;
      return Unnamed(source, EntityKind::kGroup);
    }
    return Unnamed(source, KindOf(head));
  }

  uint32_t Unnamed(TokenRange source, EntityKind kind) {
    const TokenRange phrase = WithoutDeterminer(source);
    const std::string_view text = Slice(reading_.text, reading_.SpanOf(phrase));
    const bool recase = IsInCapitals(phrase) && text.size() > kMaxAcronym;
    std::string name = recase ? NaturalCase(text) : std::string(text);
    // "Her spokesman" at the head of a sentence is no name.
    if (reading_.Is(phrase.begin, word::kPossessive)) name.replace(0, 1, Folded(name.substr(0, 1)));
    return registry_.AddUnnamed(name, kind, phrase);
  }

  bool IsInCapitals(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (reading_.token(i).form != CaseForm::kUpper) return false;
    }
    return true;
  }

  TokenRange WithoutDeterminer(TokenRange source) const {
    while (source.begin + 1 < source.end && reading_.Is(source.begin, word::kDeterminer)) {
      ++source.begin;
    }
    return source;
  }

  EntityKind KindOf(uint32_t head) const {
    if (reading_.Is(head, word::kRole | word::kRank | word::kTitle)) return EntityKind::kPerson;
    if (reading_.Is(head, word::kGroup)) return EntityKind::kGroup;
    if (reading_.Is(head, word::kBody)) return EntityKind::kOrganisation;
    const bool many = reading_.TextOf(head).ends_with('s') && !reading_.Is(head, word::kDocument);
    return many ? EntityKind::kGroup : EntityKind::kOther;
  }

  /// The person of that role named last before; one whose other words fit comes first.
  std::optional<uint32_t> WithRole(TokenRange source, uint32_t head) {
    const std::string_view role = reading_.words[head]->canonical;
    std::optional<uint32_t> best;
    size_t best_fit = 0;
    ForEachBefore(source.begin, [&](uint32_t index) {
      const Figure& figure = figures()[index];
      if (figure.kind != EntityKind::kPerson || !HasRole(figure, role)) return;
      if (!GenderFits(figure, reading_.words[head]->gender)) return;
      const size_t fit = 1 + CountModifiers(source, head, figure);
      if (fit > best_fit) {
        best = index;
        best_fit = fit;
      }
    });
    if (best && best_fit == 1 && HasModifier(source, head)) return std::nullopt;
    return best;
  }

  static bool HasRole(const Figure& figure, std::string_view role) {
    return std::find(figure.roles.begin(), figure.roles.end(), role) != figure.roles.end();
  }

  static bool GenderFits(const Figure& figure, Gender gender) {
    return gender == Gender::kUnknown || figure.gender == Gender::kUnknown ||
           figure.gender == gender;
  }

  bool IsModifier(uint32_t i) const {
    return reading_.IsWord(i) && !reading_.Is(i, word::kGrammar) && !reading_.IsText(i, "'s") &&
           !reading_.IsText(i, "\u2019s");
  }

  bool HasModifier(TokenRange source, uint32_t head) const {
    for (uint32_t i = source.begin; i < head; ++i) {
      if (IsModifier(i) && (reading_.IsCapital(i) || reading_.Is(i, word::kRole))) return true;
    }
    return false;
  }

  size_t CountModifiers(TokenRange source, uint32_t head, const Figure& figure) const {
    size_t count = 0;
    for (uint32_t i = source.begin; i < head; ++i) {
      if (!IsModifier(i)) continue;
      const std::string word = Folded(reading_.TextOf(i));
      const bool known =
          std::find(figure.modifiers.begin(), figure.modifiers.end(), word) !=
              figure.modifiers.end() ||
          HasRole(figure,
                  reading_.words[i]->canonical.empty() ? word : reading_.words[i]->canonical);
      count += known ? 1 : 0;
    }
    return count;
  }

  /// The body that the noun stands for, named last before.
  std::optional<uint32_t> WithNoun(TokenRange source, uint32_t head) {
    const std::string_view noun = reading_.words[head]->canonical;
    std::optional<uint32_t> found;
    ForEachBefore(source.begin, [&](uint32_t index) {
      const Figure& figure = figures()[index];
      const bool stands =
          figure.kind == EntityKind::kOrganisation &&
          std::find(figure.nouns.begin(), figure.nouns.end(), noun) != figure.nouns.end();
      if (stands && !found) found = index;
    });
    if (found && HasModifier(source, head)) return std::nullopt;
    return found;
  }

  /// Latest first.
  template <typename Visit>
  void ForEachBefore(uint32_t token, Visit visit) const {
    const size_t end = registry_.NamingsBefore(token);
    const size_t begin = end > kMaxLookBack ? end - kMaxLookBack : 0;
    for (size_t i = end; i > begin; --i) visit(registry_.namings()[i - 1].figure);
  }

  // --- Pronouns ---

  std::optional<uint32_t> OfPronoun(uint32_t token) {
    if (reading_.Is(token, word::kHe | word::kShe)) {
      const Gender gender = reading_.Is(token, word::kHe) ? Gender::kMale : Gender::kFemale;
      const auto person = PersonFor(token, gender);
      if (person && figures()[*person].gender == Gender::kUnknown)
        figures()[*person].gender = gender;
      return person;
    }
    // "According to her"; what belongs to him ("his") speaks nowhere.
    if (EqualFolded(reading_.TextOf(token), "her")) return PersonFor(token, Gender::kFemale);
    if (reading_.Is(token, word::kRelative)) return Antecedent(token);
    if (reading_.Is(token, word::kThey) && IsRecent(token) && IsMany(*last_speaker_))
      return last_speaker_;
    if (reading_.Is(token, word::kIt) && IsRecent(token) &&
        figures()[*last_speaker_].kind == EntityKind::kOrganisation) {
      return last_speaker_;
    }
    return std::nullopt;
  }

  bool IsRecent(uint32_t token) const {
    return last_speaker_ &&
           reading_.block_of[last_token_] + kPronounReach >= reading_.block_of[token];
  }

  bool IsMany(uint32_t index) {
    const EntityKind kind = figures()[index].kind;
    return kind == EntityKind::kGroup || kind == EntityKind::kOrganisation;
  }

  bool MayBe(uint32_t index, Gender gender) {
    const Figure& figure = figures()[index];
    return figure.kind == EntityKind::kPerson && GenderFits(figure, gender);
  }

  std::optional<uint32_t> PersonFor(uint32_t token, Gender gender) {
    const std::optional<uint32_t> subject = LastSubject(token, gender);
    if (subject) return subject;
    if (IsRecent(token) && MayBe(*last_speaker_, gender)) return last_speaker_;
    std::optional<uint32_t> person;
    const uint32_t reach = reading_.block_of[token];
    const size_t end = registry_.NamingsBefore(token);
    for (size_t i = end; i > 0 && !person && i + 40 > end; --i) {
      const Naming& naming = registry_.namings()[i - 1];
      if (reading_.block_of[naming.tokens.begin] + kPronounReach + 1 < reach) break;
      if (MayBe(naming.figure, gender)) person = naming.figure;
    }
    return person;
  }

  /// A person who begins a sentence after the last statement, in this block or the one before.
  std::optional<uint32_t> LastSubject(uint32_t token, Gender gender) {
    const size_t end = registry_.NamingsBefore(token);
    for (size_t i = end; i > 0 && i + 40 > end; --i) {
      const Naming& naming = registry_.namings()[i - 1];
      const uint32_t begin = naming.tokens.begin;
      if (last_speaker_ && begin <= last_token_) break;
      if (reading_.block_of[begin] + 1 < reading_.block_of[token]) break;
      const bool subject = begin - reading_.SentenceOf(begin).begin <= 4;
      const bool same_sentence = reading_.sentence_of[begin] == reading_.sentence_of[token];
      if (subject && !same_sentence && MayBe(naming.figure, gender)) return naming.figure;
    }
    return std::nullopt;
  }

  /// "Smith, who said": what was named right before.
  std::optional<uint32_t> Antecedent(uint32_t token) {
    const size_t end = registry_.NamingsBefore(token);
    if (end == 0) return std::nullopt;
    const Naming& naming = registry_.namings()[end - 1];
    const bool near = naming.tokens.end + 1 >= token &&
                      reading_.sentence_of[naming.tokens.begin] == reading_.sentence_of[token];
    return near ? std::optional<uint32_t>(naming.figure) : std::nullopt;
  }

  const Reading& reading_;
  Registry& registry_;
  std::optional<uint32_t> last_speaker_;
  uint32_t last_token_ = 0;
};

}  // namespace

std::vector<std::optional<uint32_t>> ResolveSpeakers(const Reading& reading,
                                                     const std::vector<Attribution>& attributions,
                                                     Registry& registry) {
  Resolver resolver(reading, registry);
  std::vector<std::optional<uint32_t>> speakers;
  speakers.reserve(attributions.size());
  for (const Attribution& attribution : attributions) {
    speakers.push_back(resolver.Resolve(attribution));
  }
  return speakers;
}

}  // namespace afterword
