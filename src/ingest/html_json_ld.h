// What a page says of itself in JSON-LD (schema.org), as far as the reader uses it.
#pragma once

#include <string>
#include <vector>

#include "ingest/html_tree.h"

namespace afterword {

/// Strings are plain text, empty where nothing is stated; dates as they stand.
struct LinkedData {
  /// Types of all objects, lower case: "newsarticle", "product" …
  std::vector<std::string> types;
  std::string headline;
  std::string published;
  std::string modified;
  std::string created;
  std::string url;
  std::string language;
  std::string publisher;
  std::vector<std::string> authors;
  std::string description;
  /// The whole text, where the page repeats it for machines; lines as they stand.
  std::string body;
};

/// Reads every `script type="application/ld+json"`. Scripts that are no JSON are passed over.
LinkedData ReadLinkedData(const HtmlTree& tree);

}  // namespace afterword
