#include "server/imports.h"

#include <string>

#include "pipeline/read_document.h"
#include "server/upload_items.h"
#include "store/packed_reading.h"

namespace afterword {
/// What is written in one transaction.
struct Imports::Batch {
  static constexpr size_t kItems = 64;
  static constexpr size_t kBytes = 8u << 20;

  /// In order; `outcome` of those that go into the casebook is not known yet.
  std::vector<ReadOutcome> outcomes;
  std::vector<PackedReading> readings;
  std::vector<UnreadInput> unread;
  size_t bytes = 0;

  bool full() const { return outcomes.size() >= kItems || bytes >= kBytes; }

  void Fail(std::string address, std::string reason) {
    unread.push_back({address, reason});
    outcomes.push_back({std::move(address), Outcome::kFailed, 0, {}, std::move(reason)});
  }
};

Result<std::vector<ReadOutcome>> Imports::Take(std::string_view name, std::string_view bytes) {
  std::vector<ReadOutcome> outcomes;
  UploadItems items(name, bytes);
  Batch batch;
  while (auto item = items.Next()) {
    if (stop_.stop_requested()) {
      TRY(Write(batch, outcomes));
      return Error{ErrorCode::kIo, "the program is being stopped; send the file once more"};
    }
    Process(*std::move(item), batch);
    if (batch.full()) TRY(Write(batch, outcomes));
  }
  TRY(Write(batch, outcomes));
  return outcomes;
}

void Imports::Process(ItemResult item, Batch& batch) {
  if (auto* failure = std::get_if<ItemFailure>(&item)) {
    batch.Fail(std::move(failure->address), std::move(failure->error.message));
    return;
  }
  const Item& readable = std::get<Item>(item);
  const auto is_known = [&](const Digest& text) {
    const Result<bool> known = writer_.Knows(text);
    return known.ok() && known.value();
  };
  Result<AnalysedDocument> reading = ReadDocument(readable, is_known);
  if (!reading.ok()) return batch.Fail(readable.address, reading.error().message);
  std::string title = reading.value().document.publication.title;
  Result<PackedReading> packed = Pack(std::move(reading).value());
  if (!packed.ok()) return batch.Fail(readable.address, packed.error().message);
  batch.bytes += readable.bytes.size();
  batch.readings.push_back(std::move(packed).value());
  batch.outcomes.push_back({readable.address, Outcome::kText, 0, std::move(title), {}});
}

Status Imports::Write(Batch& batch, std::vector<ReadOutcome>& outcomes) {
  if (batch.outcomes.empty()) return Ok();
  const std::vector<Added> added = TRY(writer_.Add(batch.readings, batch.unread));
  auto next = added.begin();
  for (ReadOutcome& outcome : batch.outcomes) {
    if (outcome.outcome != Outcome::kFailed) {
      outcome.outcome = OutcomeOf(next->as);
      outcome.document = next->document;
      ++next;
    }
    outcomes.push_back(std::move(outcome));
  }
  batch = {};
  return Ok();
}

}  // namespace afterword
