// From paths to items: files, lines of JSONL, standard input. Light work on one thread, streamed,
// so that memory does not grow with the input.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"

namespace afterword {

enum class Format { kPlainText, kHtml, kJsonLine };

/// Bytes to be read as one document.
struct Item {
  /// A path; inside a container what follows '#': "news.jsonl#12" (line 12), "-" for standard
  /// input.
  std::string address;
  Format format = Format::kPlainText;
  std::string bytes;
};

struct ItemFailure {
  std::string address;
  Error error;
};

/// Either an item or the reason why there is none at that address.
using ItemResult = std::variant<Item, ItemFailure>;

/// The items under the paths that a person named, in order.
class ItemStream {
 public:
  /// Files of `except` are passed over within folders: a casebook is no report.
  explicit ItemStream(const std::vector<std::string>& paths,
                      const std::vector<std::string>& except = {});
  ~ItemStream();
  ItemStream(ItemStream&&) noexcept;

  /// Absent at the end. One bad file never ends the stream.
  std::optional<ItemResult> Next();

  /// For progress: bytes of the files so far and in all (0 for standard input). May be asked from
  /// another thread than Next.
  uint64_t bytes_done() const;
  uint64_t bytes_total() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace afterword
