#include "cli/copies_command.h"

#include <fmt/core.h>

#include "cli/exit_status.h"
#include "pipeline/find_copies.h"

namespace afterword {
namespace {

constexpr size_t kTitleWidth = 60;
constexpr size_t kNameWidth = 28;

/// One row a publication.
class CopiesTable {
 public:
  void Add(const Story& story) {
    ++stories_;
    AddDocument(story.original, "original", "", "");
    for (const CopyOfOriginal& copy : story.copies) {
      AddDocument(copy.document, "copy", std::to_string(copy.added.size()),
                  std::to_string(copy.dropped.size()));
    }
  }

  const Table& table() const { return table_; }

 private:
  void AddDocument(const StoredDocument& stored, const std::string& role, const std::string& adds,
                   const std::string& drops) {
    for (const Publication& publication : stored.publications) {
      const bool is_first = &publication == &stored.publications.front();
      table_.AddRow({std::to_string(stories_), is_first ? role : "same text",
                     std::to_string(stored.id), publication.id,
                     publication.published ? ToIso(*publication.published) : "",
                     publication.publisher, publication.title, adds, drops});
    }
  }

  int64_t stories_ = 0;
  Table table_{{{"story", 0},
                {"role", 0},
                {"document", 0},
                {"id", kNameWidth},
                {"date", 0},
                {"publisher", kNameWidth},
                {"title", kTitleWidth},
                {"adds", 0},
                {"drops", 0}}};
};

Result<CopiesTable> ListCopies(const CopiesArguments& arguments) {
  Casebook casebook = TRY(Casebook::Open(arguments.casebook, OpenMode::kReadOnly));
  CopiesTable copies;
  TRY(FindCopies(casebook, arguments.window_days, [&](const Story& story) {
    copies.Add(story);
    return Ok();
  }));
  return copies;
}

}  // namespace

int RunCopies(const CopiesArguments& arguments) {
  const auto copies = ListCopies(arguments);
  if (!copies.ok()) return Fail(copies.error());
  fmt::print("{}", copies.value().table().ToText(arguments.format));
  return kAllWell;
}

}  // namespace afterword
