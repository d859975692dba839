// The functions that answer the API, one file a resource. What each gives and takes stands in
// src/server/openapi.json.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "server/http.h"
#include "store/casebook.h"

namespace afterword {

class Imports;
class SharedSummary;

/// What a handler may use.
struct Session {
  /// A connection for reading that is this request's alone.
  Casebook& reader;
  SharedSummary& summary;
  Imports& imports;
};

// casebook_api.cc
Result<Response> GetCasebook(const Request& request, int64_t id, Session& session);
Result<Response> GetFailures(const Request& request, int64_t id, Session& session);

// description_api.cc
Result<Response> GetDescription(const Request& request, int64_t id, Session& session);

// documents_api.cc
Result<Response> GetDocuments(const Request& request, int64_t id, Session& session);
Result<Response> GetFacets(const Request& request, int64_t id, Session& session);

// document_api.cc
Result<Response> GetDocument(const Request& request, int64_t id, Session& session);
Result<Response> GetOriginal(const Request& request, int64_t id, Session& session);

// statements_api.cc
Result<Response> GetStatements(const Request& request, int64_t id, Session& session);
Result<Response> GetSpeakers(const Request& request, int64_t id, Session& session);

// imports_api.cc
Result<Response> PostImport(const Request& request, int64_t id, Session& session);

}  // namespace afterword
