#include "search/stored_text.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "base/compress.h"
#include "base/limits.h"
#include "store/packing.h"

namespace afterword {
namespace {

bool IsHeadMatter(BlockKind kind) {
  return kind == BlockKind::kHeadline || kind == BlockKind::kSubheading ||
         kind == BlockKind::kDateline || kind == BlockKind::kCaption || kind == BlockKind::kTable;
}

Span FirstSentence(const Layout& layout, size_t text_bytes) {
  const auto body = std::find_if(layout.blocks.begin(), layout.blocks.end(),
                                 [](const Block& block) { return !IsHeadMatter(block.kind); });
  const uint32_t begin = body == layout.blocks.end() ? 0 : body->span.begin;
  const auto sentence = std::find_if(layout.sentences.begin(), layout.sentences.end(),
                                     [&](Span span) { return span.begin >= begin; });
  if (sentence != layout.sentences.end()) return *sentence;
  return layout.sentences.empty() ? MakeSpan(0, text_bytes) : layout.sentences.front();
}

}  // namespace

Result<StoredText> LoadText(Database& database, DocumentId document) {
  Query row = TRY(database.Prepare("SELECT text, language, layout FROM document WHERE id = ?"));
  row.Bind(1, document);
  if (!TRY(row.Step())) {
    return Error{ErrorCode::kNotFound, fmt::format("no document {}", document)};
  }
  StoredText stored;
  stored.text = TRY(Decompress(row.Blob(0), kMaxTextBytes));
  stored.language = row.Text(1);
  Layout layout = TRY(UnpackLayout(row.Blob(2), stored.text.size()));
  stored.first_sentence = FirstSentence(layout, stored.text.size());
  stored.sentences = std::move(layout.sentences);
  return stored;
}

Result<FirstPublication> LoadFirstPublication(Database& database, DocumentId document) {
  Query row = TRY(
      database.Prepare("SELECT title, publisher, published, url, "
                       "(SELECT count(*) FROM publication WHERE document = ?1) FROM publication "
                       "WHERE document = ?1 ORDER BY published IS NULL, published, id LIMIT 1"));
  row.Bind(1, document);
  FirstPublication first;
  if (!TRY(row.Step())) return first;
  first.title = row.Text(0);
  first.publisher = row.Text(1);
  first.date = row.Text(2);
  first.url = row.Text(3);
  first.publications = row.Int(4);
  return first;
}

}  // namespace afterword
