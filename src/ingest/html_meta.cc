#include "ingest/html_meta.h"

#include "ingest/html_text.h"

namespace afterword {

MetaTags::MetaTags(const HtmlTree& tree) {
  using enum HtmlAttribute;
  const auto& nodes = tree.nodes();
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != HtmlTag::kMeta) continue;
    const std::string_view content = tree.Attribute(i, kContent);
    if (content.find_first_not_of(" \t\r\n") == content.npos) continue;
    for (const auto attribute : {kProperty, kName, kItemprop, kHttpEquiv}) {
      const std::string_view name = tree.Attribute(i, attribute);
      if (!name.empty()) tags_.push_back({LowerAscii(name), content});
    }
  }
}

std::string_view MetaTags::Find(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const Tag& tag : tags_) {
      if (tag.name == name) return tag.content;
    }
  }
  return {};
}

std::vector<std::string_view> MetaTags::FindAll(std::string_view name) const {
  std::vector<std::string_view> contents;
  for (const Tag& tag : tags_) {
    if (tag.name == name) contents.push_back(tag.content);
  }
  return contents;
}

}  // namespace afterword
