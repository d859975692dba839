#include "text/abbreviation.h"

#include <string>

#include "embedded/abbreviation_lexicon.h"
#include "text/case_form.h"
#include "text/lexicon_file.h"
#include "text/word_map.h"

namespace afterword {
namespace {

struct Entry {
  Abbreviation kind = Abbreviation::kNone;
  bool capital = false;
};

bool BeginsUpper(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

Abbreviation KindNamed(std::string_view use) {
  if (use == "introduces") return Abbreviation::kIntroducing;
  return use == "number" ? Abbreviation::kBeforeNumber : Abbreviation::kOther;
}

WordMap<Entry> ReadAbbreviations() {
  WordMap<Entry> map;
  for (const LexiconRow& row : ReadLexicon(abbreviation_lexicon())) {
    map.Add(row.at(0), {KindNamed(row.at(1)), BeginsUpper(row.at(0))});
  }
  return map;
}

}  // namespace

Abbreviation AbbreviationOf(std::string_view word) {
  static const WordMap<Entry> kMap = ReadAbbreviations();
  const Entry* found = kMap.Find(word);
  if (!found || (found->capital && !BeginsUpper(word))) return Abbreviation::kNone;
  return found->kind;
}

}  // namespace afterword
