#include "ingest/html_title.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "ingest/html_text.h"

namespace afterword {
namespace {

constexpr size_t kMaxTitleBytes = 400;
constexpr size_t kMaxHeadings = 60;

/// Parts of a head's title, cut at separators that stand between spaces (or are rare in words).
std::vector<std::string_view> Segments(std::string_view title) {
  static constexpr std::array<std::string_view, 13> kSeparators{
      " | ",           " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " \xC2\xAB ",
      " :: ",          " / ", " \xC2\xB7 ",     " \xE2\x80\xA2 ", " > ",        " : ",
      " \xE2\x80\xBA "};
  std::vector<std::string_view> segments;
  while (true) {
    size_t at = title.npos;
    size_t length = 0;
    for (const std::string_view separator : kSeparators) {
      const size_t found = title.find(separator);
      if (found < at) {
        at = found;
        length = separator.size();
      }
    }
    segments.push_back(title.substr(0, at));
    if (at == title.npos) return segments;
    title.remove_prefix(at + length);
  }
}

/// A link to the front page: what it holds is the site's name, not a title.
bool LinksHome(const HtmlTree& tree, const HtmlBlock& block) {
  const auto& nodes = tree.nodes();
  const auto leads_home = [&](uint32_t node) {
    std::string_view href = tree.Attribute(node, HtmlAttribute::kHref);
    if (const size_t scheme = href.find("://"); scheme != href.npos) {
      href.remove_prefix(scheme + 3);
      const size_t slash = href.find('/');
      href = slash == href.npos ? "/" : href.substr(slash);
    }
    return href == "/" || href.starts_with("/index.") || href == "/#" || href == "#top";
  };
  for (uint32_t i = block.node; i < nodes[block.node].end; ++i) {
    if (nodes[i].tag == HtmlTag::kA) return leads_home(i);
  }
  for (uint32_t i = nodes[block.node].parent; i != 0; i = nodes[i].parent) {
    if (nodes[i].tag == HtmlTag::kA) return leads_home(i);
  }
  return false;
}

struct Heading {
  size_t block;
  int level;
  std::string text;
  std::string letters;
};

/// Hashes of the words of a text, sorted.
using WordSet = std::vector<uint64_t>;

WordSet Words(std::string_view text) {
  WordSet words;
  uint64_t hash = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    const auto c = i < text.size() ? static_cast<unsigned char>(text[i]) : uint8_t{' '};
    const auto lower = static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower >= 0x80) {
      hash = (hash + lower + 1) * 0x9E3779B97F4A7C15u;
    } else if (hash != 0) {
      words.push_back(hash);
      hash = 0;
    }
  }
  std::sort(words.begin(), words.end());
  return words;
}

/// Words in common: 2 both / (one + other).
double Likeness(const WordSet& one, const WordSet& other) {
  if (one.empty() || other.empty()) return 0;
  size_t both = 0;
  for (size_t i = 0, j = 0; i < one.size() && j < other.size();) {
    if (one[i] == other[j]) ++both;
    const bool first = one[i] <= other[j];
    const bool second = other[j] <= one[i];
    i += first ? 1 : 0;
    j += second ? 1 : 0;
  }
  return 2 * static_cast<double>(both) / static_cast<double>(one.size() + other.size());
}

/// A title that the head or the scripts state, in the forms that headings are compared with.
struct StatedTitle {
  std::string text;
  std::string letters;
  WordSet words;
  WordSet words_without_site;
  std::vector<std::string> segments;  // letters only
};

class TitleFinder {
 public:
  explicit TitleFinder(const HtmlTitleSource& source)
      : tree_(source.tree), page_(source.page), hints_(source.hints) {
    site_ = PlainText(source.meta.Find({"og:site_name", "application-name"}));
    site_letters_ = LettersOnly(site_);
    for (std::string title :
         {PlainText(source.meta.Find({"og:title"})), source.linked.headline, HeadTitle(),
          PlainText(source.meta.Find({"twitter:title", "dc.title", "title"}))}) {
      if (!title.empty() && title.size() < kMaxTitleBytes) AddStated(std::move(title));
    }
    FindHeadings();
  }

  HtmlTitle Run() const {
    const Heading* best = nullptr;
    double best_score = kLeastScore;
    for (const Heading& heading : headings_) {
      const double score = ScoreOf(heading);
      if (score <= best_score) continue;
      best_score = score;
      best = &heading;
    }
    if (best != nullptr) return {best->text, best->block};
    if (stated_.empty()) return {};
    const std::string title = WithoutSiteName(stated_.front().text, site_);
    return {title, BlockOf(title)};
  }

 private:
  static constexpr double kLeastScore = 1.0;

  void AddStated(std::string title) {
    const bool known = std::any_of(stated_.begin(), stated_.end(),
                                   [&](const StatedTitle& other) { return other.text == title; });
    if (known) return;
    StatedTitle stated;
    stated.letters = LettersOnly(title);
    stated.words = Words(title);
    stated.words_without_site = Words(WithoutSiteName(title, site_));
    for (const std::string_view segment : Segments(title)) {
      stated.segments.push_back(LettersOnly(segment));
    }
    stated.text = std::move(title);
    stated_.push_back(std::move(stated));
  }

  std::string HeadTitle() const {
    const auto& nodes = tree_.nodes();
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].tag == HtmlTag::kTitle) return TextBelow(tree_, i, kMaxTitleBytes);
    }
    return {};
  }

  void FindHeadings() {
    const auto& nodes = tree_.nodes();
    for (size_t i = 0; i < page_.blocks.size() && headings_.size() < kMaxHeadings; ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (block.span.size() > kMaxTitleBytes) continue;
      uint32_t node = block.node;
      for (int step = 0; step < 3 && !IsHeading(nodes[node].tag); ++step) node = nodes[node].parent;
      if (!IsHeading(nodes[node].tag) || LinksHome(tree_, block)) continue;
      const int level = static_cast<int>(nodes[node].tag) - static_cast<int>(HtmlTag::kH1) + 1;
      if (level > 4) continue;
      if (level == 1) ++main_headings_;
      std::string text = WithoutKicker(block);
      std::string letters = LettersOnly(text);
      if (letters.size() >= 2) headings_.push_back({i, level, std::move(text), std::move(letters)});
    }
  }

  /// The heading's text without a short line or element before it that names its topic.
  std::string WithoutKicker(const HtmlBlock& block) const {
    const auto& nodes = tree_.nodes();
    std::string text;
    for (uint32_t i = block.node; i < nodes[block.node].end; ++i) {
      if (nodes[i].element != nullptr && i != block.node &&
          (hints_[i] & (Bit(HtmlHint::kKicker) | Bit(HtmlHint::kHidden))) != 0) {
        i = nodes[i].end - 1;
      } else if (nodes[i].tag == HtmlTag::kBr) {
        text += "\n";
      } else {
        text += nodes[i].text;
      }
    }
    const size_t line = text.find('\n');
    const bool by_break = page_.TextOf(block).find('\n') != std::string_view::npos;
    if (by_break && line != text.npos && Words(text.substr(0, line)).size() <= 3 &&
        Words(text.substr(line)).size() > 3) {
      text.erase(0, line);
    }
    std::string plain = CollapseWhiteSpace(text);
    return plain.empty() ? CollapseWhiteSpace(page_.TextOf(block)) : plain;
  }

  double ScoreOf(const Heading& heading) const {
    double likeness = 0;
    bool contained = false;
    const WordSet words = Words(heading.text);
    for (const StatedTitle& title : stated_) {
      likeness = std::max(
          {likeness, Likeness(words, title.words_without_site), Likeness(words, title.words)});
      contained = contained || title.letters.find(heading.letters) != std::string::npos;
      const bool whole = std::find(title.segments.begin(), title.segments.end(), heading.letters) !=
                         title.segments.end();
      if (whole) likeness = std::max(likeness, 0.9);
    }
    double score = likeness + (contained ? 0.2 : 0.0);
    score += heading.level == 1 ? 0.6 : heading.level == 2 ? 0.2 : 0.0;
    if (heading.level == 1 && main_headings_ == 1) score += 0.5;
    if (!site_.empty() && heading.letters == site_letters_) score -= 1.5;
    if (IsBeside(page_.blocks[heading.block].node)) score -= 0.8;
    if (heading.letters.size() < 6 && likeness < 0.5) score -= 0.6;
    return score - 0.001 * static_cast<double>(heading.block);
  }

  bool IsBeside(uint32_t node) const {
    const auto& nodes = tree_.nodes();
    constexpr HintMask kAway = Bit(HtmlHint::kComment) | Bit(HtmlHint::kRelated) |
                               Bit(HtmlHint::kSidebar) | Bit(HtmlHint::kFooter) |
                               Bit(HtmlHint::kOverlay) | Bit(HtmlHint::kHidden) |
                               Bit(HtmlHint::kConsent) | Bit(HtmlHint::kNavigation);
    for (; nodes[node].depth > 1; node = nodes[node].parent) {
      const HtmlTag tag = nodes[node].tag;
      if (tag == HtmlTag::kAside || tag == HtmlTag::kNav || tag == HtmlTag::kFooter ||
          tag == HtmlTag::kDialog) {
        return true;
      }
      if ((hints_[node] & kAway) != 0 && nodes[node].end - node < nodes.size() / 2) return true;
    }
    return false;
  }

  size_t BlockOf(std::string_view title) const {
    const std::string letters = LettersOnly(title);
    for (size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (block.span.size() <= title.size() + 20 && block.span.size() + 20 >= title.size() &&
          LettersOnly(page_.TextOf(block)) == letters) {
        return i;
      }
    }
    return kNoBlock;
  }

  const HtmlTree& tree_;
  const HtmlPage& page_;
  const std::vector<HintMask>& hints_;
  std::string site_;
  std::string site_letters_;
  std::vector<StatedTitle> stated_;
  std::vector<Heading> headings_;
  int main_headings_ = 0;
};

}  // namespace

std::string WithoutSiteName(std::string_view title, std::string_view site) {
  const auto segments = Segments(title);
  if (segments.size() < 2) return std::string(title);
  const std::string site_letters = LettersOnly(site);
  if (!site_letters.empty()) {
    if (LettersOnly(segments.back()) == site_letters) {
      const auto end = static_cast<size_t>(segments[segments.size() - 2].data() +
                                           segments[segments.size() - 2].size() - title.data());
      return std::string(title.substr(0, end));
    }
    if (LettersOnly(segments.front()) == site_letters) {
      return std::string(title.substr(static_cast<size_t>(segments[1].data() - title.data())));
    }
  }
  const auto longest =
      std::max_element(segments.begin(), segments.end(),
                       [](std::string_view a, std::string_view b) { return a.size() < b.size(); });
  return std::string(*longest);
}

HtmlTitle FindTitle(const HtmlTitleSource& source) { return TitleFinder(source).Run(); }

}  // namespace afterword
