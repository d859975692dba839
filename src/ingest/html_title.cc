#include "ingest/html_title.h"

#include <algorithm>
#include <array>
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
  HtmlTag tag;
  std::string letters;
};

class TitleFinder {
 public:
  TitleFinder(const HtmlTree& tree, const HtmlPage& page, const MetaTags& meta,
              const LinkedData& linked)
      : tree_(tree), page_(page) {
    site_ = PlainText(meta.Find({"og:site_name", "application-name"}));
    head_ = HeadTitle();
    for (std::string title :
         {PlainText(meta.Find({"og:title"})), linked.headline,
          PlainText(meta.Find({"twitter:title", "dc.title", "title"})), head_}) {
      if (!title.empty() && title.size() < kMaxTitleBytes) stated_.push_back(std::move(title));
    }
    FindHeadings();
  }

  HtmlTitle Run() const {
    if (const size_t block = HeadingThatIsStated(); block != kNoBlock) {
      return {std::string(TextOf(block)), block};
    }
    const size_t only = OnlyMainHeading();
    if (!stated_.empty()) {
      const std::string title = WithoutSiteName(stated_.front(), site_);
      const bool is_site = LettersOnly(title) == LettersOnly(site_);
      if (!(is_site && only != kNoBlock)) return {title, BlockOf(title)};
    }
    if (only != kNoBlock) return {std::string(TextOf(only)), only};
    return {};
  }

 private:
  std::string_view TextOf(size_t block) const { return page_.TextOf(page_.blocks[block]); }

  std::string HeadTitle() const {
    const auto& nodes = tree_.nodes();
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].tag == HtmlTag::kTitle) return TextBelow(tree_, i, kMaxTitleBytes);
    }
    return {};
  }

  void FindHeadings() {
    for (size_t i = 0; i < page_.blocks.size() && headings_.size() < kMaxHeadings; ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (block.span.size() > kMaxTitleBytes) continue;
      uint32_t node = block.node;
      for (int step = 0; step < 3 && !IsHeading(tree_.nodes()[node].tag); ++step) {
        node = tree_.nodes()[node].parent;
      }
      const HtmlTag tag = tree_.nodes()[node].tag;
      if (!IsHeading(tag) || LinksHome(tree_, block)) continue;
      headings_.push_back({i, tag, LettersOnly(page_.TextOf(block))});
    }
  }

  /// The heading that the head names too: all of it, or one part of it. Higher headings and
  /// fuller agreement go first.
  size_t HeadingThatIsStated() const {
    size_t best = kNoBlock;
    double best_score = 0;
    for (const std::string& title : stated_) {
      const std::string letters = LettersOnly(title);
      for (const Heading& heading : headings_) {
        if (heading.letters.size() < 3 || letters.find(heading.letters) == letters.npos) continue;
        const double share =
            static_cast<double>(heading.letters.size()) / static_cast<double>(letters.size());
        const bool whole = IsSegment(title, heading.letters);
        const bool is_site = heading.letters == LettersOnly(site_);
        if (share < 0.4 && !whole) continue;
        const double level = static_cast<double>(heading.tag) - static_cast<double>(HtmlTag::kH1);
        const double score = share + (whole ? 0.5 : 0) - 0.15 * level - (is_site ? 1 : 0);
        if (score > best_score) {
          best_score = score;
          best = heading.block;
        }
      }
    }
    return best;
  }

  static bool IsSegment(std::string_view title, std::string_view letters) {
    const auto segments = Segments(title);
    return std::any_of(segments.begin(), segments.end(),
                       [&](std::string_view segment) { return LettersOnly(segment) == letters; });
  }

  size_t OnlyMainHeading() const {
    size_t only = kNoBlock;
    for (const Heading& heading : headings_) {
      if (heading.tag != HtmlTag::kH1) continue;
      if (only != kNoBlock) return kNoBlock;
      only = heading.block;
    }
    return only;
  }

  size_t BlockOf(std::string_view title) const {
    const std::string letters = LettersOnly(title);
    for (size_t i = 0; i < page_.blocks.size(); ++i) {
      const HtmlBlock& block = page_.blocks[i];
      if (block.span.size() <= title.size() + 20 && LettersOnly(page_.TextOf(block)) == letters) {
        return i;
      }
    }
    return kNoBlock;
  }

  const HtmlTree& tree_;
  const HtmlPage& page_;
  std::string site_;
  std::string head_;
  std::vector<std::string> stated_;
  std::vector<Heading> headings_;
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

HtmlTitle FindTitle(const HtmlTree& tree, const HtmlPage& page, const MetaTags& meta,
                    const LinkedData& linked) {
  return TitleFinder(tree, page, meta, linked).Run();
}

}  // namespace afterword
