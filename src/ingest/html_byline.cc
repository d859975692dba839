#include "ingest/html_byline.h"

#include <algorithm>
#include <array>

#include "ingest/html_text.h"

namespace afterword {
namespace {

constexpr size_t kMaxBylineBytes = 200;
constexpr size_t kMaxNames = 20;

bool IsCapital(std::string_view word) {
  const auto c = static_cast<unsigned char>(word.front());
  return (c >= 'A' && c <= 'Z') || c >= 0x80;
}

std::vector<std::string_view> SplitWords(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t i = 0; i < text.size();) {
    const size_t begin = text.find_first_not_of(" \n\t", i);
    if (begin == text.npos) break;
    const size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    i = end;
  }
  return words;
}

/// Words that lead to a name, in lower case, longest first.
constexpr auto kLeads = std::to_array<std::string_view>({"written by",
                                                         "posted by",
                                                         "published by",
                                                         "reported by",
                                                         "words by",
                                                         "story by",
                                                         "text by",
                                                         "article by",
                                                         "created by",
                                                         "medically reviewed by",
                                                         "geschrieben von",
                                                         "ver\u00F6ffentlicht von",
                                                         "ein beitrag von",
                                                         "ein artikel von",
                                                         "interview von",
                                                         "verfasst von",
                                                         "erstellt von",
                                                         "escrito por",
                                                         "publicado por",
                                                         "publi\u00E9 par",
                                                         "par",
                                                         "por",
                                                         "von",
                                                         "by",
                                                         "di",
                                                         "af",
                                                         "av",
                                                         "door",
                                                         "autor:",
                                                         "autorin:",
                                                         "author:",
                                                         "authors:",
                                                         "text:",
                                                         "author",
                                                         "autor",
                                                         "from"});

std::string_view WithoutLead(std::string_view text) {
  const std::string lower = LowerAscii(text);
  for (const std::string_view lead : kLeads) {
    if (!lower.starts_with(lead)) continue;
    const std::string_view rest = text.substr(lead.size());
    if (rest.empty()) return {};
    const bool parted =
        rest.front() == ' ' || rest.front() == ':' || rest.front() == '\n' || lead.back() == ':';
    if (!parted) continue;
    return WithoutLead(rest.substr(std::min(rest.find_first_not_of(" :\n\t"), rest.size())));
  }
  return text;
}

/// At most five words without signs; if only shown, most of them with a capital and no digits.
bool LooksLikeName(std::string_view name, BylineKind kind) {
  if (name.size() < 3 || name.size() > 60) return false;
  if (kind == BylineKind::kShown && name.find_first_of("0123456789") != name.npos) return false;
  if (name.find_first_of("@/{}<>?!#=|\"") != name.npos) return false;
  const auto words = SplitWords(name);
  if (words.empty() || words.size() > 5) return false;
  const auto capitals = std::count_if(words.begin(), words.end(), IsCapital);
  const bool first_and_last = IsCapital(words.front()) && IsCapital(words.back());
  const bool with_capitals = first_and_last && capitals * 2 >= static_cast<long>(words.size());
  if (!with_capitals && kind == BylineKind::kShown) return false;
  const std::string lower = LowerAscii(name);
  static constexpr auto kNoNames = std::to_array<std::string_view>(
      {"read",          "more",     "share",    "view",     "posts",      "profile",   "about",
       "follow",        "contact",  "comments", "updated",  "published",  "subscribe", "home",
       "minutes",       "reading",  "min",      "facebook", "twitter",    "http",      "www",
       "copyright",     "uhr",      "artikel",  "autoren",  "the author", "all posts", "admin",
       "administrator", "user",     "guest",    "default",  "undefined",  "null",      "unknown",
       "anonymous",     "no author"});
  return std::none_of(kNoNames.begin(), kNoNames.end(),
                      [&](std::string_view word) { return HasWord(lower, word); });
}

/// "Roy, Ann" → "Ann Roy": the form of citations, one author a tag.
std::string FirstNameFirst(std::string text) {
  const size_t comma = text.find(", ");
  if (comma == text.npos || comma != text.rfind(',')) return text;
  const std::string_view last = std::string_view(text).substr(0, comma);
  const std::string_view first = std::string_view(text).substr(comma + 2);
  if (last.find(' ') != last.npos || first.find(' ') != first.npos) return text;
  return std::string(first) + " " + std::string(last);
}

class AuthorFinder {
 public:
  explicit AuthorFinder(const HtmlBylineSource& source) : source_(source) {}

  std::vector<std::string> Run() {
    for (const std::string& author : source_.linked.authors) AddNames(author, BylineKind::kStated);
    if (!names_.empty()) return std::move(names_);
    for (const char* name : {"author", "article:author", "dc.creator", "dcterms.creator",
                             "sailthru.author", "parsely-author", "citation_author",
                             "article:author_name", "byl", "dc.author", "cxenseparse:author"}) {
      for (const std::string_view content : source_.meta.FindAll(name))
        AddNames(FirstNameFirst(PlainText(content)), BylineKind::kStated);
      if (!names_.empty()) return std::move(names_);
    }
    FromElements();
    if (names_.empty()) FromLines();
    return std::move(names_);
  }

 private:
  void AddNames(std::string_view line, BylineKind kind) {
    if (line.find("://") != line.npos || line.size() > kMaxBylineBytes) return;
    const std::string publisher = LettersOnly(source_.publisher);
    for (std::string& name : NamesInByline(line, kind)) {
      const std::string letters = LettersOnly(name);
      if (letters == publisher || names_.size() >= kMaxNames) continue;
      const bool known = std::any_of(names_.begin(), names_.end(), [&](const std::string& other) {
        return LettersOnly(other) == letters;
      });
      if (!known) names_.push_back(std::move(name));
    }
  }

  bool IsAside(uint32_t node) const {
    const auto& nodes = source_.tree.nodes();
    constexpr HintMask kAway = Bit(HtmlHint::kComment) | Bit(HtmlHint::kRelated) |
                               Bit(HtmlHint::kSidebar) | Bit(HtmlHint::kFooter) |
                               Bit(HtmlHint::kTeaser) | Bit(HtmlHint::kReview);
    for (; nodes[node].depth > 1; node = nodes[node].parent) {
      const HtmlTag tag = nodes[node].tag;
      if (tag == HtmlTag::kAside || tag == HtmlTag::kNav || tag == HtmlTag::kFooter) return true;
      if ((source_.hints[node] & kAway) != 0) return true;
    }
    return false;
  }

  /// Microdata and links to an author's page, then elements named after authors.
  void FromElements() {
    const auto& nodes = source_.tree.nodes();
    for (const bool stated : {true, false}) {
      for (uint32_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].element == nullptr || !(stated ? StatesAuthor(i) : IsNamedForAuthor(i)))
          continue;
        if (IsAside(i)) continue;
        AddNames(TextBelow(source_.tree, i, kMaxBylineBytes),
                 stated ? BylineKind::kStated : BylineKind::kShown);
        if (names_.empty() || stated) continue;
        return;
      }
      if (!names_.empty()) return;
    }
  }

  bool StatesAuthor(uint32_t node) const {
    if (source_.tree.nodes()[node].tag == HtmlTag::kMeta) return false;
    return source_.tree.Attribute(node, HtmlAttribute::kRel) == "author" ||
           source_.tree.Attribute(node, HtmlAttribute::kItemprop) == "author";
  }

  bool IsNamedForAuthor(uint32_t node) const {
    return (source_.hints[node] & Bit(HtmlHint::kAuthor)) != 0;
  }

  /// "By …" in a short block near the title.
  void FromLines() {
    const auto& blocks = source_.page.blocks;
    const size_t from = source_.title_block == kNoBlock ? 0 : source_.title_block;
    for (size_t i = from; i < std::min(blocks.size(), from + 12); ++i) {
      const std::string_view text = source_.page.TextOf(blocks[i]);
      if (blocks[i].words > 14 || WithoutLead(text) == text) continue;
      AddNames(text, BylineKind::kShown);
      if (!names_.empty()) return;
    }
  }

  const HtmlBylineSource& source_;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> NamesInByline(std::string_view line, BylineKind kind) {
  line = WithoutLead(line);
  static constexpr auto kSeparators = std::to_array<std::string_view>(
      {", ",   "; ",       " | ",      " and ",      " und ", " et ",     " y ",    " e ",   " & ",
       "\n",   " \u00B7 ", " \u2022 ", " / ",        " - ",   " \u2013 ", " with ", " mit ", " in ",
       " on ", " am ",     " for ",    " f\u00FCr ", " (",    ",",        ";"});
  std::vector<std::string> names;
  while (!line.empty() && names.size() < kMaxNames) {
    size_t at = line.npos;
    size_t length = 0;
    for (const std::string_view separator : kSeparators) {
      const size_t found = line.find(separator);
      if (found < at) {
        at = found;
        length = separator.size();
      }
    }
    const std::string part = CollapseWhiteSpace(WithoutLead(line.substr(0, at)));
    if (LooksLikeName(part, kind)) names.push_back(part);
    if (at == line.npos) break;
    line.remove_prefix(at + length);
  }
  return names;
}

std::vector<std::string> FindAuthors(const HtmlBylineSource& source) {
  return AuthorFinder(source).Run();
}

}  // namespace afterword
