// What the words of a piece of text tell about its purpose: running text or furniture of the page.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace afterword {

/// Kinds of data/html/words.tsv, in its order.
enum class HtmlWordKind : uint8_t {
  kFunction,
  kLegal,
  kConsent,
  kSubscribe,
  kShare,
  kAccount,
  kMore,
  kRelated,
  kComment,
  kAdvert,
  kNavigation,
  kTime,
  kCredit,
  kAuthor,
  kShop,
  kTag,
  kForum,
};
inline constexpr size_t kHtmlWordKinds = 17;

/// The kind's name in the file: "function", "legal" …
std::string_view Name(HtmlWordKind kind);

/// Counts over one text. A word is a run of letters; a number, a run of digits.
struct HtmlWordCounts {
  uint32_t words = 0;
  uint32_t capitalised = 0;
  uint32_t numbers = 0;
  uint32_t letters = 0;  // bytes in words
  uint32_t capitals = 0;
  uint32_t sentence_ends = 0;  // . ! ? before a space or the end, after a word of two letters
  uint32_t commas = 0;
  uint32_t separators = 0;  // | • · » › / and the like
  uint32_t non_ascii = 0;
  uint32_t currency = 0;
  std::array<uint32_t, kHtmlWordKinds> kinds{};
};

HtmlWordCounts CountWords(std::string_view text);

}  // namespace afterword
