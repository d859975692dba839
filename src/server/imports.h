// Uploads into the casebook, one after the other.
#pragma once

#include <stop_token>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "ingest/item.h"
#include "pipeline/read.h"
#include "store/casebook.h"

namespace afterword {

class Imports {
 public:
  /// `writer` is the one connection that writes. Between two documents `stop` is looked at.
  Imports(Casebook writer, std::stop_token stop)
      : writer_(std::move(writer)), stop_(std::move(stop)) {}

  /// Reads the documents in `bytes`, a file called `name`; an outcome each, in order, all of which
  /// are on the disk. One bad document never ends it. To be called by one thread at a time.
  /// Errors: of the casebook (disk full …); what was written before is kept. kIo if stopped.
  Result<std::vector<ReadOutcome>> Take(std::string_view name, std::string_view bytes);

  /// What the casebook holds now.
  Result<CasebookCounts> Counts() { return writer_.Counts(); }

 private:
  struct Batch;
  void Process(ItemResult item, Batch& batch);
  Status Write(Batch& batch, std::vector<ReadOutcome>& outcomes);

  Casebook writer_;
  std::stop_token stop_;
};

}  // namespace afterword
