// The way of one document from bytes to what is found in it.
#pragma once

#include <functional>

#include "base/result.h"
#include "ingest/item.h"
#include "store/casebook.h"

namespace afterword {

/// Says whether a text is in the casebook already, so that it need not be analysed again.
using IsKnown = std::function<bool(const Digest&)>;

/// Reads and analyses one item. Safe from many threads. An exception of a library becomes
/// kInternal: one document never ends the run. Needs a main that calls RunIfReaderWorker
/// (ingest/sandbox_worker.h).
Result<AnalysedDocument> ReadDocument(const Item& item, const IsKnown& is_known);

}  // namespace afterword
