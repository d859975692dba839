#include "cli/read_command.h"

#include <fmt/core.h>

#include <cstdio>

#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "pipeline/read.h"

namespace afterword {
namespace {

void PrintSummary(const ReadSummary& summary) {
  fmt::print("{} read: {} new, {} new publications of known texts, {} known already\n",
             summary.texts + summary.publications + summary.known, summary.texts,
             summary.publications, summary.known);
  if (summary.texts > 0) {
    fmt::print("{} statements in {:.1f} MB of text\n", summary.statements,
               static_cast<double>(summary.text_bytes) / 1e6);
  }
  if (summary.removed > 0) {
    fmt::print("{} left out: removed from this casebook for good\n", summary.removed);
  }
  if (summary.failed > 0) fmt::print("{} could not be read\n", summary.failed);
  if (summary.stopped) fmt::print("stopped: run the same again to go on\n");
}

ExitStatus StatusOf(const ReadSummary& summary) {
  if (summary.stopped) return kInterrupted;
  if (summary.failed == 0 && summary.removed == 0)
    return summary.all() > 0 ? kAllWell : kNothingDone;
  return summary.failed + summary.removed == summary.all() ? kNothingDone : kSomeFailed;
}

/// Says what became of each item, to a person or to a script.
class Reporter {
 public:
  Reporter(const ItemStream& items, bool for_scripts) : items_(items), for_scripts_(for_scripts) {}

  void Report(const ReadOutcome& outcome) {
    if (outcome.outcome == Outcome::kFailed) Complain(outcome.address, outcome.reason);
    if (outcome.outcome == Outcome::kRemoved) {
      Complain(outcome.address, "left out, this text was removed for good");
    }
    if (for_scripts_) {
      fmt::print("{}\t{}\t{}\n", outcome.address, Name(outcome.outcome), outcome.document);
      std::fflush(stdout);
    }
    const auto total = static_cast<double>(items_.bytes_total());
    progress_.Show(++done_, total > 0 ? static_cast<double>(items_.bytes_done()) / total : -1);
  }

 private:
  void Complain(const std::string& address, std::string_view reason) {
    progress_.Clear();
    fmt::print(stderr, "{}: {}\n", address, reason);
  }

  const ItemStream& items_;
  bool for_scripts_;
  Progress progress_{"documents"};
  int64_t done_ = 0;
};

Result<ReadSummary> ReadInto(const ReadArguments& arguments) {
  Casebook casebook = TRY(Casebook::Open(arguments.casebook, OpenMode::kCreate));
  const std::string& path = arguments.casebook;
  ItemStream items(arguments.paths, {path, path + "-wal", path + "-shm"});
  Reporter reporter(items, arguments.report);
  return Read(items, casebook, {arguments.threads, StopOnInterrupt()},
              [&](const ReadOutcome& outcome) { reporter.Report(outcome); });
}

}  // namespace

int RunRead(const ReadArguments& arguments) {
  const auto summary = ReadInto(arguments);
  if (!summary.ok()) return Fail(summary.error());
  if (summary.value().all() == 0 && !summary.value().stopped) {
    return Fail({ErrorCode::kInvalidInput, "nothing to read under the paths given"}, kNothingDone);
  }
  PrintSummary(summary.value());
  return StatusOf(summary.value());
}

}  // namespace afterword
