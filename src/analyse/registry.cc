// Persons are tied by their last name, and where two share it by first name or gender, else to
// the one named last. Everything else is tied by its whole name. Names that were not sure by
// themselves ("Cavoli") take the kind of the person they end like.

#include "analyse/registry.h"

#include <algorithm>

#include "analyse/name_form.h"
#include "text/case_form.h"
#include "text/word_map.h"

namespace afterword {

class Registry::Builder {
 public:
  Builder(const Reading& reading, Registry& registry) : reading_(reading), registry_(registry) {}

  void Run(std::vector<NameMention> names) {
    for (NameMention& name : names) {
      if (SpeaksAsPerson(name)) name.kind = EntityKind::kPerson;
    }
    // What is written naturally first, so that "ANNA BERG" is found under "Anna Berg".
    for (const NameMention& name : names) {
      if (IsFullPerson(name) && !IsInCapitals(name.core)) AddPerson(name);
    }
    for (const NameMention& name : names) {
      if (IsFullPerson(name) && IsInCapitals(name.core)) AddPerson(name);
    }
    for (const NameMention& name : names) Name(name);
  }

 private:
  static constexpr size_t kMaxSameName = 32;

  std::string_view Text(TokenRange range) const {
    return Slice(reading_.text, reading_.SpanOf(range));
  }
  std::string_view LastWord(const NameMention& name) const {
    return reading_.TextOf(name.core.end - 1);
  }

  /// "said Priit Saarma", "Priit Saarma said": two capitalised words that are no known body.
  bool SpeaksAsPerson(const NameMention& name) const {
    if (name.kind != EntityKind::kOther || name.core.size() != 2) return false;
    const bool before = name.core.begin > 0 && reading_.Is(name.core.begin - 1, word::kCue);
    return before || (name.core.end < reading_.size() && reading_.Is(name.core.end, word::kCue));
  }

  bool IsInCapitals(TokenRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (reading_.token(i).form != CaseForm::kUpper) return false;
    }
    return true;
  }

  static bool IsFullPerson(const NameMention& name) {
    return name.kind == EntityKind::kPerson && name.core.size() > 1;
  }

  /// The first full form of each person, so that a surname met earlier finds it too.
  void AddPerson(const NameMention& name) {
    std::vector<uint32_t>& same = by_last_word_[LastWord(name)];
    for (const uint32_t index : same) {
      if (SharesFirstName(name, figures()[index])) return;
    }
    if (same.size() < kMaxSameName) same.push_back(Make(name));
  }

  std::vector<Figure>& figures() { return registry_.figures_; }

  uint32_t Make(const NameMention& name) {
    figures().push_back({NameOf(name), name.kind, name.gender, {}, {}, {}, {}});
    return static_cast<uint32_t>(figures().size() - 1);
  }

  /// A person in capitals with a title in capitals ("MS BERGQVIST") or a first name gets small
  /// letters; "JFK" stays.
  std::string NameOf(const NameMention& name) const {
    const uint32_t first = name.core.begin;
    const bool led = !name.before.empty() && IsInCapitals({first - 1, first});
    const bool recase = name.kind == EntityKind::kPerson && (led || name.core.size() > 1) &&
                        IsInCapitals(name.core);
    return recase ? NaturalCase(OneLine(Text(name.core))) : OneLine(Text(name.core));
  }

  bool SharesFirstName(const NameMention& name, const Figure& figure) const {
    const std::string_view first = reading_.TextOf(name.core.begin);
    return figure.name.size() > first.size() && figure.name[first.size()] == ' ' &&
           EqualFolded(std::string_view(figure.name).substr(0, first.size()), first);
  }

  void Name(const NameMention& name) {
    const uint32_t index = Find(name);
    Figure& figure = figures()[index];
    if (figure.gender == Gender::kUnknown) figure.gender = name.gender;
    const std::string_view text = Text(name.core);
    if (EqualFolded(figure.name, text) && !IsInCapitals(name.core)) figure.name = text;
    figure.mentions.push_back(name.core);
    AddRoles(figure, name.before);
    AddRoles(figure, name.after);
    if (figure.kind == EntityKind::kOrganisation && figure.mentions.size() == 1) {
      AddNouns(figure, name.core);
    }
    registry_.namings_.push_back({name.core, index});
    last_naming_.resize(figures().size(), 0);
    last_naming_[index] = static_cast<uint32_t>(registry_.namings_.size());
  }

  uint32_t Find(const NameMention& name) {
    if (const uint32_t person = FindPerson(name); person != kNoIndex) return person;
    std::vector<uint32_t>& same = by_name_[Key(name)];
    if (same.empty()) same.push_back(Make(name));
    if (name.kind == EntityKind::kPerson && name.core.size() == 1) {
      by_last_word_[LastWord(name)].push_back(same.front());
      figures()[same.front()].kind = EntityKind::kPerson;
    }
    return same.front();
  }

  std::string_view Key(const NameMention& name) const {
    const std::string_view text = Text(name.core);
    return text.size() > kMaxLexiconWord ? text.substr(0, kMaxLexiconWord) : text;
  }

  /// The person that `name` is a full form, surname or first name of.
  uint32_t FindPerson(const NameMention& name) {
    const bool open = name.kind == EntityKind::kPerson ||
                      (name.kind == EntityKind::kOther && name.core.size() <= 2) ||
                      IsUnknownAcronym(name);
    if (!open) return kNoIndex;
    const std::vector<uint32_t>* same = by_last_word_.Find(LastWord(name));
    if (!same) return name.core.size() == 1 ? FindByFirstName(name) : kNoIndex;
    uint32_t best = kNoIndex;
    for (const uint32_t index : *same) {
      const Figure& figure = figures()[index];
      if (name.core.size() > 1 && SharesFirstName(name, figure)) return index;
      if (name.core.size() > 1 && name.kind == EntityKind::kPerson) continue;
      const bool clash = name.gender != Gender::kUnknown && figure.gender != Gender::kUnknown &&
                         name.gender != figure.gender;
      if (!clash && (best == kNoIndex || LastNaming(index) > LastNaming(best))) best = index;
    }
    return best;
  }

  /// "BERG": a body by its capitals alone, unless a person of that name is known.
  bool IsUnknownAcronym(const NameMention& name) const {
    return name.kind == EntityKind::kOrganisation && name.core.size() == 1 &&
           IsInCapitals(name.core) && !reading_.Is(name.core.begin, word::kBodyName);
  }

  uint32_t FindByFirstName(const NameMention& name) {
    if (!reading_.Is(name.core.begin, word::kFirstName)) return kNoIndex;
    uint32_t found = kNoIndex;
    const size_t limit = std::min<size_t>(figures().size(), 200);
    for (uint32_t i = 0; i < limit; ++i) {
      if (figures()[i].kind != EntityKind::kPerson || !SharesFirstName(name, figures()[i]))
        continue;
      if (found != kNoIndex) return kNoIndex;
      found = i;
    }
    return found;
  }

  uint32_t LastNaming(uint32_t figure) const {
    return figure < last_naming_.size() ? last_naming_[figure] : 0;
  }

  void AddRoles(Figure& figure, TokenRange range) {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (!reading_.IsWord(i)) continue;
      if (reading_.Is(i, word::kRole | word::kRank)) {
        AddUnique(figure.roles, reading_.words[i]->canonical);
      } else if (!reading_.Is(i, word::kGrammar) && figure.modifiers.size() < 16) {
        AddUnique(figure.modifiers, Folded(reading_.TextOf(i)));
      }
    }
  }

  void AddNouns(Figure& figure, TokenRange core) {
    for (uint32_t i = core.begin; i < core.end; ++i) {
      if (reading_.Is(i, word::kBody)) AddUnique(figure.nouns, reading_.words[i]->canonical);
    }
    const std::string_view text = Text(core);
    const KnownName* known = text.size() <= kMaxLexiconWord ? LookUpName(text) : nullptr;
    std::string_view nouns = known ? known->nouns : std::string_view{};
    while (!nouns.empty()) {
      const size_t comma = std::min(nouns.find(','), nouns.size());
      AddUnique(figure.nouns, nouns.substr(0, comma));
      nouns.remove_prefix(std::min(comma + 1, nouns.size()));
    }
  }

  template <typename Value>
  static void AddUnique(std::vector<Value>& values, Value value) {
    if (std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(std::move(value));
    }
  }

  const Reading& reading_;
  Registry& registry_;
  WordMap<std::vector<uint32_t>> by_last_word_;
  WordMap<std::vector<uint32_t>> by_name_;
  std::vector<uint32_t> last_naming_;
};

Registry::Registry(const Reading& reading, const std::vector<NameMention>& names) {
  Builder(reading, *this).Run(names);
}

size_t Registry::NamingsBefore(uint32_t end) const {
  const auto found = std::partition_point(namings_.begin(), namings_.end(),
                                          [end](const Naming& n) { return n.tokens.begin < end; });
  return static_cast<size_t>(found - namings_.begin());
}

uint32_t Registry::AddUnnamed(std::string_view text, EntityKind kind, TokenRange mention) {
  const std::string name = OneLine(text);
  for (const uint32_t index : unnamed_) {
    if (!EqualFolded(figures_[index].name, name)) continue;
    figures_[index].mentions.push_back(mention);
    return index;
  }
  const auto index = static_cast<uint32_t>(figures_.size());
  figures_.push_back({name, kind, Gender::kUnknown, {}, {}, {}, {mention}});
  if (unnamed_.size() < 64) unnamed_.push_back(index);
  return index;
}

std::vector<Entity> Registry::ToEntities(const Reading& reading) const {
  std::vector<Entity> entities;
  entities.reserve(figures_.size());
  for (const Figure& figure : figures_) {
    Entity entity{figure.name, figure.kind, {}};
    for (const TokenRange mention : figure.mentions) {
      entity.mentions.push_back(reading.SpanOf(mention));
    }
    // Sources are met in the order of their statements, and several may share one.
    std::sort(entity.mentions.begin(), entity.mentions.end());
    const auto overlaps = [](Span left, Span right) { return left.Overlaps(right); };
    entity.mentions.erase(std::unique(entity.mentions.begin(), entity.mentions.end(), overlaps),
                          entity.mentions.end());
    entities.push_back(std::move(entity));
  }
  return entities;
}

}  // namespace afterword
