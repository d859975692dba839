#include "ingest/item.h"

#include <fmt/core.h>

#include <atomic>

#include "base/file.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "ingest/sniff.h"

namespace afterword {

class ItemStream::State {
 public:
  State(const std::vector<std::string>& paths, const std::vector<std::string>& except)
      : list_(ListFiles(paths, except)) {
    for (const FoundFile& file : list_.files) bytes_total_ += file.bytes;
  }

  std::optional<ItemResult> Next() {
    auto item = TakeNext();
    bytes_done_ = finished_bytes_ + (lines_ ? lines_->position() : 0);
    return item;
  }

  uint64_t bytes_done() const { return bytes_done_; }
  uint64_t bytes_total() const { return bytes_total_; }

 private:
  std::optional<ItemResult> TakeNext() {
    if (next_unreadable_ < list_.unreadable.size()) {
      const UnreadablePath& path = list_.unreadable[next_unreadable_++];
      return ItemFailure{path.path, {ErrorCode::kIo, path.reason}};
    }
    while (true) {
      if (lines_) {
        if (auto item = NextLine()) return item;
        FinishLines();
      }
      if (next_file_ == list_.files.size()) return std::nullopt;
      path_ = list_.files[next_file_++].path;
      if (auto item = OpenFile()) return item;
    }
  }

  /// The file as one item; absent if it holds lines, which come one by one.
  std::optional<ItemResult> OpenFile() {
    auto item = [&]() -> Result<std::optional<Item>> {
      InputFile file = TRY(InputFile::Open(path_));
      const std::string_view start = TRY(file.Peek(kSniffBytes));
      const Format format = TRY(Sniff(start));
      if (format == Format::kJsonLine) {
        lines_.emplace(std::move(file));
        line_number_ = 0;
        return std::optional<Item>();
      }
      return std::optional(Item{path_, format, TRY(file.ReadAll(kMaxInputBytes))});
    }();
    if (!item.ok()) {
      FinishFile(list_.files[next_file_ - 1].bytes);
      return Failure(path_, std::move(item).error());
    }
    if (!item.value()) return std::nullopt;
    FinishFile(item.value()->bytes.size());
    return std::move(*item.value());
  }

  /// The next line that is not blank; absent at the end of the file.
  std::optional<ItemResult> NextLine() {
    while (true) {
      auto line = lines_->ReadLine(kMaxInputBytes);
      ++line_number_;
      const std::string address = fmt::format("{}#{}", path_, line_number_);
      if (!line.ok()) {
        const bool can_go_on = line.error().code == ErrorCode::kLimitExceeded;
        if (!can_go_on) FinishLines();
        return Failure(address, std::move(line).error());
      }
      if (!line.value()) return std::nullopt;
      if (line.value()->find_first_not_of(" \t\r") != std::string::npos) {
        return Item{address, Format::kJsonLine, *std::move(line).value()};
      }
    }
  }

  /// Errors of the disk name the path already.
  static ItemResult Failure(const std::string& address, Error error) {
    const std::string prefix = address.substr(0, address.rfind('#')) + ": ";
    if (error.message.starts_with(prefix)) error.message.erase(0, prefix.size());
    return ItemFailure{address, std::move(error)};
  }

  void FinishFile(uint64_t bytes) { finished_bytes_ += bytes; }
  void FinishLines() {
    FinishFile(lines_->position());
    lines_.reset();
  }

  FileList list_;
  size_t next_unreadable_ = 0;
  size_t next_file_ = 0;
  std::string path_;
  std::optional<InputFile> lines_;  // open while a file of lines is being read
  uint64_t line_number_ = 0;
  uint64_t finished_bytes_ = 0;
  std::atomic<uint64_t> bytes_done_ = 0;
  uint64_t bytes_total_ = 0;
};

ItemStream::ItemStream(const std::vector<std::string>& paths,
                       const std::vector<std::string>& except)
    : state_(std::make_unique<State>(paths, except)) {}
ItemStream::~ItemStream() = default;
ItemStream::ItemStream(ItemStream&&) noexcept = default;

std::optional<ItemResult> ItemStream::Next() { return state_->Next(); }
uint64_t ItemStream::bytes_done() const { return state_->bytes_done(); }
uint64_t ItemStream::bytes_total() const { return state_->bytes_total(); }

}  // namespace afterword
