// The API's own description.

#include "embedded/openapi.h"
#include "server/handlers.h"

namespace afterword {

Result<Response> GetDescription(const Request& /*request*/, int64_t /*id*/, Session& /*session*/) {
  return Response{.body = std::string(openapi())};
}

}  // namespace afterword
