// What the casebook holds, and what could not be read into it.

#include "server/counts_json.h"
#include "server/handlers.h"
#include "server/reply.h"
#include "store/schema.h"

namespace afterword {

namespace json = boost::json;

json::object ToJson(const CasebookCounts& counts) {
  return {{"documents", counts.documents},
          {"publications", counts.publications},
          {"statements", counts.statements},
          {"failures", counts.failures},
          {"removed", counts.removed}};
}

Result<Response> GetCasebook(const Request& /*request*/, int64_t /*id*/, Session& session) {
  const CasebookCounts counts = TRY(session.reader.Counts());
  return JsonReply({{"path", session.reader.path()},
                    {"version", kSchemaVersion},
                    {"counts", ToJson(counts)},
                    {"program_version", AFTERWORD_VERSION}});
}

Result<Response> GetFailures(const Request& /*request*/, int64_t /*id*/, Session& session) {
  json::array failures;
  for (const Failure& failure : TRY(session.reader.Failures())) {
    failures.push_back({{"address", failure.address},
                        {"reason", failure.reason},
                        {"failed_at", failure.failed_at}});
  }
  return JsonReply(std::move(failures));
}

}  // namespace afterword
