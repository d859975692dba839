// Documents by a query, and what they are made of.

#include <utility>

#include "record/json.h"
#include "search/document_search.h"
#include "search/facets.h"
#include "search/query_parser.h"
#include "server/handlers.h"
#include "server/parameters.h"
#include "server/query_json.h"
#include "server/reply.h"
#include "server/shared_summary.h"

namespace afterword {
namespace {

namespace json = boost::json;

json::object SentenceToJson(const MarkedSentence& sentence) {
  return {{"text", sentence.text},
          {"span", json::array{sentence.span.begin, sentence.span.end}},
          {"matches", ToJson(sentence.matches)}};
}

json::object HitToJson(const DocumentHit& hit) {
  return {{"document", hit.document},
          {"title", TextOrNull(hit.title)},
          {"publisher", TextOrNull(hit.publisher)},
          {"date", TextOrNull(hit.date)},
          {"url", TextOrNull(hit.url)},
          {"language", hit.language},
          {"statements", hit.statements},
          {"publications", hit.publications},
          {"sentence", SentenceToJson(hit.sentence)}};
}

json::array FacetToJson(const std::vector<FacetValue>& values) {
  json::array array;
  for (const FacetValue& value : values) {
    json::object object{{"value", value.value}, {"count", value.count}};
    if (!value.kind.empty()) object["kind"] = value.kind;
    array.push_back(std::move(object));
  }
  return array;
}

}  // namespace

Result<Response> GetDocuments(const Request& request, int64_t /*id*/, Session& session) {
  const Page page = TRY(PageParameters(request));
  const std::string_view typed = request.Parameter("q");
  const Result<Clause> query = ParseQuery(typed);
  if (!query.ok()) return JsonReply(NoResults(typed, query));
  Database& database = session.reader.database();
  const SharedSummary::Reading summary = TRY(session.summary.Fresh(database));
  const DocumentResults found = TRY(SearchDocuments(database, query.value(), page, &*summary));
  json::array results;
  for (const DocumentHit& hit : found.hits) results.push_back(HitToJson(hit));
  return JsonReply({{"query", QueryToJson(typed, query)},
                    {"total", found.total},
                    {"results", std::move(results)}});
}

Result<Response> GetFacets(const Request& request, int64_t /*id*/, Session& session) {
  const Clause query = TRY(ParseQuery(request.Parameter("q")));
  Database& database = session.reader.database();
  const SharedSummary::Reading summary = TRY(session.summary.Fresh(database));
  const Facets facets = TRY(CountFacets(database, *summary, query));
  return JsonReply({{"publisher", FacetToJson(facets.publishers)},
                    {"speaker", FacetToJson(facets.speakers)},
                    {"organisation", FacetToJson(facets.organisations)},
                    {"language", FacetToJson(facets.languages)},
                    {"kind", FacetToJson(facets.kinds)},
                    {"month", FacetToJson(facets.months)}});
}

}  // namespace afterword
