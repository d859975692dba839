#include "cli/search_commands.h"

#include <fmt/core.h>

#include "cli/exit_status.h"
#include "search/document_search.h"
#include "search/query_parser.h"
#include "store/casebook.h"

namespace afterword {
namespace {

// Cells of a table on a terminal; JSON and CSV are never cut.
constexpr size_t kTitleWidth = 48;
constexpr size_t kSentenceWidth = 110;
constexpr size_t kNameWidth = 28;

struct Listing {
  Table table;
  std::string query;  // as it was understood
  int64_t total = 0;
  size_t shown = 0;
};

Result<Listing> ListDocuments(const SearchArguments& arguments, const Clause& query) {
  Casebook casebook = TRY(Casebook::Open(arguments.casebook, OpenMode::kReadOnly));
  const DocumentResults results =
      TRY(SearchDocuments(casebook.database(), query, {arguments.sort, arguments.limit, 0}));
  Table table({{"document", 0},
               {"date", 0},
               {"publisher", kNameWidth},
               {"title", kTitleWidth},
               {"sentence", kSentenceWidth},
               {"url", 0}});
  for (const DocumentHit& hit : results.hits) {
    table.AddRow({std::to_string(hit.document), hit.date, hit.publisher, hit.title,
                  hit.sentence.text, hit.url});
  }
  return Listing{std::move(table), ToText(query), results.total, results.hits.size()};
}

std::string Manner(const StatementHit& hit) {
  std::string manner = fmt::format("{} {}", Name(hit.kind), Name(hit.force));
  if (hit.negated) manner += ", negated";
  if (hit.conditional) manner += ", conditional";
  return manner;
}

Result<Listing> ListStatements(const StatementsArguments& arguments, const Clause& query) {
  Casebook casebook = TRY(Casebook::Open(arguments.casebook, OpenMode::kReadOnly));
  const StatementResults results =
      TRY(SearchStatements(casebook.database(), query, {SortBy::kRelevance, arguments.limit, 0}));
  Table table({{"document", 0},
               {"date", 0},
               {"publisher", kNameWidth},
               {"speaker", kNameWidth},
               {"cue", 0},
               {"content", kSentenceWidth},
               {"manner", 0},
               {"said_at", 0},
               {"sentence", kSentenceWidth}});
  for (const StatementHit& hit : results.hits) {
    table.AddRow({std::to_string(hit.document), hit.date, hit.publisher, hit.speaker, hit.cue,
                  hit.content, Manner(hit), hit.said_at, hit.sentence});
  }
  return Listing{std::move(table), ToText(query), results.total, results.hits.size()};
}

/// Rows on standard output; what was asked and how much there is on standard error.
int Print(const Result<Listing>& listing, OutputFormat format) {
  if (!listing.ok()) return Fail(listing.error());
  const Listing& found = listing.value();
  fmt::print("{}", found.table.ToText(format));
  if (format == OutputFormat::kTable) {
    fmt::print(stderr, "{} of {} for {}\n", found.shown, found.total,
               found.query.empty() ? "everything" : found.query);
  }
  return kAllWell;
}

}  // namespace

int RunSearch(const SearchArguments& arguments) {
  const auto query = ParseQuery(arguments.query);
  if (!query.ok()) return Fail(query.error(), kNothingDone);
  return Print(ListDocuments(arguments, query.value()), arguments.format);
}

int RunStatements(const StatementsArguments& arguments) {
  const auto query = QueryFrom(arguments.filter);
  if (!query.ok()) return Fail(query.error(), kNothingDone);
  return Print(ListStatements(arguments, query.value()), arguments.format);
}

}  // namespace afterword
