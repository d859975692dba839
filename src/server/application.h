// What `afterword serve` answers: the API, the page, and who may not ask.
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "server/http_server.h"
#include "server/imports.h"
#include "server/page_files.h"
#include "server/reader_pool.h"
#include "server/shared_summary.h"

namespace afterword {

class Application final : public HttpService {
 public:
  /// Opens the casebook, or makes it. Imports that are under way end at `stop`.
  /// Errors: those of Casebook::Open.
  static Result<Application> Open(const std::string& casebook, std::stop_token stop);

  /// Reads what the first request would have to wait for.
  Status WarmUp();

  std::optional<Response> Refuse(Request& head, uint16_t port) const override;
  Response Answer(const Request& request) override;

 private:
  Application(std::string casebook, Casebook writer, std::stop_token stop, PageFiles page);
  Result<Response> AnswerApi(const Request& request);

  std::unique_ptr<ReaderPool> readers_;
  std::unique_ptr<SharedSummary> summary_;
  Imports imports_;
  PageFiles page_;
};

}  // namespace afterword
