// Files into the casebook.

#include <utility>

#include "server/counts_json.h"
#include "server/handlers.h"
#include "server/imports.h"
#include "server/reply.h"

namespace afterword {
namespace {

namespace json = boost::json;

json::object OutcomeToJson(const ReadOutcome& outcome) {
  json::object object{{"address", outcome.address},
                      {"outcome", Name(outcome.outcome)},
                      {"document", nullptr},
                      {"title", TextOrNull(outcome.title)},
                      {"reason", TextOrNull(outcome.reason)}};
  if (outcome.document != 0) object["document"] = outcome.document;
  return object;
}

}  // namespace

Result<Response> PostImport(const Request& request, int64_t /*id*/, Session& session) {
  json::array outcomes;
  for (const ReadOutcome& outcome :
       TRY(session.imports.Take(request.Parameter("name"), request.body))) {
    outcomes.push_back(OutcomeToJson(outcome));
  }
  const CasebookCounts counts = TRY(session.imports.Counts());
  return JsonReply({{"outcomes", std::move(outcomes)}, {"counts", ToJson(counts)}});
}

}  // namespace afterword
