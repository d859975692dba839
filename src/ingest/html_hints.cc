#include "ingest/html_hints.h"

#include <algorithm>
#include <array>
#include <functional>

namespace afterword {
namespace {

enum class Match : uint8_t { kWhole, kStem };

struct Word {
  std::string_view text;
  HtmlHint hint;
  Match match = Match::kStem;
};

using enum HtmlHint;

constexpr Match kWhole = Match::kWhole;

/// Sorted by `text`, so that one binary search finds the stems of a word.
constexpr auto kWords = std::to_array<Word>({
    {"abstract", kLead},
    {"ad", kAdvert, kWhole},
    {"address", kContact},
    {"ads", kAdvert, kWhole},
    {"advert", kAdvert},
    {"affiliate", kPromo},
    {"answer", kForum},
    {"artic", kArticle},
    {"artikel", kArticle},
    {"aside", kSidebar},
    {"auth", kSignIn, kWhole},
    {"author", kAuthor},
    {"autor", kAuthor},
    {"banner", kPromo},
    {"beitrag", kPost},
    {"bio", kAuthor, kWhole},
    {"blog", kPost},
    {"body", kBody},
    {"bottom", kFooter, kWhole},
    {"box", kWidget, kWhole},
    {"bread", kBreadcrumb},
    {"btn", kButton},
    {"button", kButton},
    {"byline", kAuthor},
    {"callout", kPromo},
    {"caption", kCaption},
    {"card", kCard},
    {"carousel", kWidget},
    {"cart", kProduct, kWhole},
    {"catalog", kProduct},
    {"categories", kTag},
    {"category", kTag},
    {"cmp", kConsent, kWhole},
    {"comment", kComment},
    {"consent", kConsent},
    {"contact", kContact},
    {"content", kContent},
    {"cookie", kConsent},
    {"copyright", kFooter},
    {"credit", kMedia},
    {"crumb", kBreadcrumb},
    {"cta", kPromo, kWhole},
    {"dachzeile", kKicker},
    {"date", kDate},
    {"datum", kDate},
    {"desc", kDescription},
    {"dialog", kOverlay},
    {"disclaimer", kFooter},
    {"discuss", kComment},
    {"disqus", kComment},
    {"docs", kContent, kWhole},
    {"donate", kPromo},
    {"drawer", kOverlay},
    {"dropdown", kMenu},
    {"entry", kPost},
    {"excerpt", kTeaser},
    {"eyebrow", kKicker},
    {"facebook", kShare},
    {"faq", kFaq},
    {"feature", kDescription},
    {"feed", kList, kWhole},
    {"figure", kMedia},
    {"filter", kSearch},
    {"flyout", kOverlay},
    {"follow", kShare},
    {"foot", kFooter},
    {"form", kSubscribe, kWhole},
    {"forum", kForum},
    {"ftr", kFooter, kWhole},
    {"gallery", kMedia},
    {"gdpr", kConsent},
    {"grid", kList},
    {"hdr", kHeader, kWhole},
    {"head", kHeader, kWhole},
    {"header", kHeader},
    {"headline", kTitle},
    {"hero", kHeader},
    {"hidden", kHidden},
    {"hide", kHidden, kWhole},
    {"image", kMedia},
    {"img", kMedia, kWhole},
    {"inhalt", kContent},
    {"intro", kLead},
    {"item", kList},
    {"keyword", kTag},
    {"kicker", kKicker},
    {"kommentar", kComment},
    {"label", kTag, kWhole},
    {"language", kMenu, kWhole},
    {"latest", kRelated},
    {"lead", kLead, kWhole},
    {"lede", kLead},
    {"legal", kFooter},
    {"list", kList},
    {"login", kSignIn},
    {"main", kMain},
    {"masthead", kHeader},
    {"mega", kMenu, kWhole},
    {"menu", kMenu},
    {"message", kForum},
    {"meta", kMeta},
    {"modal", kOverlay},
    {"more", kRelated, kWhole},
    {"nav", kNavigation},
    {"newsletter", kSubscribe},
    {"next", kPagination, kWhole},
    {"notice", kConsent},
    {"offcanvas", kOverlay},
    {"onetrust", kConsent},
    {"outbrain", kAdvert},
    {"overlay", kOverlay},
    {"overline", kKicker},
    {"overview", kDescription},
    {"page", kMain, kWhole},
    {"pager", kPagination},
    {"pagination", kPagination},
    {"paging", kPagination},
    {"partner", kPromo},
    {"paywall", kSubscribe},
    {"photo", kMedia},
    {"picture", kMedia},
    {"popular", kRelated},
    {"popup", kOverlay},
    {"post", kPost},
    {"posted", kDate},
    {"prev", kPagination},
    {"price", kPrice},
    {"pricing", kPrice},
    {"print", kShare, kWhole},
    {"privacy", kConsent},
    {"prod", kProduct},
    {"promo", kPromo},
    {"publish", kDate},
    {"qa", kFaq, kWhole},
    {"question", kForum},
    {"quote", kDescription},
    {"rail", kSidebar, kWhole},
    {"rating", kReview},
    {"read", kContent, kWhole},
    {"recent", kRelated},
    {"recirc", kRelated},
    {"recommend", kRelated},
    {"register", kSignIn},
    {"related", kRelated},
    {"replies", kComment},
    {"reply", kComment},
    {"respond", kComment},
    {"review", kReview},
    {"ribbon", kPromo},
    {"search", kSearch},
    {"shar", kShare},
    {"side", kSidebar, kWhole},
    {"sidebar", kSidebar},
    {"sign", kSignIn, kWhole},
    {"signature", kFooter},
    {"signin", kSignIn},
    {"signup", kSubscribe},
    {"similar", kRelated},
    {"single", kPost, kWhole},
    {"skip", kNavigation, kWhole},
    {"skyscraper", kAdvert},
    {"slider", kWidget},
    {"slideshow", kWidget},
    {"social", kShare},
    {"source", kMeta, kWhole},
    {"spec", kDescription},
    {"spitzmarke", kKicker},
    {"sponsor", kAdvert},
    {"sr", kHidden, kWhole},
    {"story", kArticle},
    {"subheadline", kLead},
    {"submenu", kMenu},
    {"subscri", kSubscribe},
    {"subtitle", kLead},
    {"suggest", kRelated},
    {"summary", kLead},
    {"tab", kWidget, kWhole},
    {"table", kDescription, kWhole},
    {"taboola", kAdvert},
    {"tabs", kWidget, kWhole},
    {"tag", kTag, kWhole},
    {"tags", kTag, kWhole},
    {"teaser", kTeaser},
    {"text", kBody, kWhole},
    {"thread", kForum},
    {"thumb", kMedia},
    {"time", kDate, kWhole},
    {"timestamp", kDate},
    {"titel", kTitle},
    {"title", kTitle},
    {"toc", kContents, kWhole},
    {"toolbar", kShare},
    {"tooltip", kHidden},
    {"topbar", kHeader},
    {"topic", kForum},
    {"topline", kKicker},
    {"trending", kRelated},
    {"twitter", kShare},
    {"user", kForum},
    {"utility", kMenu},
    {"video", kMedia},
    {"visually", kHidden, kWhole},
    {"warenkorb", kProduct},
    {"widget", kWidget},
    {"wysiwyg", kBody},
});

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

/// Hints of one lower-case word: the words of the table that begin it all stand, in order, before
/// its place in the table, and share its first two letters.
HintMask HintsOfWord(std::string_view word) {
  HintMask mask = 0;
  auto it = std::upper_bound(kWords.begin(), kWords.end(), word,
                             [](std::string_view w, const Word& entry) { return w < entry.text; });
  while (it != kWords.begin()) {
    --it;
    if (it->text.substr(0, 2) != word.substr(0, 2)) break;
    const bool fits = it->match == Match::kWhole ? it->text == word : word.starts_with(it->text);
    if (fits) mask |= Bit(it->hint);
  }
  return mask;
}

}  // namespace

HintMask HintsIn(std::string_view name) {
  HintMask mask = 0;
  std::array<char, 24> word{};
  size_t size = 0;
  const auto finish = [&] {
    if (size >= 2) mask |= HintsOfWord({word.data(), size});
    size = 0;
  };
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool camel = IsCapital(c) && i > 0 && IsLetter(name[i - 1]) && !IsCapital(name[i - 1]);
    if (!IsLetter(c) || camel) finish();
    if (IsLetter(c) && size < word.size()) {
      word[size++] = IsCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  finish();
  return mask;
}

namespace {

/// Names stand on many elements of a page; each is read once.
class NameCache {
 public:
  HintMask HintsOf(std::string_view name) {
    const uint64_t hash = std::hash<std::string_view>()(name);
    Entry& entry = entries_[hash % entries_.size()];
    if (entry.hash != hash || entry.size != name.size()) {
      entry = {hash, name.size(), HintsIn(name)};
    }
    return entry.mask;
  }

 private:
  struct Entry {
    uint64_t hash = 0;
    size_t size = 0;
    HintMask mask = 0;
  };
  std::vector<Entry> entries_ = std::vector<Entry>(1024);
};

HintMask HintsOfAttribute(const HtmlTree::StatedAttribute& attribute, NameCache& names) {
  switch (attribute.name) {
    case HtmlAttribute::kClass:
    case HtmlAttribute::kId:
    case HtmlAttribute::kRole:
    case HtmlAttribute::kItemprop:
    case HtmlAttribute::kAriaLabel:
      return names.HintsOf(attribute.value.substr(0, 200));
    case HtmlAttribute::kHidden:
      return Bit(HtmlHint::kHidden);
    case HtmlAttribute::kAriaHidden:
      return attribute.value == "true" ? Bit(HtmlHint::kHidden) : 0;
    case HtmlAttribute::kStyle: {
      const bool unseen = attribute.value.find("display:none") != std::string_view::npos ||
                          attribute.value.find("display: none") != std::string_view::npos;
      return unseen ? Bit(HtmlHint::kHidden) : 0;
    }
    default:
      return 0;
  }
}

}  // namespace

std::vector<HintMask> FindHints(const HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  std::vector<HintMask> hints(nodes.size(), 0);
  NameCache names;
  std::vector<HtmlTree::StatedAttribute> attributes;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].element == nullptr) continue;
    tree.ReadAttributes(i, attributes);
    for (const auto& attribute : attributes) hints[i] |= HintsOfAttribute(attribute, names);
  }
  return hints;
}

}  // namespace afterword
