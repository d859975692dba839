#include "pipeline/find_copies.h"

#include <algorithm>
#include <map>

#include "base/compress.h"
#include "base/limits.h"
#include "dedup/copy_finder.h"
#include "dedup/difference.h"
#include "dedup/memory_shelf.h"

namespace afterword {
namespace {

/// Documents by the numbers that the copy finder gave their texts.
struct Texts {
  std::vector<DocumentId> documents;
  std::vector<CopyCluster> clusters;
};

Result<Texts> CompareTexts(Database& database, int32_t window_days) {
  Query query = TRY(database.Prepare(
      "SELECT id, text, (SELECT min(published) FROM publication WHERE document = document.id) "
      "FROM document ORDER BY id"));
  MemoryShelf shelf;
  CopyFinder finder(shelf, {.window_days = window_days});
  Texts texts;
  while (TRY(query.Step())) {
    const std::string text = TRY(Decompress(query.Blob(1), kMaxTextBytes));
    finder.Add(MakeCopyEntry(text, DateFromIso(query.Text(2))));
    texts.documents.push_back(query.Int(0));
  }
  texts.clusters = finder.Clusters();
  return texts;
}

/// Stories by their documents, the original first. Exact copies are publications of one document.
Result<std::map<DocumentId, std::vector<DocumentId>>> ListStories(Database& database,
                                                                  const Texts& texts) {
  std::map<DocumentId, std::vector<DocumentId>> stories;
  std::map<DocumentId, DocumentId> story_of;
  for (const CopyCluster& cluster : texts.clusters) {
    std::vector<DocumentId> documents{texts.documents[cluster.original]};
    for (const uint32_t member : cluster.members) {
      if (member != cluster.original) documents.push_back(texts.documents[member]);
    }
    const DocumentId first = *std::min_element(documents.begin(), documents.end());
    for (const DocumentId document : documents) story_of[document] = first;
    stories[first] = std::move(documents);
  }
  Query republished = TRY(
      database.Prepare("SELECT document FROM publication GROUP BY document HAVING count(*) > 1"));
  while (TRY(republished.Step())) {
    const DocumentId document = republished.Int(0);
    if (!story_of.contains(document)) stories[document] = {document};
  }
  return stories;
}

Result<Story> LoadStory(Casebook& casebook, const std::vector<DocumentId>& documents) {
  Story story;
  story.original = TRY(casebook.Load(documents.front()));
  const Passages original{story.original.document.text, story.original.analysis.sentences};
  for (size_t i = 1; i < documents.size(); ++i) {
    CopyOfOriginal copy;
    copy.document = TRY(casebook.Load(documents[i]));
    Difference difference =
        DifferenceOf(original, {copy.document.document.text, copy.document.analysis.sentences});
    copy.added = std::move(difference.added);
    copy.dropped = std::move(difference.dropped);
    story.copies.push_back(std::move(copy));
  }
  return story;
}

}  // namespace

Status FindCopies(Casebook& casebook, int32_t window_days, const OnStory& on_story) {
  const Snapshot snapshot = TRY(Snapshot::Begin(casebook.database()));
  const Texts texts = TRY(CompareTexts(casebook.database(), window_days));
  const auto stories = TRY(ListStories(casebook.database(), texts));
  for (const auto& [first, documents] : stories) {
    const Story story = TRY(LoadStory(casebook, documents));
    TRY(on_story(story));
  }
  return Ok();
}

}  // namespace afterword
