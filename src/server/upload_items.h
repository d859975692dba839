// The documents in what was sent by a page: one file, whole in memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/item.h"

namespace afterword {

class UploadItems {
 public:
  /// `bytes` must outlive this. `name` is the file's; folders in it are cut off.
  UploadItems(std::string_view name, std::string_view bytes);

  /// The file as one item, or its lines if it holds JSON lines; or why it holds nothing that is
  /// read. Absent at the end.
  std::optional<ItemResult> Next();

 private:
  std::optional<ItemResult> NextLine();

  std::string name_;
  std::string_view rest_;
  bool started_ = false;
  bool has_lines_ = false;
  size_t line_number_ = 0;
};

}  // namespace afterword
