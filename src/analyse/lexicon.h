// What is known of English words before a text is read: the files of data/lexicon/ in one table,
// so that each token is looked up once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "record/analysis.h"

namespace afterword {

enum class Gender : uint8_t { kUnknown, kMale, kFemale };

/// What a word may be; several at once where it is ambiguous.
using WordFlags = uint64_t;
namespace word {
inline constexpr WordFlags kHe = 1ull << 0;
inline constexpr WordFlags kShe = 1ull << 1;
inline constexpr WordFlags kThey = 1ull << 2;
inline constexpr WordFlags kIt = 1ull << 3;
/// "I", "we", "you".
inline constexpr WordFlags kSpeaker = 1ull << 4;
/// "who", "which".
inline constexpr WordFlags kRelative = 1ull << 5;
inline constexpr WordFlags kDemonstrative = 1ull << 6;
/// "some", "others".
inline constexpr WordFlags kIndefinite = 1ull << 7;
inline constexpr WordFlags kDeterminer = 1ull << 8;
inline constexpr WordFlags kPossessive = 1ull << 9;
inline constexpr WordFlags kPreposition = 1ull << 10;
/// "and", "or".
inline constexpr WordFlags kConjunction = 1ull << 11;
inline constexpr WordFlags kBut = 1ull << 12;
inline constexpr WordFlags kSubordinator = 1ull << 13;
inline constexpr WordFlags kAuxiliary = 1ull << 14;
inline constexpr WordFlags kBe = 1ull << 15;
inline constexpr WordFlags kModal = 1ull << 16;
inline constexpr WordFlags kHave = 1ull << 17;
inline constexpr WordFlags kNegation = 1ull << 18;
inline constexpr WordFlags kAdverb = 1ull << 19;
/// "today", "earlier".
inline constexpr WordFlags kTime = 1ull << 20;
inline constexpr WordFlags kWeekday = 1ull << 21;
inline constexpr WordFlags kMonth = 1ull << 22;
/// "week", "night".
inline constexpr WordFlags kPeriod = 1ull << 23;
/// "last", "this".
inline constexpr WordFlags kLast = 1ull << 24;
inline constexpr WordFlags kConditional = 1ull << 25;
/// "must", "need".
inline constexpr WordFlags kObligation = 1ull << 26;
inline constexpr WordFlags kInterjection = 1ull << 27;
/// "Mr.": only before a name.
inline constexpr WordFlags kTitle = 1ull << 28;
/// "Gen.", "Sen.".
inline constexpr WordFlags kRank = 1ull << 29;
/// "minister", "general".
inline constexpr WordFlags kRole = 1ull << 30;
/// "officials".
inline constexpr WordFlags kGroup = 1ull << 31;
/// "ministry".
inline constexpr WordFlags kBody = 1ull << 32;
/// "report", "study".
inline constexpr WordFlags kDocument = 1ull << 33;
inline constexpr WordFlags kFirstName = 1ull << 34;
inline constexpr WordFlags kPlace = 1ull << 35;
inline constexpr WordFlags kDemonym = 1ull << 36;
/// A body known by name.
inline constexpr WordFlags kBodyName = 1ull << 37;
inline constexpr WordFlags kCue = 1ull << 38;

inline constexpr WordFlags kPronoun =
    kHe | kShe | kThey | kIt | kSpeaker | kRelative | kDemonstrative | kIndefinite;
/// Holds sentences together; never part of a name.
inline constexpr WordFlags kGrammar = kPronoun | kDeterminer | kPossessive | kPreposition |
                                      kConjunction | kBut | kSubordinator | kAuxiliary | kNegation |
                                      kAdverb | kInterjection;
inline constexpr WordFlags kClock = kTime | kWeekday | kMonth;
/// May be the noun that a source is named by.
inline constexpr WordFlags kSpeakingNoun =
    kTitle | kRank | kRole | kGroup | kBody | kDocument | kBodyName | kPlace;
}  // namespace word

/// What a reporting verb takes.
using CueTakes = uint8_t;
namespace takes {
inline constexpr CueTakes kQuotation = 1 << 0;
inline constexpr CueTakes kClause = 1 << 1;
inline constexpr CueTakes kThatClause = 1 << 2;
inline constexpr CueTakes kAddressee = 1 << 3;
inline constexpr CueTakes kNounPhrase = 1 << 4;
inline constexpr CueTakes kInfinitive = 1 << 5;
/// An object, then an infinitive: "urged allies to send".
inline constexpr CueTakes kObject = 1 << 6;
}  // namespace takes

/// One use of one form of a reporting verb.
struct CueUse {
  std::string_view lemma;
  /// "out" in "point out"; several joined by '|'; empty if none is needed.
  std::string_view particle;
  CueTakes takes = 0;
  Force force = Force::kAssert;
};

struct Word {
  WordFlags flags = 0;
  Gender gender = Gender::kUnknown;
  /// What a role is compared by: "general" for "Gen.".
  std::string_view canonical;
  std::span<const CueUse> cues;

  bool Is(WordFlags any) const { return (flags & any) != 0; }
};

/// Never null: an unknown word has no flags. Case does not matter.
const Word* LookUp(std::string_view word);

/// A name of one word or more: which kind it has, if the lexicons know it.
struct KnownName {
  EntityKind kind = EntityKind::kOther;
  /// "alliance,…": nouns that stand for it.
  std::string_view nouns;
};
const KnownName* LookUpName(std::string_view name);

}  // namespace afterword
