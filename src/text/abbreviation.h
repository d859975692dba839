// Words whose final point belongs to them.
#pragma once

#include <string_view>

namespace afterword {

enum class Abbreviation {
  kNone,
  /// Always followed by what it introduces, so never the end of a sentence: "Gen.".
  kIntroducing,
  /// The same, but only before a number: "No. 10".
  kBeforeNumber,
  /// May end a sentence: "Inc.", "etc.".
  kOther,
};

/// Of `word` without its final point. Those listed with a capital need one ("Ill.", but "is ill.").
/// Source: data/lexicon/abbreviations.tsv.
Abbreviation AbbreviationOf(std::string_view word);

}  // namespace afterword
