// The meta tags of a page.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace afterword {

class MetaTags {
 public:
  explicit MetaTags(const HtmlTree& tree);

  /// Content of the first tag of the first of `names` (lower case) that has any; empty if none.
  /// A name may stand in `name`, `property`, `itemprop` or `http-equiv`.
  std::string_view Find(std::initializer_list<std::string_view> names) const;

  /// Contents of all tags of that name, in order.
  std::vector<std::string_view> FindAll(std::string_view name) const;

 private:
  struct Tag {
    std::string name;
    std::string_view content;
  };
  std::vector<Tag> tags_;
};

}  // namespace afterword
