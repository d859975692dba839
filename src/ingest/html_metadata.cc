#include "ingest/html_metadata.h"

#include <algorithm>
#include <initializer_list>

#include "ingest/html_byline.h"
#include "ingest/html_dates.h"
#include "ingest/html_json_ld.h"
#include "ingest/html_meta.h"
#include "ingest/html_text.h"

namespace afterword {
namespace {

std::string LanguageCode(std::string_view tag) {
  const std::string lower = LowerAscii(tag.substr(0, tag.find_first_of("-_ ,")));
  const bool is_code =
      lower.size() == 2 && lower[0] >= 'a' && lower[0] <= 'z' && lower[1] >= 'a' && lower[1] <= 'z';
  return is_code ? lower : std::string();
}

std::string FindLanguage(const HtmlTree& tree, const MetaTags& meta, const LinkedData& linked) {
  for (const std::string_view tag :
       {tree.Attribute(0, HtmlAttribute::kLang), meta.Find({"content-language"}),
        meta.Find({"og:locale", "dc.language", "language"}), std::string_view(linked.language)}) {
    if (std::string code = LanguageCode(tag); !code.empty()) return code;
  }
  return "und";
}

std::string CanonicalAddress(const HtmlTree& tree, const MetaTags& meta, const LinkedData& linked) {
  const auto is_address = [](std::string_view url) {
    return url.starts_with("https://") || url.starts_with("http://");
  };
  const auto& nodes = tree.nodes();
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != HtmlTag::kLink) continue;
    if (LowerAscii(tree.Attribute(i, HtmlAttribute::kRel)) != "canonical") continue;
    const std::string_view href = tree.Attribute(i, HtmlAttribute::kHref);
    if (is_address(href)) return std::string(href);
  }
  for (const std::string_view url :
       {meta.Find({"og:url", "twitter:url"}), std::string_view(linked.url)}) {
    if (is_address(url)) return std::string(url);
  }
  return {};
}

HtmlPageKind KindOf(const MetaTags& meta, const LinkedData& linked) {
  const auto states = [&](std::initializer_list<std::string_view> ends) {
    return std::any_of(linked.types.begin(), linked.types.end(), [&](std::string_view type) {
      return std::any_of(ends.begin(), ends.end(),
                         [&](std::string_view end) { return type.ends_with(end); });
    });
  };
  const std::string stated = LowerAscii(meta.Find({"og:type"}));
  if (states({"discussionforumposting", "qapage", "question"})) return HtmlPageKind::kForum;
  if (states({"article", "blogposting", "report", "recipe"})) return HtmlPageKind::kArticle;
  if (states({"collectionpage", "itemlist", "searchresultspage", "blog"})) {
    return HtmlPageKind::kListing;
  }
  if (states({"product", "productgroup"})) return HtmlPageKind::kProduct;
  if (stated.find("article") != stated.npos) return HtmlPageKind::kArticle;
  if (stated.find("product") != stated.npos) return HtmlPageKind::kProduct;
  return stated.empty() ? HtmlPageKind::kUnknown : HtmlPageKind::kOther;
}

}  // namespace

HtmlMetadata ReadMetadata(const HtmlTree& tree, const HtmlPage& page,
                          const std::vector<HintMask>& hints, std::string_view url) {
  const MetaTags meta(tree);
  const LinkedData linked = ReadLinkedData(tree);
  HtmlMetadata data;
  data.title = FindTitle({tree, page, hints, meta, linked});
  data.publisher = linked.publisher.empty()
                       ? PlainText(meta.Find({"og:site_name", "dc.publisher", "publisher"}))
                       : linked.publisher;
  data.authors = FindAuthors({tree, page, hints, meta, linked, data.title.block, data.publisher});
  data.url = CanonicalAddress(tree, meta, linked);
  if (data.url.empty()) data.url = url;
  const HtmlDates dates = FindDates({tree, page, hints, meta, linked, data.title.block,
                                     url.empty() ? std::string_view(data.url) : url});
  data.published = dates.published;
  data.modified = dates.modified;
  data.kind = KindOf(meta, linked);
  data.description = PlainText(meta.Find({"og:description", "description", "twitter:description"}));
  if (!linked.description.empty() && linked.description != data.description) {
    if (!data.description.empty()) data.description += "\n";
    data.description += linked.description;
  }
  data.body = linked.body;
  data.language = FindLanguage(tree, meta, linked);
  return data;
}

}  // namespace afterword
