// What a report is once it has been read: an immutable text, its parts, and what it came as.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/digest.h"
#include "base/span.h"

namespace afterword {

enum class BlockKind {
  kHeadline,
  kSubheading,
  kDateline,
  kParagraph,
  kListItem,
  kQuotation,
  kCaption,
  kTable,
};

/// One part of the text, without the white space around it. Blocks are ordered and disjoint.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Span span;
  friend bool operator==(const Block&, const Block&) = default;
};

/// One appearance of a text: who published it, when, under which title and address. One text may
/// have many. Strings are empty where nothing was stated.
struct Publication {
  /// The id it was given; else the name of its file, or its line in it ("news.jsonl#12").
  std::string id;
  std::string title;
  std::string publisher;
  std::vector<std::string> authors;
  std::optional<Date> published;
  std::optional<Date> modified;
  /// Canonical address on the web.
  std::string url;
  /// Where it was read: a path, and inside a container what follows '#'.
  std::string address;
  /// "text/plain", "text/html" … of `original`.
  std::string media_type;
  /// The bytes as they came; empty where they are the text itself.
  std::string original;
};

/// A text with its parts. From here on the text is immutable; every span refers to it.
struct Document {
  /// Valid UTF-8, at most kMaxTextBytes. Text that came as text is kept byte for byte.
  std::string text;
  /// SHA-256 of `text`: its identity.
  Digest digest;
  /// ISO 639-1 code, "und" where it could not be told.
  std::string language = "und";
  /// The place (and agency) line before the story: "HELSINKI".
  std::string dateline;
  std::vector<Block> blocks;
  Publication publication;
};

/// "headline", "paragraph" …: the words used in JSON, and back.
std::string_view Name(BlockKind kind);
std::optional<BlockKind> BlockKindFromName(std::string_view name);

}  // namespace afterword
