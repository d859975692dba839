#include "ingest/html_article.h"

#include <utility>

#include "base/limits.h"
#include "ingest/charset.h"
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

/// Writes the headline and the blocks of the article into `document`.
void WriteText(Document& document, const HtmlPage& page, const HtmlTitle& title,
               const std::vector<bool>& keep) {
  if (title.block != kNoBlock) AppendBlock(document, BlockKind::kHeadline, title.text);
  for (size_t i = 0; i < page.blocks.size(); ++i) {
    if (!keep[i] || i == title.block) continue;
    AppendBlock(document, page.blocks[i].kind, page.TextOf(page.blocks[i]));
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

  Document document;
  WriteText(document, page, data.title, ChooseBlocks(page, scores));
  if (document.text.empty()) return Error{ErrorCode::kInvalidInput, "HTML without any text"};
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
  return document;
}

}  // namespace afterword
