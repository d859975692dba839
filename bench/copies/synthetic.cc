#include "copies/synthetic.h"

#include <algorithm>
#include <cmath>

namespace afterword {
namespace {

constexpr size_t kVocabulary = 50'000;
constexpr size_t kDraws = 1 << 20;
constexpr size_t kPhrases = 30'000;
constexpr size_t kFooters = 60;
constexpr uint32_t kBlock = 10'000;
constexpr uint64_t kStoriesOfBlock = 4'500;

double Share(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

uint64_t Below(std::mt19937_64& random, uint64_t bound) { return random() % bound; }

/// Frequent words are short.
std::string MakeWord(std::mt19937_64& random, size_t rank) {
  static constexpr const char* kOnsets[] = {"b", "d", "f", "k", "l", "m",
                                            "n", "p", "r", "s", "t", "v"};
  static constexpr const char* kVowels[] = {"a", "e", "i", "o", "u", "ar", "en", "or", "is", "al"};
  const auto syllables = static_cast<size_t>(1 + std::log10(static_cast<double>(rank + 3)) * 0.8);
  std::string word;
  for (size_t i = 0; i < syllables; ++i) {
    word += kOnsets[Below(random, std::size(kOnsets))];
    word += kVowels[Below(random, std::size(kVowels))];
  }
  return word;
}

}  // namespace

SyntheticNews::SyntheticNews() {
  Random random(20240501);
  double sum = 0;
  for (size_t rank = 0; rank < kVocabulary; ++rank) {
    vocabulary_.push_back(MakeWord(random, rank));
    sum += 1.0 / (static_cast<double>(rank) + 3);
  }
  double reached = 0;
  for (size_t rank = 0; rank < kVocabulary; ++rank) {
    reached += 1.0 / (static_cast<double>(rank) + 3);
    const auto end = static_cast<size_t>(reached / sum * kDraws);
    while (draws_.size() < end) draws_.push_back(static_cast<uint32_t>(rank));
  }
  while (draws_.size() < kDraws) draws_.push_back(kVocabulary - 1);
  for (size_t i = 0; i < kPhrases; ++i) {
    Words phrase(3 + Below(random, 3));
    for (uint32_t& word : phrase) word = DrawWord(random);
    phrases_.push_back(std::move(phrase));
  }
  for (size_t i = 0; i < kFooters; ++i) {
    Words footer(30);
    for (uint32_t& word : footer) word = DrawWord(random);
    footers_.push_back(std::move(footer));
  }
}

uint32_t SyntheticNews::DrawWord(Random& random) const { return draws_[Below(random, kDraws)]; }

/// A name, a stock phrase (some far more frequent than others) or a word.
void SyntheticNews::AppendPart(Random& random, const Words& names, Words& words) const {
  const double kind = Share(random);
  if (kind < 0.12) {
    words.push_back(names[Below(random, names.size())]);
  } else if (kind < 0.25) {
    const double skew = Share(random);
    const Words& phrase = phrases_[static_cast<size_t>(skew * skew * skew * kPhrases)];
    words.insert(words.end(), phrase.begin(), phrase.end());
  } else {
    words.push_back(DrawWord(random));
  }
}

SyntheticNews::Words SyntheticNews::MakeStory(uint64_t story) const {
  Random random(story * 0x9E3779B97F4A7C15u + 1);
  Words names(20);
  for (uint32_t& name : names) name = static_cast<uint32_t>(Below(random, kVocabulary));
  const size_t length = 300 + Below(random, 300);
  Words words;
  while (words.size() < length) AppendPart(random, names, words);
  return words;
}

void SyntheticNews::Rewrite(Random& random, Words& words) const {
  if (Share(random) < 0.5) {
    const double kept = 0.4 + 0.6 * Share(random);
    words.resize(static_cast<size_t>(static_cast<double>(words.size()) * kept));
  }
  const double replaced = 0.12 * Share(random);
  for (uint32_t& word : words) {
    if (Share(random) < replaced) word = DrawWord(random);
  }
  if (Share(random) < 0.2) {
    Words opening(40);
    for (uint32_t& word : opening) word = DrawWord(random);
    words.insert(words.begin(), opening.begin(), opening.end());
  }
}

std::string SyntheticNews::Write(const Words& words) const {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i % 60 == 0 ? ".\n\n" : i % 20 == 0 ? ". " : " ";
    text += vocabulary_[words[i]];
  }
  return text;
}

SyntheticReport SyntheticNews::Make(uint32_t number) const {
  Random random(number + 7'000'000'000u);
  const uint32_t block = number / kBlock;
  Words words = MakeStory(block * kStoriesOfBlock + Below(random, kStoriesOfBlock));
  if (Share(random) < 0.7) Rewrite(random, words);
  const Words& footer = footers_[Below(random, kFooters)];
  words.insert(words.end(), footer.begin(), footer.end());
  const auto day = std::chrono::sys_days(std::chrono::year{2015} / 1 / 1) +
                   std::chrono::days(block * 10 + Below(random, 20));
  return {Write(words), DateFromDays(day)};
}

}  // namespace afterword
