#include "cli/table.h"

#include <algorithm>
#include <boost/json.hpp>

namespace afterword {
namespace {

bool StartsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

size_t CountCharacters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), StartsCharacter));
}

/// One line of at most `widest` characters.
std::string FitCell(std::string text, size_t widest) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  if (widest == 0 || CountCharacters(text) <= widest) return text;
  size_t end = 0;
  for (size_t characters = 0; end < text.size(); ++end) {
    if (StartsCharacter(text[end]) && ++characters == widest) break;
  }
  return text.substr(0, end) + "…";
}

std::string CsvCell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c;
    if (c == '"') quoted += '"';
  }
  return quoted + "\"";
}

void AppendCsvRow(const std::vector<std::string>& cells, std::string& out) {
  for (size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += CsvCell(cells[i]);
  }
  out += "\r\n";
}

}  // namespace

std::string Table::ToText(OutputFormat format) const {
  switch (format) {
    case OutputFormat::kJson:
      return ToJson();
    case OutputFormat::kCsv:
      return ToCsv();
    case OutputFormat::kTable:
      break;
  }
  return ToAligned();
}

std::string Table::ToAligned() const {
  std::vector<std::vector<std::string>> lines(1);
  for (const Column& column : columns_) lines[0].push_back(column.name);
  for (const auto& row : rows_) {
    std::vector<std::string>& line = lines.emplace_back();
    for (size_t i = 0; i < row.size(); ++i) line.push_back(FitCell(row[i], columns_[i].widest));
  }
  std::vector<size_t> widths(columns_.size());
  for (const auto& line : lines) {
    for (size_t i = 0; i < line.size(); ++i) {
      widths[i] = std::max(widths[i], CountCharacters(line[i]));
    }
  }
  std::string out;
  for (const auto& line : lines) {
    for (size_t i = 0; i < line.size(); ++i) {
      out += line[i];
      const bool is_last = i + 1 == line.size();
      if (!is_last) out.append(widths[i] - CountCharacters(line[i]) + 2, ' ');
    }
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
  }
  return out;
}

std::string Table::ToCsv() const {
  std::string out;
  std::vector<std::string> names;
  for (const Column& column : columns_) names.push_back(column.name);
  AppendCsvRow(names, out);
  for (const auto& row : rows_) AppendCsvRow(row, out);
  return out;
}

std::string Table::ToJson() const {
  boost::json::array array;
  for (const auto& row : rows_) {
    boost::json::object object;
    for (size_t i = 0; i < row.size(); ++i) object[columns_[i].name] = row[i];
    array.push_back(std::move(object));
  }
  return boost::json::serialize(array) + "\n";
}

}  // namespace afterword
