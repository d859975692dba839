// The paper sees a word as [C](VC)^m[V], where C and V are runs of consonants and vowels; m, the
// measure, is about the number of syllables. A rule replaces a suffix if the measure of what
// stands before it is large enough. Of each step, the longest suffix that fits decides.

#include "search/porter.h"

#include <array>
#include <span>

namespace afterword {
namespace {

struct SuffixRule {
  std::string_view suffix;
  std::string_view replacement;
};

constexpr std::array<SuffixRule, 21> kStep2{
    {{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"},
     {"bli", "ble"},     {"alli", "al"},     {"entli", "ent"}, {"eli", "e"},     {"ousli", "ous"},
     {"ization", "ize"}, {"ation", "ate"},   {"ator", "ate"},  {"alism", "al"},  {"iveness", "ive"},
     {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},  {"iviti", "ive"}, {"biliti", "ble"},
     {"logi", "log"}}};

constexpr std::array<SuffixRule, 7> kStep3{{{"icate", "ic"},
                                            {"ative", ""},
                                            {"alize", "al"},
                                            {"iciti", "ic"},
                                            {"ical", "ic"},
                                            {"ful", ""},
                                            {"ness", ""}}};

constexpr std::array<SuffixRule, 19> kStep4{{{"al", ""},
                                             {"ance", ""},
                                             {"ence", ""},
                                             {"er", ""},
                                             {"ic", ""},
                                             {"able", ""},
                                             {"ible", ""},
                                             {"ant", ""},
                                             {"ement", ""},
                                             {"ment", ""},
                                             {"ent", ""},
                                             {"ion", ""},
                                             {"ou", ""},
                                             {"ism", ""},
                                             {"ate", ""},
                                             {"iti", ""},
                                             {"ous", ""},
                                             {"ive", ""},
                                             {"ize", ""}}};

bool IsVowelAt(std::string_view word, size_t at) {
  switch (word[at]) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
      return true;
    case 'y':
      return at > 0 && !IsVowelAt(word, at - 1);
    default:
      return false;
  }
}

int Measure(std::string_view stem) {
  int measure = 0;
  bool after_vowel = false;
  for (size_t at = 0; at < stem.size(); ++at) {
    const bool vowel = IsVowelAt(stem, at);
    if (after_vowel && !vowel) ++measure;
    after_vowel = vowel;
  }
  return measure;
}

bool HasVowel(std::string_view stem) {
  for (size_t at = 0; at < stem.size(); ++at) {
    if (IsVowelAt(stem, at)) return true;
  }
  return false;
}

/// *d: two equal consonants at the end.
bool EndsInDouble(std::string_view stem) {
  const size_t size = stem.size();
  return size >= 2 && stem[size - 1] == stem[size - 2] && !IsVowelAt(stem, size - 1);
}

/// *o: consonant, vowel, consonant, the last not w, x or y.
bool EndsShort(std::string_view stem) {
  const size_t size = stem.size();
  if (size < 3) return false;
  const char last = stem[size - 1];
  return !IsVowelAt(stem, size - 3) && IsVowelAt(stem, size - 2) && !IsVowelAt(stem, size - 1) &&
         last != 'w' && last != 'x' && last != 'y';
}

std::string_view Before(std::string_view word, std::string_view suffix) {
  return word.substr(0, word.size() - suffix.size());
}

const SuffixRule* LongestFit(std::span<const SuffixRule> rules, std::string_view word) {
  const SuffixRule* best = nullptr;
  for (const SuffixRule& rule : rules) {
    if (!word.ends_with(rule.suffix)) continue;
    if (best == nullptr || rule.suffix.size() > best->suffix.size()) best = &rule;
  }
  return best;
}

void Replace(std::string& word, std::string_view suffix, std::string_view replacement) {
  word.erase(word.size() - suffix.size());
  word += replacement;
}

void Plurals(std::string& word) {  // step 1a
  if (word.ends_with("sses") || word.ends_with("ies")) {
    word.erase(word.size() - 2);
  } else if (word.ends_with('s') && !word.ends_with("ss")) {
    word.pop_back();
  }
}

void PastAndProgressive(std::string& word) {  // step 1b
  if (word.ends_with("eed")) {
    if (Measure(Before(word, "eed")) > 0) word.pop_back();
    return;
  }
  const std::string_view suffix = word.ends_with("ed") ? "ed" : word.ends_with("ing") ? "ing" : "";
  if (suffix.empty() || !HasVowel(Before(word, suffix))) return;
  word.erase(word.size() - suffix.size());
  if (word.ends_with("at") || word.ends_with("bl") || word.ends_with("iz")) {
    word += 'e';
  } else if (EndsInDouble(word)) {
    const char last = word.back();
    if (last != 'l' && last != 's' && last != 'z') word.pop_back();
  } else if (Measure(word) == 1 && EndsShort(word)) {
    word += 'e';
  }
}

void FinalY(std::string& word) {  // step 1c
  if (word.ends_with('y') && HasVowel(Before(word, "y"))) word.back() = 'i';
}

void LongSuffixes(std::string& word, std::span<const SuffixRule> rules) {  // steps 2 and 3
  const SuffixRule* rule = LongestFit(rules, word);
  if (rule != nullptr && Measure(Before(word, rule->suffix)) > 0) {
    Replace(word, rule->suffix, rule->replacement);
  }
}

void RemainingSuffixes(std::string& word) {  // step 4
  const SuffixRule* rule = LongestFit(kStep4, word);
  if (rule == nullptr) return;
  const std::string_view stem = Before(word, rule->suffix);
  if (Measure(stem) <= 1) return;
  if (rule->suffix == "ion" && !stem.ends_with('s') && !stem.ends_with('t')) return;
  word.erase(stem.size());
}

void FinalE(std::string& word) {  // step 5
  if (word.ends_with('e')) {
    const std::string_view stem = Before(word, "e");
    const int measure = Measure(stem);
    if (measure > 1 || (measure == 1 && !EndsShort(stem))) word.pop_back();
  }
  if (word.ends_with("ll") && Measure(Before(word, "l")) > 1) word.pop_back();
}

}  // namespace

std::string PorterStem(std::string_view word) {
  constexpr size_t kShortest = 3;
  constexpr size_t kLongest = 64;
  std::string stem(word);
  if (word.size() < kShortest || word.size() > kLongest) return stem;
  Plurals(stem);
  PastAndProgressive(stem);
  FinalY(stem);
  LongSuffixes(stem, kStep2);
  LongSuffixes(stem, kStep3);
  RemainingSuffixes(stem);
  FinalE(stem);
  return stem;
}

}  // namespace afterword
