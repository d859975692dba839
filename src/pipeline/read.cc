#include "pipeline/read.h"

#include <array>

#include "pipeline/ordered_run.h"
#include "pipeline/read_document.h"
#include "store/packed_reading.h"

namespace afterword {
namespace {

/// One item on its way to the casebook: packed, or the reason why not.
struct Processed {
  std::string address;
  std::string title;
  std::optional<PackedReading> reading;
  Error error;
};

/// Asks a connection of its own, since the writer's is busy. Safe from many threads.
class KnownTexts {
 public:
  explicit KnownTexts(Casebook& reader) : reader_(reader) {}

  bool Contains(const Digest& text) {
    const std::lock_guard lock(mutex_);
    const auto known = reader_.Knows(text);
    return known.ok() && known.value();
  }

 private:
  std::mutex mutex_;
  Casebook& reader_;
};

Processed Process(ItemResult item, KnownTexts& known_texts) {
  Processed processed;
  if (auto* failure = std::get_if<ItemFailure>(&item)) {
    processed.address = std::move(failure->address);
    processed.error = std::move(failure->error);
    return processed;
  }
  const Item& readable = std::get<Item>(item);
  processed.address = readable.address;
  auto reading =
      ReadDocument(readable, [&](const Digest& text) { return known_texts.Contains(text); });
  if (!reading.ok()) {
    processed.error = std::move(reading).error();
    return processed;
  }
  processed.title = reading.value().document.publication.title;
  auto packed = Pack(std::move(reading).value());
  if (packed.ok()) {
    processed.reading = std::move(packed).value();
  } else {
    processed.error = std::move(packed).error();
  }
  return processed;
}

int64_t& CountOf(Outcome outcome, ReadSummary& summary) {
  switch (outcome) {
    case Outcome::kText:
      return summary.texts;
    case Outcome::kPublication:
      return summary.publications;
    case Outcome::kKnown:
      return summary.known;
    case Outcome::kRemoved:
      return summary.removed;
    case Outcome::kFailed:
      break;
  }
  return summary.failed;
}

/// Writes what comes out of the workers, and reports it once it is on the disk.
class Writer {
 public:
  Writer(Casebook& casebook, const OnOutcome& on_outcome)
      : casebook_(casebook), on_outcome_(on_outcome) {}

  Status Write(std::vector<Processed> batch) {
    std::vector<PackedReading> readings;
    std::vector<UnreadInput> unread;
    for (Processed& item : batch) {
      if (item.reading) {
        readings.push_back(*std::move(item.reading));
      } else {
        unread.push_back({item.address, item.error.message});
      }
    }
    const std::vector<Added> added = TRY(casebook_.Add(readings, unread));
    // From here on the batch is on the disk: it may be reported.
    size_t next_added = 0;
    for (const Processed& item : batch) {
      if (item.reading) {
        const PackedReading& reading = readings[next_added];
        ReportAdded(item, reading, added[next_added++]);
      } else {
        Report({item.address, Outcome::kFailed, 0, {}, item.error.message});
      }
    }
    return Ok();
  }

  const ReadSummary& summary() const { return summary_; }

 private:
  void ReportAdded(const Processed& item, const PackedReading& reading, const Added& added) {
    if (added.as == AddedAs::kText) {
      summary_.text_bytes += static_cast<int64_t>(reading.text.size());
      summary_.statements += static_cast<int64_t>(reading.statements.size());
    }
    Report({item.address, OutcomeOf(added.as), added.document, item.title, {}});
  }

  void Report(const ReadOutcome& outcome) {
    ++CountOf(outcome.outcome, summary_);
    on_outcome_(outcome);
  }

  Casebook& casebook_;
  const OnOutcome& on_outcome_;
  ReadSummary summary_;
};

}  // namespace

std::string_view Name(Outcome outcome) {
  constexpr std::array<std::string_view, 5> kNames{"text", "publication", "known", "removed",
                                                   "failed"};
  return kNames.at(static_cast<size_t>(outcome));
}

Outcome OutcomeOf(AddedAs as) {
  switch (as) {
    case AddedAs::kText:
      return Outcome::kText;
    case AddedAs::kPublication:
      return Outcome::kPublication;
    case AddedAs::kNothing:
      return Outcome::kKnown;
    case AddedAs::kRemoved:
      return Outcome::kRemoved;
  }
  return Outcome::kFailed;
}

Result<ReadSummary> Read(ItemStream& items, Casebook& casebook, const ReadOptions& options,
                         const OnOutcome& on_outcome) {
  Casebook reader = TRY(Casebook::Open(casebook.path(), OpenMode::kReadOnly));
  KnownTexts known_texts(reader);
  Writer writer(casebook, on_outcome);
  OrderedRun<Processed> run(items,
                            [&](ItemResult item) { return Process(std::move(item), known_texts); });
  TRY(run.Run(options.threads, options.stop,
              [&](std::vector<Processed> batch) { return writer.Write(std::move(batch)); }));
  ReadSummary summary = writer.summary();
  summary.stopped = options.stop.stop_requested();
  return summary;
}

}  // namespace afterword
