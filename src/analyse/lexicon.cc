#include "analyse/lexicon.h"

#include <array>
#include <deque>
#include <utility>
#include <vector>

#include "embedded/cues_lexicon.h"
#include "embedded/first_names_lexicon.h"
#include "embedded/organisations_lexicon.h"
#include "embedded/people_lexicon.h"
#include "embedded/places_lexicon.h"
#include "embedded/words_lexicon.h"
#include "text/lexicon_file.h"
#include "text/word_map.h"

namespace afterword {
namespace {

constexpr std::array<std::pair<std::string_view, WordFlags>, 34> kClasses{
    {{"he", word::kHe},
     {"she", word::kShe},
     {"they", word::kThey},
     {"it", word::kIt},
     {"speaker", word::kSpeaker},
     {"relative", word::kRelative},
     {"demonstrative", word::kDemonstrative},
     {"indefinite", word::kIndefinite},
     {"determiner", word::kDeterminer},
     {"possessive", word::kPossessive},
     {"preposition", word::kPreposition},
     {"conjunction", word::kConjunction},
     {"but", word::kBut},
     {"subordinator", word::kSubordinator},
     {"auxiliary", word::kAuxiliary},
     {"be", word::kBe},
     {"modal", word::kModal},
     {"have", word::kHave},
     {"negation", word::kNegation},
     {"adverb", word::kAdverb},
     {"time", word::kTime},
     {"weekday", word::kWeekday},
     {"month", word::kMonth},
     {"period", word::kPeriod},
     {"last", word::kLast},
     {"conditional", word::kConditional},
     {"obligation", word::kObligation},
     {"interjection", word::kInterjection},
     {"title", word::kTitle},
     {"rank", word::kRank},
     {"role", word::kRole},
     {"group", word::kGroup},
     {"organisation", word::kBody},
     {"document", word::kDocument}}};

WordFlags FlagNamed(std::string_view name) {
  for (const auto& [known, flag] : kClasses) {
    if (known == name) return flag;
  }
  return 0;
}

Gender GenderNamed(std::string_view name) {
  if (name == "male") return Gender::kMale;
  return name == "female" ? Gender::kFemale : Gender::kUnknown;
}

CueTakes TakesNamed(std::string_view letters) {
  CueTakes result = 0;
  for (const char letter : letters) {
    switch (letter) {
      case 'q':
        result |= takes::kQuotation;
        break;
      case 'c':
        result |= takes::kClause | takes::kThatClause;
        break;
      case 't':
        result |= takes::kThatClause;
        break;
      case 'p':
        result |= takes::kAddressee;
        break;
      case 'n':
        result |= takes::kNounPhrase;
        break;
      case 'i':
        result |= takes::kInfinitive;
        break;
      case 'o':
        result |= takes::kObject;
        break;
      default:
        break;
    }
  }
  return result;
}

class Lexicon {
 public:
  Lexicon() {
    AddWords();
    AddPeople();
    AddFirstNames();
    AddPlaces();
    AddOrganisations();
    AddCues();
  }

  const Word* Find(std::string_view word) const {
    static const Word kUnknown;
    const Word* found = words_.Find(word);
    return found ? found : &kUnknown;
  }
  const KnownName* FindName(std::string_view name) const { return names_.Find(name); }

 private:
  void AddWords() {
    for (const LexiconRow& row : ReadLexicon(words_lexicon())) {
      for (const std::string_view name : SplitAt(row.at(1), ' ')) {
        words_[row.at(0)].flags |= FlagNamed(name);
      }
    }
  }

  void AddPeople() {
    for (const LexiconRow& row : ReadLexicon(people_lexicon())) {
      Word& word = words_[row.at(0)];
      word.flags |= FlagNamed(row.at(1));
      if (word.gender == Gender::kUnknown) word.gender = GenderNamed(row.at(2));
      word.canonical = row.at(3);
    }
  }

  void AddFirstNames() {
    for (const LexiconRow& row : ReadLexicon(first_names_lexicon())) {
      Word& word = words_[row.at(0)];
      word.flags |= word::kFirstName;
      word.gender = GenderNamed(row.at(1));
    }
  }

  void AddPlaces() {
    for (const LexiconRow& row : ReadLexicon(places_lexicon())) {
      AddName(row.at(0), {EntityKind::kPlace, {}}, word::kPlace);
      if (row.at(1) != "-") words_[row.at(1)].flags |= word::kDemonym;
      if (row.at(2) == "-") continue;
      for (const std::string_view capital : SplitAt(row.at(2), ',')) {
        AddName(capital, {EntityKind::kPlace, {}}, word::kPlace);
      }
    }
  }

  void AddOrganisations() {
    for (const LexiconRow& row : ReadLexicon(organisations_lexicon())) {
      const std::string_view nouns = row.at(1) == "-" ? std::string_view{} : row.at(1);
      AddName(row.at(0), {EntityKind::kOrganisation, nouns}, word::kBodyName);
    }
  }

  void AddName(std::string_view name, KnownName known, WordFlags flag) {
    names_.Add(name, known);
    if (name.find(' ') == std::string_view::npos) words_[name].flags |= flag;
  }

  void AddCues() {
    WordMap<std::vector<CueUse>> uses;
    std::vector<std::string_view> forms;
    for (const LexiconRow& row : ReadLexicon(cues_lexicon())) {
      const CueUse use{row.at(0), row.at(2) == "-" ? std::string_view{} : row.at(2),
                       TakesNamed(row.at(3)), ForceFromName(row.at(4)).value_or(Force::kAssert)};
      for (const std::string_view form : SplitAt(row.at(1), ',')) {
        uses[form].push_back(use);
        forms.push_back(form);
      }
    }
    for (const std::string_view form : forms) {
      Word& word = words_[form];
      if (word.Is(word::kCue)) continue;
      word.flags |= word::kCue;
      word.cues = cue_uses_.emplace_back(std::move(uses[form]));
    }
  }

  WordMap<Word> words_;
  WordMap<KnownName> names_;
  /// A deque: what Word::cues views never moves.
  std::deque<std::vector<CueUse>> cue_uses_;
};

const Lexicon& TheLexicon() {
  static const Lexicon kLexicon;
  return kLexicon;
}

}  // namespace

const Word* LookUp(std::string_view word) { return TheLexicon().Find(word); }
const KnownName* LookUpName(std::string_view name) { return TheLexicon().FindName(name); }

}  // namespace afterword
