// Items into the casebook: read and analysed on several threads, written in order by one.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "ingest/item.h"
#include "store/casebook.h"

namespace afterword {

enum class Outcome { kText, kPublication, kKnown, kRemoved, kFailed };

/// "text", "publication", "known", "removed", "failed".
std::string_view Name(Outcome outcome);

/// What an item became that was offered to the casebook.
Outcome OutcomeOf(AddedAs as);

/// What became of one item.
struct ReadOutcome {
  std::string address;
  Outcome outcome = Outcome::kFailed;
  DocumentId document = 0;  // 0 where there is none
  std::string title;
  std::string reason;  // of a failure
};

struct ReadSummary {
  int64_t texts = 0;
  int64_t publications = 0;
  int64_t known = 0;
  int64_t removed = 0;
  int64_t failed = 0;
  int64_t text_bytes = 0;
  int64_t statements = 0;
  /// Items were left because a stop was requested.
  bool stopped = false;

  int64_t all() const { return texts + publications + known + removed + failed; }
};

struct ReadOptions {
  unsigned threads = 0;  // 0: as many as the machine has cores
  std::stop_token stop;
};

/// Called for every item, in order, when it is safely on the disk.
using OnOutcome = std::function<void(const ReadOutcome&)>;

/// Reads all of `items` into `casebook`. One bad item never ends the run: it is reported, and
/// remembered among the casebook's failures.
/// Errors: of the casebook (disk full, in use …); what was reported before is kept.
Result<ReadSummary> Read(ItemStream& items, Casebook& casebook, const ReadOptions& options,
                         const OnOutcome& on_outcome);

}  // namespace afterword
