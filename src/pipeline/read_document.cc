#include "pipeline/read_document.h"

#include <fmt/core.h>

#include <exception>

#include "analyse/analyse.h"
#include "ingest/sandbox_pool.h"

namespace afterword {
namespace {

/// The processes that parse, kept from one document to the next and shared by all threads.
SandboxedReaders& Readers() {
  static SandboxedReaders readers;
  return readers;
}

Result<AnalysedDocument> Read(const Item& item, const IsKnown& is_known) {
  AnalysedDocument reading;

  // Bytes become text, with its parts and what is stated of its publication, in a process that can
  // do nothing else (doc/safety.md).
  reading.document = TRY(Readers().Read(item));
  // From here on the text is immutable; every span refers to it, and its digest is its identity.

  // A text that is known gains a publication only: what was found in it stands.
  if (is_known(reading.document.digest)) return reading;

  // Sentences, entities, and who said what.
  reading.analysis = Analyse(reading.document);
  return reading;
}

}  // namespace

Result<AnalysedDocument> ReadDocument(const Item& item, const IsKnown& is_known) {
  try {
    return Read(item, is_known);
  } catch (const std::exception& exception) {
    return Error{ErrorCode::kInternal, fmt::format("could not be read: {}", exception.what())};
  }
}

}  // namespace afterword
