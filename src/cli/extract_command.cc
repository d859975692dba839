#include "cli/extract_command.h"

#include <fmt/core.h>

#include <cstdio>

#include "cli/describe.h"
#include "cli/exit_status.h"
#include "cli/interrupt.h"
#include "pipeline/ordered_run.h"
#include "pipeline/read_document.h"
#include "record/json.h"

namespace afterword {
namespace {

/// What is printed for one item.
struct Extracted {
  std::string address;
  Result<std::string> output;
};

std::string Print(const AnalysedDocument& reading, ExtractFormat format) {
  if (format == ExtractFormat::kText) return Describe(reading.document, reading.analysis);
  return boost::json::serialize(ToJson(reading.document, reading.analysis)) + "\n";
}

Extracted Extract(const ItemResult& item, ExtractFormat format) {
  if (const auto* failure = std::get_if<ItemFailure>(&item)) {
    return {failure->address, failure->error};
  }
  const Item& readable = std::get<Item>(item);
  const auto reading = ReadDocument(readable, [](const Digest&) { return false; });
  if (!reading.ok()) return {readable.address, reading.error()};
  return {readable.address, Print(reading.value(), format)};
}

}  // namespace

int RunExtract(const ExtractArguments& arguments) {
  ItemStream items(arguments.paths);
  OrderedRun<Extracted> run(
      items, [&](const ItemResult& item) { return Extract(item, arguments.format); });
  int64_t good = 0;
  int64_t failed = 0;
  const auto print = [&](std::vector<Extracted> batch) -> Status {
    for (const Extracted& item : batch) {
      if (!item.output.ok()) {
        ++failed;
        fmt::print(stderr, "{}: {}\n", item.address, item.output.error().message);
        continue;
      }
      ++good;
      const std::string& output = item.output.value();
      if (std::fwrite(output.data(), 1, output.size(), stdout) != output.size()) {
        return Error{ErrorCode::kIo, "standard output: cannot be written"};
      }
    }
    return Ok();
  };
  const std::stop_token stop = StopOnInterrupt();
  const Status status = run.Run(arguments.threads, stop, print);
  if (!status.ok()) return Fail(status.error(), kNothingDone);
  if (stop.stop_requested()) return kInterrupted;
  if (good == 0) return kNothingDone;
  return failed > 0 ? kSomeFailed : kAllWell;
}

}  // namespace afterword
