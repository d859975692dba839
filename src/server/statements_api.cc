// Who said what, and who speaks.

#include <string>
#include <utility>

#include "search/speakers.h"
#include "search/statement_search.h"
#include "server/handlers.h"
#include "server/parameters.h"
#include "server/query_json.h"
#include "server/reply.h"
#include "server/shared_summary.h"

namespace afterword {
namespace {

namespace json = boost::json;

json::object HitToJson(const StatementHit& hit) {
  return {{"id", hit.id},
          {"document", hit.document},
          {"title", TextOrNull(hit.title)},
          {"publisher", TextOrNull(hit.publisher)},
          {"date", TextOrNull(hit.date)},
          {"speaker", TextOrNull(hit.speaker)},
          {"speaker_kind", TextOrNull(hit.speaker_kind)},
          {"source", hit.source},
          {"cue", hit.cue},
          {"content", hit.content},
          {"kind", Name(hit.kind)},
          {"force", Name(hit.force)},
          {"negated", hit.negated},
          {"conditional", hit.conditional},
          {"said_at", TextOrNull(hit.said_at)},
          {"span", json::array{hit.extent.begin, hit.extent.end}},
          {"sentence", hit.sentence},
          {"carriers", hit.carriers}};
}

StatementFilter FilterFrom(const Request& request) {
  const auto value = [&](std::string_view name) { return std::string(request.Parameter(name)); };
  return {.speaker = value("speaker"),
          .about = value("about"),
          .query = value("q"),
          .from = value("from"),
          .to = value("to"),
          .kind = value("kind"),
          .force = value("force")};
}

}  // namespace

Result<Response> GetStatements(const Request& request, int64_t /*id*/, Session& session) {
  const Page page = TRY(PageParameters(request));
  const std::string_view typed = request.Parameter("q");
  const Result<Clause> query = QueryFrom(FilterFrom(request));
  if (!query.ok()) return JsonReply(NoResults(typed, query));
  Database& database = session.reader.database();
  const SharedSummary::Reading summary = TRY(session.summary.Fresh(database));
  const StatementResults found = TRY(SearchStatements(database, query.value(), page, &*summary));
  json::array results;
  for (const StatementHit& hit : found.hits) results.push_back(HitToJson(hit));
  return JsonReply({{"query", QueryToJson(typed, query)},
                    {"total", found.total},
                    {"results", std::move(results)}});
}

Result<Response> GetSpeakers(const Request& request, int64_t /*id*/, Session& session) {
  constexpr size_t kUsualLimit = 20;
  const size_t limit = TRY(NumberParameter(request, "limit", kUsualLimit, kMaxPageSize));
  const SharedSummary::Reading summary = TRY(session.summary.Fresh(session.reader.database()));
  json::array speakers;
  for (const Speaker& speaker : FindSpeakers(*summary, request.Parameter("q"), limit)) {
    speakers.push_back({{"name", speaker.name},
                        {"kind", speaker.kind},
                        {"statements", speaker.statements},
                        {"documents", speaker.documents}});
  }
  return JsonReply(std::move(speakers));
}

}  // namespace afterword
