#include "cli/limits_command.h"

#include <fmt/core.h>

#include "base/limits.h"
#include "cli/exit_status.h"

namespace afterword {
namespace {

std::string Bytes(size_t bytes) {
  if (bytes % (1u << 30) == 0) return fmt::format("{} GB", bytes >> 30);
  return fmt::format("{} MB", bytes >> 20);
}

std::string Seconds(unsigned seconds) { return fmt::format("{} s", seconds); }

}  // namespace

std::vector<Limit> AllLimits() {
  return {
      {"one file, or one line of JSONL", Bytes(kMaxInputBytes)},
      {"the text of one document", Bytes(kMaxTextBytes)},
      {"nested elements of a page", std::to_string(kMaxHtmlDepth)},
      {"nested values of JSON", std::to_string(kMaxJsonDepth)},
      {"one stated field: a title, an author, an address", Bytes(kMaxFieldBytes)},
      {"authors of one document", std::to_string(kMaxAuthors)},
      {"processor time to parse one document", Seconds(kMaxReaderSeconds)},
      {"time by the clock to parse one document", Seconds(kMaxReaderWaitSeconds)},
      {"memory to parse one document", Bytes(kMaxReaderBytes)},
      {"what parsing one document may give", Bytes(kMaxAnswerBytes)},
      {"documents for one parsing process", std::to_string(kMaxReaderItems)},
      {"bytes for one parsing process", Bytes(kMaxReaderInputBytes)},
      {"processor time of one parsing process", Seconds(kMaxReaderLifeSeconds)},
  };
}

int RunLimits(const LimitsArguments& arguments) {
  Table table({{"limit", 0}, {"value", 0}});
  for (Limit& limit : AllLimits()) table.AddRow({std::move(limit.name), std::move(limit.value)});
  fmt::print("{}", table.ToText(arguments.format));
  return kAllWell;
}

}  // namespace afterword
