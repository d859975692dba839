// What the authors of a page call its parts: words in class, id, role and the like.
//
// Page builders name things alike everywhere: "site-footer", "footerNav" and "ftr" are one idea.
// Names are cut into words at punctuation, digits and capitals; each word that begins with a known
// stem gives a hint.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace afterword {

/// One bit each of an HtmlHints mask.
enum class HtmlHint : uint8_t {
  kArticle,
  kContent,
  kBody,
  kMain,
  kPost,
  kTitle,
  kLead,
  kCaption,
  kMedia,
  kAuthor,
  kDate,
  kMeta,
  kTag,
  kNavigation,
  kMenu,
  kBreadcrumb,
  kPagination,
  kHeader,
  kFooter,
  kSidebar,
  kRelated,
  kShare,
  kComment,
  kForum,
  kAdvert,
  kPromo,
  kSubscribe,
  kConsent,
  kSignIn,
  kSearch,
  kOverlay,
  kHidden,
  kWidget,
  kList,
  kCard,
  kProduct,
  kPrice,
  kReview,
  kDescription,
  kFaq,
  kContact,
  kContents,
  kTeaser,
  kButton,
  kKicker,
};
inline constexpr size_t kHtmlHintCount = 45;

using HintMask = uint64_t;

constexpr HintMask Bit(HtmlHint hint) { return HintMask{1} << static_cast<unsigned>(hint); }

/// Parts that are rarely the article.
inline constexpr HintMask kBoilerplateHints =
    Bit(HtmlHint::kNavigation) | Bit(HtmlHint::kMenu) | Bit(HtmlHint::kBreadcrumb) |
    Bit(HtmlHint::kPagination) | Bit(HtmlHint::kFooter) | Bit(HtmlHint::kSidebar) |
    Bit(HtmlHint::kRelated) | Bit(HtmlHint::kShare) | Bit(HtmlHint::kComment) |
    Bit(HtmlHint::kAdvert) | Bit(HtmlHint::kPromo) | Bit(HtmlHint::kSubscribe) |
    Bit(HtmlHint::kConsent) | Bit(HtmlHint::kSignIn) | Bit(HtmlHint::kSearch) |
    Bit(HtmlHint::kOverlay) | Bit(HtmlHint::kHidden);

/// Hints in one name, such as the value of a class attribute.
HintMask HintsIn(std::string_view name);

/// Hints of every element of `tree` by itself, from class, id, role, itemprop, aria-label and
/// hidden; 0 for texts.
std::vector<HintMask> FindHints(const HtmlTree& tree);

}  // namespace afterword
