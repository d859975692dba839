// The way: lines → chunks (lines without a blank line between them) → the head (a letterhead, or
// headline, dateline, "Published: …") → the body (sub-headings, list items, paragraphs).

#include "ingest/plain_text.h"

#include <fmt/core.h>
#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "ingest/dateline.h"
#include "ingest/letterhead.h"
#include "ingest/stated_field.h"
#include "text/utf8.h"

namespace afterword {
namespace {

constexpr size_t kLongestHeadline = 240;
constexpr size_t kLongestSubheading = 100;
/// Where no blank line parts the text, lines longer than this on average are paragraphs.
constexpr size_t kParagraphLine = 120;

using Chunk = std::vector<Span>;  // trimmed lines

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

Span Trim(std::string_view text, Span span) {
  while (span.begin < span.end && IsBlank(text[span.begin])) ++span.begin;
  while (span.end > span.begin && IsBlank(text[span.end - 1])) --span.end;
  return span;
}

std::vector<Chunk> SplitLinesOfOneChunk(const Chunk& lines) {
  size_t bytes = 0;
  for (const Span line : lines) bytes += line.size();
  if (lines.size() < 2 || bytes / lines.size() < kParagraphLine) return {lines};
  std::vector<Chunk> chunks;
  for (const Span line : lines) chunks.push_back({line});
  return chunks;
}

std::vector<Chunk> SplitChunks(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::vector<Chunk> chunks;
  bool after_blank = true;
  size_t begin = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  while (begin < text.size()) {
    const size_t stop = std::min(text.find('\n', begin), text.size());
    const Span line = Trim(text, MakeSpan(begin, stop));
    if (!line.empty() && after_blank) chunks.emplace_back();
    if (!line.empty()) chunks.back().push_back(line);
    after_blank = line.empty();
    begin = stop + 1;
  }
  if (chunks.size() == 1) return SplitLinesOfOneChunk(chunks.front());
  return chunks;
}

/// Letters and digits in lower case: two headlines are the same if these are.
std::string Fold(std::string_view text) {
  std::string folded;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xE2 && i + 2 < text.size() && text[i + 1] == '\x80') {
      i += 2;  // General punctuation: curly quotation marks, dashes, ellipsis.
    } else if (byte >= 0x80 || std::isalnum(byte) != 0) {
      folded += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : text[i];
    }
  }
  return folded;
}

/// Without closing quotation marks and brackets.
std::string_view WithoutClosers(std::string_view line) {
  static const RE2 closers(R"((.*?)(?:["')\]]|’|”|»)*)");
  re2::StringPiece inner;
  RE2::FullMatch({line.data(), line.size()}, closers, &inner);
  return {inner.data(), inner.size()};
}

bool EndsLikeASentence(std::string_view line) {
  const std::string_view inner = WithoutClosers(line);
  if (inner.ends_with("…")) return true;
  return !inner.empty() && std::string_view(".!?:;,").find(inner.back()) != std::string_view::npos;
}

std::optional<uint32_t> ListMarkLength(std::string_view line) {
  static const RE2 mark(R"((?:[-*•‣▪–]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+)");
  re2::StringPiece rest(line.data(), line.size());
  if (!RE2::Consume(&rest, mark)) return std::nullopt;
  return static_cast<uint32_t>(line.size() - rest.size());
}

class PlainTextReader {
 public:
  explicit PlainTextReader(Document& document)
      : document_(document), text_(document.text), title_(Fold(document.publication.title)) {}

  void Read() {
    const std::vector<Chunk> chunks = SplitChunks(text_);
    const size_t first = chunks.size() > 1 && TakeLetterhead(chunks.front()) ? 1 : 0;
    for (size_t i = first; i < chunks.size(); ++i) {
      const Chunk* next = i + 1 < chunks.size() ? &chunks[i + 1] : nullptr;
      Chunk rest = chunks[i];
      if (in_head_) rest = ReadHead(std::move(rest), next == nullptr);
      if (!rest.empty()) ReadBody(rest, next);
    }
    if (document_.publication.title.empty()) document_.publication.title = first_headline_;
  }

 private:
  std::string_view At(Span span) const { return Slice(text_, span); }
  void Add(BlockKind kind, Span span) { document_.blocks.push_back({kind, span}); }

  bool TakeLetterhead(const Chunk& chunk) {
    std::vector<std::string_view> lines;
    for (const Span line : chunk) lines.push_back(At(line));
    const auto letterhead = ReadLetterhead(lines);
    if (!letterhead || !title_.empty()) return false;
    for (size_t i = 0; i < chunk.size(); ++i) {
      const bool is_title = letterhead->lines[i] == LetterheadLine::kTitle;
      Add(is_title ? BlockKind::kHeadline : BlockKind::kDateline, chunk[i]);
    }
    Publication& publication = document_.publication;
    first_headline_ = letterhead->title;
    if (publication.publisher.empty()) publication.publisher = letterhead->publisher;
    if (!publication.published) publication.published = letterhead->date;
    in_head_ = false;
    return true;
  }

  /// Takes lines from the front of `chunk` while they belong to the head; gives back the rest.
  Chunk ReadHead(Chunk chunk, bool is_last) {
    size_t taken = 0;
    while (taken < chunk.size()) {
      const bool is_followed = taken + 1 < chunk.size() ? IsHeadLine(chunk[taken + 1]) : !is_last;
      if (!TakeHeadLine(chunk[taken], is_followed)) break;
      ++taken;
    }
    chunk.erase(chunk.begin(), chunk.begin() + static_cast<ptrdiff_t>(taken));
    if (!chunk.empty()) in_head_ = false;
    return chunk;
  }

  bool IsHeadLine(Span line) const {
    return ReadDatelineLine(At(line)).has_value() || ReadStatedField(At(line)).has_value();
  }

  /// `is_followed`: by a blank line or by another line of the head, as a headline is.
  bool TakeHeadLine(Span line, bool is_followed) {
    return TakeHeadline(line, is_followed) || TakeDateline(line) || TakeStatedField(line);
  }

  bool TakeHeadline(Span line, bool is_followed) {
    const std::string folded = Fold(At(line));
    if (folded.empty()) return false;
    const bool is_repeated = folded == title_ || folded == Fold(first_headline_);
    const bool is_first = document_.blocks.empty() && is_followed &&
                          line.size() <= kLongestHeadline && !EndsLikeASentence(At(line)) &&
                          !ListMarkLength(At(line));
    if (!is_repeated && !is_first) return false;
    Add(BlockKind::kHeadline, line);
    if (first_headline_.empty()) first_headline_ = At(line);
    return true;
  }

  bool TakeDateline(Span line) {
    const auto dateline = ReadDatelineLine(At(line));
    if (!dateline) return false;
    Add(BlockKind::kDateline, line);
    Keep(*dateline);
    return true;
  }

  void Keep(const Dateline& dateline) {
    Publication& publication = document_.publication;
    if (document_.dateline.empty()) document_.dateline = dateline.place;
    if (!publication.published) publication.published = dateline.date;
    if (publication.publisher.empty()) publication.publisher = dateline.agency;
  }

  bool TakeStatedField(Span line) {
    const auto field = ReadStatedField(At(line));
    if (!field) return false;
    Add(BlockKind::kDateline, line);
    Publication& publication = document_.publication;
    if (publication.authors.empty() && !field->author.empty()) {
      publication.authors.push_back(field->author);
    }
    if (publication.publisher.empty()) publication.publisher = field->publisher;
    if (!publication.published) publication.published = field->date;
    return true;
  }

  /// `next` is the chunk below, null for the last one.
  void ReadBody(const Chunk& chunk, const Chunk* next) {
    const Span whole{chunk.front().begin, chunk.back().end};
    if (!seen_story_) {
      seen_story_ = true;
      if (const auto dateline = FindDateline(At(whole))) {
        Add(BlockKind::kDateline, Trim(text_, {whole.begin, whole.begin + dateline->length}));
        Keep(*dateline);
        Add(BlockKind::kParagraph, {whole.begin + dateline->length, whole.end});
        return;
      }
    }
    if (chunk.size() == 1 && next != nullptr && IsSubheading(At(whole), At(next->front()))) {
      Add(BlockKind::kSubheading, whole);
    } else if (ListMarkLength(At(chunk.front()))) {
      AddListItems(chunk);
    } else {
      Add(BlockKind::kParagraph, whole);
    }
  }

  /// A short line without a stop; one with a number ("1. The incident") unless a list goes on.
  static bool IsSubheading(std::string_view line, std::string_view next) {
    if (line.size() > kLongestSubheading || EndsLikeASentence(line)) return false;
    return !ListMarkLength(line) ||
           (std::isdigit(static_cast<unsigned char>(line[0])) != 0 && !ListMarkLength(next));
  }

  void AddListItems(const Chunk& chunk) {
    for (const Span line : chunk) {
      const auto mark = ListMarkLength(At(line));
      if (mark && *mark < line.size()) {
        Add(BlockKind::kListItem, {line.begin + *mark, line.end});
      } else {
        document_.blocks.back().span.end = line.end;  // A wrapped line of the item above.
      }
    }
  }

  Document& document_;
  std::string_view text_;
  std::string title_;           // the stated one, folded
  std::string first_headline_;  // as written
  bool in_head_ = true;
  bool seen_story_ = false;
};

Status CheckText(std::string_view text) {
  if (text.size() > kMaxTextBytes) {
    return Error{ErrorCode::kLimitExceeded,
                 fmt::format("text of {} bytes, more than {}", text.size(), kMaxTextBytes)};
  }
  if (const size_t zero = text.find('\0'); zero != std::string_view::npos) {
    return Error{ErrorCode::kInvalidInput, fmt::format("binary: a zero byte at {}", zero)};
  }
  if (const auto bad = FirstInvalidUtf8(text)) {
    return Error{ErrorCode::kInvalidInput, fmt::format("not UTF-8: bad byte at {}", *bad)};
  }
  const bool is_empty =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isspace(c) != 0; });
  if (is_empty) return Error{ErrorCode::kInvalidInput, "empty: no text"};
  return Ok();
}

}  // namespace

Result<Document> ReadPlainText(std::string text, Publication publication) {
  TRY(CheckText(text));
  Document document;
  document.text = std::move(text);
  document.digest = Sha256(document.text);
  document.publication = std::move(publication);
  PlainTextReader(document).Read();
  return document;
}

}  // namespace afterword
