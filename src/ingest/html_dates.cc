#include "ingest/html_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <initializer_list>
#include <string>

#include "ingest/html_date_text.h"
#include "ingest/html_text.h"
#include "ingest/html_words.h"

namespace afterword {
namespace {

bool IsFullDay(Date date) { return date.day != 0 && date.year >= 1990 && date.year <= 2099; }

/// Four digits of a year, one or two of a month and a day.
std::optional<Date> DateOfParts(std::string_view year, std::string_view month,
                                std::string_view day) {
  if (year.size() != 4 || month.size() > 2 || day.size() > 2) return std::nullopt;
  std::string iso(year);
  iso += month.size() == 1 ? "-0" : "-";
  iso += month;
  iso += day.size() == 1 ? "-0" : "-";
  iso += day;
  const auto date = DateFromIso(iso);
  return date && IsFullDay(*date) ? date : std::nullopt;
}

/// Scores of a shown date, see DateFinder::ScoreOf.
constexpr double kSurelyTheDate = 6.5;
constexpr double kPerhapsTheDate = -7;

struct ScoredDate {
  std::optional<Date> date;
  double score = -1000;
};

class DateFinder {
 public:
  explicit DateFinder(const HtmlDateSource& source) : source_(source) {
    const std::string_view tag = source.tree.Attribute(0, HtmlAttribute::kLang);
    language_ = LowerAscii(tag.substr(0, 2));
    options_ = {language_, OrderOfLanguage(tag)};
  }

  HtmlDates Run() {
    HtmlDates dates;
    dates.published = FirstOf({
        [&] { return DateInAddress(source_.url); },
        [&] {
          return InMeta({"article:published_time", "og:article:published_time", "article:published",
                         "article.published", "og:published_time"});
        },
        [&] { return FromText(source_.linked.published); },
        [&] {
          return InMeta({"datepublished",
                         "pubdate",
                         "publishdate",
                         "publish-date",
                         "publish_date",
                         "published",
                         "date.issued",
                         "dc.date.issued",
                         "dcterms.issued",
                         "dc.date.created",
                         "dcterms.created",
                         "dc.created",
                         "sailthru.date",
                         "parsely-pub-date",
                         "publication_date",
                         "publicationdate",
                         "citation_publication_date",
                         "citation_date",
                         "citation_online_date",
                         "cxenseparse:recs:publishtime",
                         "article.created",
                         "rnews:datepublished",
                         "displaydate",
                         "originalpublicationdate",
                         "article_date_original",
                         "ptime",
                         "dc.date.publication"});
        },
        [&] { return InItemprop("datepublished"); },
        [&] { return FromText(source_.linked.created); },
        [&] { return Shown(kSurelyTheDate); },
        [&] { return InMeta({"date", "dc.date", "dcterms.date", "created", "datecreated"}); },
        [&] { return InItemprop("datecreated"); },
        [&] { return Shown(kPerhapsTheDate); },
        [&] { return InMeta({"last-modified", "lastmod", "revised"}); },
        [&] { return Modified(); },
        [&] { return InScripts(); },
        [&] { return DateInAddress(source_.meta.Find({"og:image", "twitter:image"})); },
    });
    dates.modified = Modified();
    // A page cannot have changed before it was published.
    if (dates.modified && dates.published && *dates.modified < *dates.published) {
      dates.modified.reset();
    }
    return dates;
  }

 private:
  static std::optional<Date> FirstOf(
      std::initializer_list<std::function<std::optional<Date>()>> finders) {
    for (const auto& find : finders) {
      if (const auto date = find()) return date;
    }
    return std::nullopt;
  }

  std::optional<Date> FromText(std::string_view text) const {
    if (text.empty()) return std::nullopt;
    while (!text.empty() && text.front() <= ' ') text.remove_prefix(1);
    if (const auto date = DateFromIso(text); date && IsFullDay(*date)) return date;
    if (text.size() >= 8 &&
        std::all_of(text.begin(), text.begin() + 8, [](char c) { return c >= '0' && c <= '9'; })) {
      return FromDigits(text);
    }
    if (const auto found = FindDateInText(text.substr(0, 200), options_)) return found->date;
    return std::nullopt;
  }

  /// 20240606… or seconds since 1970.
  static std::optional<Date> FromDigits(std::string_view text) {
    const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (const auto date = DateOfParts(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2))) {
      return date;
    }
    if (digits != 10 && digits != 13) return std::nullopt;
    int64_t seconds = 0;
    std::from_chars(text.data(), text.data() + 10, seconds);
    const Date date = DateFromDays(std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds(std::chrono::seconds(seconds))));
    if (!IsFullDay(date)) return std::nullopt;
    return date;
  }

  std::optional<Date> InMeta(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      if (const auto date = FromText(source_.meta.Find({name}))) return date;
    }
    return std::nullopt;
  }

  std::optional<Date> Modified() const {
    if (const auto date = InMeta({"article:modified_time", "og:article:modified_time",
                                  "datemodified", "dcterms.modified", "dc.date.modified"})) {
      return date;
    }
    if (const auto date = FromText(source_.linked.modified)) return date;
    if (const auto date = InMeta({"og:updated_time"})) return date;
    return InItemprop("datemodified");
  }

  /// Microdata: the machine's value, else the text. Only where it is not part of a comment or of
  /// another article.
  std::optional<Date> InItemprop(std::string_view property) const {
    if (!source_.tree.Uses(HtmlAttribute::kItemprop)) return std::nullopt;
    const auto& nodes = source_.tree.nodes();
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].element == nullptr || nodes[i].tag == HtmlTag::kMeta) continue;
      if (!source_.tree.Has(i, HtmlAttribute::kItemprop)) continue;
      if (LowerAscii(source_.tree.Attribute(i, HtmlAttribute::kItemprop)) != property) continue;
      if (IsAside(i)) continue;
      if (const auto date = OfElement(i)) return date;
    }
    return std::nullopt;
  }

  std::optional<Date> OfElement(uint32_t node) const {
    for (const auto attribute : {HtmlAttribute::kDatetime, HtmlAttribute::kContent}) {
      if (const auto date = FromText(source_.tree.Attribute(node, attribute))) return date;
    }
    return FromText(TextBelow(source_.tree, node, 200));
  }

  bool IsAside(uint32_t node) const {
    const auto& nodes = source_.tree.nodes();
    constexpr HintMask kAway = Bit(HtmlHint::kComment) | Bit(HtmlHint::kRelated) |
                               Bit(HtmlHint::kSidebar) | Bit(HtmlHint::kFooter) |
                               Bit(HtmlHint::kTeaser) | Bit(HtmlHint::kPromo);
    for (; nodes[node].depth > 1; node = nodes[node].parent) {
      const HtmlTag tag = nodes[node].tag;
      if (tag == HtmlTag::kAside || tag == HtmlTag::kNav || tag == HtmlTag::kFooter) return true;
      if ((source_.hints[node] & kAway) != 0) return true;
    }
    return false;
  }

  /// Values that scripts are given: {"published_at": "2024-06-06T…"}.
  std::optional<Date> InScripts() const {
    const auto& nodes = source_.tree.nodes();
    for (const std::string_view key :
         {"datePublished", "publishedDate", "published_at", "publishedAt", "publishDate",
          "publish_date", "publicationDate", "pubDate", "created_at", "createdAt"}) {
      for (const HtmlNode& node : nodes) {
        if (node.tag != HtmlTag::kText || nodes[node.parent].tag != HtmlTag::kScript) continue;
        for (size_t at = node.text.find(key); at != node.text.npos;
             at = node.text.find(key, at + 1)) {
          std::string_view value = node.text.substr(at + key.size(), 40);
          value.remove_prefix(std::min(value.find_first_not_of("\\\"': "), value.size()));
          if (const auto date = DateFromIso(value.substr(0, 10)); date && IsFullDay(*date)) {
            return date;
          }
        }
      }
    }
    return std::nullopt;
  }

  /// The date that the page shows as its own: near the title, in elements for dates; absent if
  /// none scores more than `least_score`.
  std::optional<Date> Shown(double least_score) {
    if (!shown_) shown_ = BestShown();
    return shown_->score > least_score ? shown_->date : std::nullopt;
  }

  ScoredDate BestShown() const {
    ScoredDate best;
    const auto& blocks = source_.page.blocks;
    for (size_t i = 0; i < blocks.size(); ++i) {
      const std::string_view text = source_.page.TextOf(blocks[i]);
      const auto found = DateOfBlock(blocks[i], text);
      if (!found) continue;
      const double score = ScoreOf(i, *found, text);
      if (score > best.score) best = {found->date, score};
    }
    return best;
  }

  std::optional<FoundDate> DateOfBlock(const HtmlBlock& block, std::string_view text) const {
    if (const uint32_t time = TimeElement(block); time != 0) {
      const auto date = FromText(source_.tree.Attribute(time, HtmlAttribute::kDatetime));
      if (date) return FoundDate{*date, {}};
    }
    if (text.find_first_of("0123456789") == text.npos) return std::nullopt;
    return FindDateInText(text.substr(0, 400), options_);
  }

  /// A `time` around or in a short block; 0 if none.
  uint32_t TimeElement(const HtmlBlock& block) const {
    const auto& nodes = source_.tree.nodes();
    if (block.words > 40) return 0;
    const uint32_t end = std::min(nodes[block.node].end, block.first_text + 60);
    for (uint32_t i = block.inner; i < end; ++i) {
      if (nodes[i].tag == HtmlTag::kTime) return i;
    }
    return 0;
  }

  double ScoreOf(size_t index, const FoundDate& found, std::string_view text) const {
    const HtmlBlock& block = source_.page.blocks[index];
    double score = 0;
    const auto& nodes = source_.tree.nodes();
    uint32_t node = block.inner;
    HintMask mask = 0;
    for (int step = 0; step < 4 && nodes[node].depth > 1; ++step, node = nodes[node].parent) {
      mask |= source_.hints[node];
      if (nodes[node].tag == HtmlTag::kTime) score += 2;
    }
    if ((mask & Bit(HtmlHint::kDate)) != 0) score += 3;
    if ((mask & (Bit(HtmlHint::kMeta) | Bit(HtmlHint::kAuthor) | Bit(HtmlHint::kTitle))) != 0)
      score += 1.5;
    if (found.span.empty()) score += 2;
    if (block.words <= 12) score += 2;
    if (block.words > 40) score -= 2;
    if (IsAside(block.node)) score -= 6;
    score += NearTitle(index) - 0.01 * static_cast<double>(index);
    const std::string lower = LowerAscii(text.substr(0, 200));
    if (lower.find("\u00A9") != lower.npos || lower.find("copyright") != lower.npos) score -= 5;
    for (const std::string_view word : {"published", "posted", "ver\u00F6ffentlicht", "publi",
                                        "erstellt", "opublikowano", "geplaatst"}) {
      if (lower.find(word) != lower.npos) score += 1.5;
    }
    for (const std::string_view word : {"updated", "modified", "aktualisiert", "actualizado",
                                        "mis \u00E0 jour", "retrieved", "zuletzt", "joined"}) {
      if (lower.find(word) != lower.npos) score -= 1.5;
    }
    return score;
  }

  double NearTitle(size_t index) const {
    if (source_.title_block == kNoBlock) return 0;
    const auto distance = static_cast<double>(index) - static_cast<double>(source_.title_block);
    if (distance < 0) return distance >= -4 ? 2 : -2;
    return distance <= 5 ? 3 : distance <= 12 ? 1 : distance <= 60 ? 0 : -2;
  }

  const HtmlDateSource& source_;
  std::string language_;
  DateTextOptions options_;
  std::optional<ScoredDate> shown_;
};

}  // namespace

std::optional<Date> DateInAddress(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == url.npos) return std::nullopt;
  std::string_view path = url.substr(scheme + 3);
  path.remove_prefix(std::min(path.find('/'), path.size()));
  path = path.substr(0, path.find_first_of("?#"));
  // Numbers of the path; a date is three that stand together, or one of eight digits.
  std::vector<std::string_view> numbers;
  for (size_t i = 0; i < path.size();) {
    if (path[i] < '0' || path[i] > '9') {
      ++i;
      continue;
    }
    const size_t end = std::min(path.find_first_not_of("0123456789", i), path.size());
    numbers.push_back(path.substr(i, end - i));
    i = end;
  }
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].size() == 8) {
      const std::string_view n = numbers[i];
      if (const auto date = DateOfParts(n.substr(0, 4), n.substr(4, 2), n.substr(6, 2)))
        return date;
    }
    if (i + 2 >= numbers.size()) continue;
    const char* const end = numbers[i + 2].data();
    const auto joined = [](std::string_view a, const char* b) {
      return a.data() + a.size() + 1 == b;
    };
    if (!joined(numbers[i], numbers[i + 1].data()) || !joined(numbers[i + 1], end)) continue;
    if (const auto date = DateOfParts(numbers[i], numbers[i + 1], numbers[i + 2])) return date;
    if (const auto date = DateOfParts(numbers[i + 2], numbers[i + 1], numbers[i])) return date;
  }
  return std::nullopt;
}

HtmlDates FindDates(const HtmlDateSource& source) { return DateFinder(source).Run(); }

}  // namespace afterword
