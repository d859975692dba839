// News made up, without end: stories with the word statistics of news, and copies of them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "base/date.h"

namespace afterword {

struct SyntheticReport {
  std::string text;
  Date date;
};

/// Words follow Zipf's law over 50,000 made-up ones; a third of the text is stock phrases that all
/// stories share, some of the rest the story's own names. Of every 10,000 reports some 4,100 are
/// stories and the others copies: shortened, with words replaced, another opening, and always the
/// footer of one of 60 outlets.
class SyntheticNews {
 public:
  SyntheticNews();

  /// The report of that number: always the same. 300–600 words.
  SyntheticReport Make(uint32_t number) const;

 private:
  using Random = std::mt19937_64;
  using Words = std::vector<uint32_t>;

  uint32_t DrawWord(Random& random) const;
  Words MakeStory(uint64_t story) const;
  void AppendPart(Random& random, const Words& names, Words& words) const;
  void Rewrite(Random& random, Words& words) const;
  std::string Write(const Words& words) const;

  std::vector<std::string> vocabulary_;
  /// [2^20]: words, each as often as it is frequent.
  std::vector<uint32_t> draws_;
  std::vector<Words> phrases_;
  std::vector<Words> footers_;
};

}  // namespace afterword
