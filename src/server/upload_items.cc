#include "server/upload_items.h"

#include <fmt/core.h>

#include <algorithm>

#include "ingest/sniff.h"

namespace afterword {
namespace {

std::string NameOnly(std::string_view name) {
  std::string only(name.substr(name.find_last_of("/\\") + 1));
  std::erase_if(only, [](char c) { return static_cast<unsigned char>(c) < ' '; });
  return only.empty() ? "upload" : only;
}

}  // namespace

UploadItems::UploadItems(std::string_view name, std::string_view bytes)
    : name_(NameOnly(name)), rest_(bytes) {}

std::optional<ItemResult> UploadItems::Next() {
  if (has_lines_) return NextLine();
  if (started_) return std::nullopt;
  started_ = true;
  Result<Format> format = Sniff(rest_.substr(0, kSniffBytes));
  if (!format.ok()) return ItemFailure{name_, std::move(format).error()};
  has_lines_ = format.value() == Format::kJsonLine;
  if (has_lines_) return NextLine();
  return Item{name_, format.value(), std::string(rest_)};
}

std::optional<ItemResult> UploadItems::NextLine() {
  while (!rest_.empty()) {
    const std::string_view line = rest_.substr(0, rest_.find('\n'));
    rest_.remove_prefix(std::min(rest_.size(), line.size() + 1));
    ++line_number_;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    return Item{fmt::format("{}#{}", name_, line_number_), Format::kJsonLine, std::string(line)};
  }
  return std::nullopt;
}

}  // namespace afterword
