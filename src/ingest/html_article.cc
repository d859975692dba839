#include "ingest/html_article.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "ingest/charset.h"
#include "ingest/dateline.h"
#include "ingest/html_blocks.h"
#include "ingest/html_hints.h"
#include "ingest/html_metadata.h"
#include "ingest/html_outline.h"
#include "ingest/html_scorer.h"
#include "ingest/html_select.h"
#include "ingest/html_tree.h"

namespace afterword {
namespace {

void AppendBlock(Document& document, BlockKind kind, std::string_view text) {
  if (!document.text.empty()) document.text += "\n\n";
  const size_t begin = document.text.size();
  document.text += text;
  document.blocks.push_back({kind, MakeSpan(begin, document.text.size())});
}

/// A page of so few words is read whole if no part of it looks like an article.
constexpr uint32_t kSmallPageWords = 150;

/// Blocks that are not links, where the page is small.
std::vector<bool> WholeSmallPage(const HtmlPage& page, const HtmlOutline& outline) {
  std::vector<bool> keep(page.blocks.size(), false);
  if (outline.Total().words > kSmallPageWords) return keep;
  for (size_t i = 0; i < keep.size(); ++i) {
    keep[i] = page.blocks[i].link_bytes * 2 <= page.blocks[i].span.size();
  }
  return keep;
}

/// Writes the headline and the blocks of the article into `document`; the headline only once.
void WriteText(Document& document, const HtmlPage& page, const HtmlTitle& title,
               const std::vector<bool>& keep) {
  if (title.block != kNoBlock) AppendBlock(document, BlockKind::kHeadline, title.text);
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    const std::string_view text = page.TextOf(page.blocks[i]);
    if (!keep[i] || i == title.block || (title.block != kNoBlock && text == title.text)) continue;
    AppendBlock(document, page.blocks[i].kind, text);
  }
}

/// The place before the story, in its first paragraphs; what else stands there fills gaps.
void TakeDateline(Document& document) {
  constexpr size_t kFirstBlocks = 4;
  for (size_t i = 0; i < std::min(document.blocks.size(), kFirstBlocks); ++i) {
    Block& block = document.blocks[i];
    if (block.kind != BlockKind::kParagraph) continue;
    const std::string_view text = Slice(document.text, block.span);
    const auto line = ReadDatelineLine(text);
    const auto dateline = line ? line : FindDateline(text);
    if (!dateline) continue;
    if (line) block.kind = BlockKind::kDateline;
    document.dateline = dateline->place;
    Publication& publication = document.publication;
    if (!publication.published) publication.published = dateline->date;
    if (publication.publisher.empty()) publication.publisher = dateline->agency;
    return;
  }
}

}  // namespace

Result<Document> ReadHtml(std::string_view bytes, const HtmlHints& hints) {
  const std::string_view charset =
      hints.charset.empty() ? CharsetDeclaredInHtml(bytes) : std::string_view(hints.charset);
  const std::string utf8 = TRY(ToUtf8(bytes, charset));
  const HtmlTree tree = TRY(HtmlTree::Parse(utf8));
  const HtmlPage page = SplitBlocks(tree);
  if (page.text.size() > kMaxTextBytes) {
    return Error{ErrorCode::kLimitExceeded,
                 "HTML: more text than the limit of " + std::to_string(kMaxTextBytes) + " bytes"};
  }
  const std::vector<HintMask> part_hints = FindHints(tree);
  HtmlMetadata data = ReadMetadata(tree, page, part_hints, hints.url);

  const HtmlOutline outline(tree, page);
  const std::vector<float> scores = ScoreBlocks({tree, page, outline, part_hints, data});

  std::vector<bool> keep = ChooseBlocks(page, scores);
  if (std::find(keep.begin(), keep.end(), true) == keep.end()) keep = WholeSmallPage(page, outline);

  Document document;
  WriteText(document, page, data.title, keep);
  // Pages that only scripts fill still say what they are about.
  const std::string_view about = data.description;
  if (document.text.empty() && !about.empty()) {
    AppendBlock(document, BlockKind::kParagraph, about.substr(0, about.find('\n')));
  }
  if (document.text.empty()) return Error{ErrorCode::kInvalidInput, "HTML without any text"};
  // From here on the text is immutable; every span refers to it.
  document.digest = Sha256(document.text);
  document.language = std::move(data.language);
  Publication& publication = document.publication;
  publication.title = std::move(data.title.text);
  publication.publisher = std::move(data.publisher);
  publication.authors = std::move(data.authors);
  publication.published = data.published;
  publication.modified = data.modified;
  publication.url = std::move(data.url);
  publication.media_type = "text/html";
  publication.original = bytes;
  TakeDateline(document);
  return document;
}

}  // namespace afterword
