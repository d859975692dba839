#include "server/application.h"

#include <exception>
#include <utility>

#include "embedded/page_archive.h"
#include "server/handlers.h"
#include "server/reply.h"
#include "server/router.h"
#include "server/same_origin.h"

namespace afterword {
namespace {

bool IsOfApi(const Request& request) {
  return request.path == "/api" || request.path.starts_with("/api/");
}

bool Has(const Response& response, std::string_view name) {
  for (const HeaderField& header : response.headers) {
    if (header.name == name) return true;
  }
  return false;
}

/// What every reply says: no other site may frame, read or run it; nothing is guessed or kept.
Response Guarded(Response response) {
  const HeaderField usual[] = {
      {"Content-Security-Policy",
       "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
       "object-src 'none'"},
      {"Cache-Control", "no-store"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Referrer-Policy", "no-referrer"},
      {"X-Content-Type-Options", "nosniff"},
  };
  for (const HeaderField& header : usual) {
    if (!Has(response, header.name)) response.headers.push_back(header);
  }
  return response;
}

Response WrongMethod(const Request& request, std::string allowed) {
  Response response = ErrorReply(
      405, {ErrorCode::kInvalidInput, request.path + " takes these methods: " + allowed});
  response.headers.push_back({"Allow", std::move(allowed)});
  return response;
}

std::optional<Response> WhyNot(Request& head, uint16_t port) {
  if (!SplitTarget(head)) {
    return ErrorReply({ErrorCode::kInvalidInput, "the address is not valid UTF-8 in URL form"});
  }
  if (const auto reason = WhyForeign(head, port)) {
    return ErrorReply(403, {ErrorCode::kInvalidInput, *reason});
  }
  if (IsOfApi(head)) {
    const std::string allowed = AllowedMethods(head.path);
    if (allowed.empty()) return ErrorReply(FindRoute(head.method, head.path).error());
    if (!FindRoute(head.method, head.path).ok()) return WrongMethod(head, allowed);
  } else if (head.method != Method::kGet && head.method != Method::kHead) {
    return WrongMethod(head, "GET, HEAD");
  }
  return std::nullopt;
}

}  // namespace

Application::Application(std::string casebook, Casebook writer, std::stop_token stop,
                         PageFiles page)
    : readers_(std::make_unique<ReaderPool>(std::move(casebook))),
      summary_(std::make_unique<SharedSummary>()),
      imports_(std::move(writer), std::move(stop)),
      page_(std::move(page)) {}

Result<Application> Application::Open(const std::string& casebook, std::stop_token stop) {
  Casebook writer = TRY(Casebook::Open(casebook, OpenMode::kCreate));
  PageFiles page = TRY(PageFiles::Open(page_archive()));
  return Application(casebook, std::move(writer), std::move(stop), std::move(page));
}

Status Application::WarmUp() {
  ReaderPool::Lease lease = TRY(readers_->Take());
  TRY(summary_->Fresh(lease.casebook().database()));
  return Ok();
}

std::optional<Response> Application::Refuse(Request& head, uint16_t port) const {
  std::optional<Response> refusal = WhyNot(head, port);
  if (refusal) refusal = Guarded(*std::move(refusal));
  return refusal;
}

Response Application::Answer(const Request& request) {
  if (!IsOfApi(request)) return Guarded(page_.Answer(request));
  try {
    Result<Response> response = AnswerApi(request);
    return Guarded(response.ok() ? std::move(response).value() : ErrorReply(response.error()));
  } catch (const std::exception& error) {
    // Of a library: out of memory, most likely. One request never ends the server.
    return Guarded(ErrorReply({ErrorCode::kInternal, error.what()}));
  }
}

Result<Response> Application::AnswerApi(const Request& request) {
  const RouteMatch match = TRY(FindRoute(request.method, request.path));
  ReaderPool::Lease lease = TRY(readers_->Take());
  Session session{lease.casebook(), *summary_, imports_};
  return match.route->handler(request, match.id, session);
}

}  // namespace afterword
