#include "ingest/sandbox_reader.h"

#include <fmt/core.h>

#include <string>
#include <utility>
#include <variant>

#include "ingest/read_item.h"
#include "ingest/sandbox_channel.h"

namespace afterword {
namespace {

using Clock = std::chrono::steady_clock;

Error TookTooLong(std::chrono::milliseconds limit) {
  return {ErrorCode::kLimitExceeded,
          fmt::format("took longer than {} s", static_cast<double>(limit.count()) / 1000)};
}

/// Becomes true when `process` has used up its time for one item.
class Deadline {
 public:
  Deadline(const WorkerProcess& process, const SandboxOptions& options)
      : process_(process),
        cpu_end_(process.CpuTime() + options.cpu_time),
        end_(Clock::now() + options.wait) {}

  bool HasPassed() const { return Clock::now() > end_ || process_.CpuTime() > cpu_end_; }
  bool HasPassedByClock() const { return Clock::now() > end_; }

 private:
  const WorkerProcess& process_;
  std::chrono::nanoseconds cpu_end_;
  Clock::time_point end_;
};

}  // namespace

bool SandboxedReader::IsWornOut() const {
  return worker_->items >= options_.items || worker_->bytes >= kMaxReaderInputBytes ||
         worker_->process.CpuTime() > std::chrono::seconds(kMaxReaderLifeSeconds);
}

Status SandboxedReader::EnsureWorker() {
  if (worker_ && IsWornOut()) worker_.reset();
  if (!worker_) worker_.emplace(Worker{TRY(WorkerProcess::Start(options_.start))});
  return Ok();
}

Result<std::string> SandboxedReader::Exchange(const Item& item) {
  WorkerProcess& process = worker_->process;
  const Deadline deadline(process, options_);
  const IsTooLate is_too_late = [&] { return deadline.HasPassed(); };
  std::string answer;
  Transfer transfer = SendRequest(process.channel(), item, is_too_late);
  if (transfer == Transfer::kDone) {
    transfer = ReceiveAnswer(process.channel(), answer, is_too_late);
  }
  switch (transfer) {
    case Transfer::kDone:
      return answer;
    case Transfer::kClosed:
      return process.End();
    case Transfer::kTooLate:
      return TookTooLong(deadline.HasPassedByClock() ? options_.wait : options_.cpu_time);
    case Transfer::kTooLong:
      break;
  }
  return Error{ErrorCode::kLimitExceeded,
               fmt::format("the reader's answer is longer than {} MB", kMaxAnswerBytes >> 20)};
}

Result<ReaderAnswer> SandboxedReader::Ask(const Item& item) {
  TRY(EnsureWorker());
  ++worker_->items;
  worker_->bytes += item.bytes.size();
  auto answer = [&]() -> Result<ReaderAnswer> {
    return DecodeAnswer(TRY(Exchange(item)), item.bytes);
  }();
  if (!answer.ok()) worker_.reset();
  return answer;
}

Result<Document> SandboxedReader::Read(const Item& item) {
  if (item.format == Format::kPlainText) return ReadItem(item);
  const bool is_used = worker_.has_value();
  Result<ReaderAnswer> answer = Ask(item);
  if (!answer.ok() && is_used) answer = Ask(item);
  ReaderAnswer either = TRY(std::move(answer));
  if (auto* error = std::get_if<Error>(&either)) return std::move(*error);
  Document document = std::get<Document>(std::move(either));
  StateAddress(item, document);
  return document;
}

}  // namespace afterword
