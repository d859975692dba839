#include "cli/show_command.h"

#include <fmt/core.h>

#include "cli/describe.h"
#include "cli/exit_status.h"
#include "record/json.h"
#include "store/casebook.h"

namespace afterword {
namespace {

std::string ToJsonText(const StoredDocument& stored) {
  boost::json::object object = ToJson(stored.document, stored.analysis);
  object["document"] = stored.id;
  object["read_at"] = stored.read_at;
  boost::json::array publications;
  for (const Publication& publication : stored.publications) {
    publications.push_back(ToJson(publication));
  }
  object["publications"] = std::move(publications);
  return boost::json::serialize(object) + "\n";
}

std::string ToText(const StoredDocument& stored) {
  std::string out = Describe(stored.document, stored.analysis);
  if (stored.publications.size() < 2) return out;
  out += fmt::format("Published {} times:\n", stored.publications.size());
  for (const Publication& publication : stored.publications) {
    out += fmt::format("  {}  {}  {}\n",
                       publication.published ? ToIso(*publication.published) : "undated   ",
                       publication.publisher.empty() ? "?" : publication.publisher,
                       publication.url.empty() ? publication.address : publication.url);
  }
  return out;
}

Result<StoredDocument> Load(const ShowArguments& arguments) {
  Casebook casebook = TRY(Casebook::Open(arguments.casebook, OpenMode::kReadOnly));
  const DocumentId id = TRY(casebook.Find(arguments.reference));
  return casebook.Load(id);
}

}  // namespace

int RunShow(const ShowArguments& arguments) {
  const auto stored = Load(arguments);
  if (!stored.ok()) {
    return Fail(stored.error(),
                stored.error().code == ErrorCode::kNotFound ? kNothingDone : kCasebookUnusable);
  }
  const bool is_json = arguments.format == ShowFormat::kJson;
  fmt::print("{}", is_json ? ToJsonText(stored.value()) : ToText(stored.value()));
  return kAllWell;
}

}  // namespace afterword
