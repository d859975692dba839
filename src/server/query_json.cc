#include "server/query_json.h"

namespace afterword {

namespace json = boost::json;

json::object QueryToJson(std::string_view typed, const Result<Clause>& query) {
  json::object object{{"text", typed}, {"parsed", ""}, {"error", nullptr}};
  if (query.ok()) {
    object["parsed"] = ToText(query.value());
  } else {
    object["error"] = query.error().message;
  }
  return object;
}

json::object NoResults(std::string_view typed, const Result<Clause>& query) {
  return {{"query", QueryToJson(typed, query)}, {"total", 0}, {"results", json::array()}};
}

}  // namespace afterword
