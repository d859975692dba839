// Rows for a person (aligned columns), for a spreadsheet (CSV) or for a program (JSON).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace afterword {

enum class OutputFormat { kTable, kJson, kCsv };

struct Column {
  std::string name;
  /// Columns of characters on the screen beyond which a cell is cut with "…"; 0: never.
  size_t widest = 0;
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// One cell a column. Line breaks become blanks, except in JSON and CSV.
  void AddRow(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

  /// All rows in `format`: aligned with a line of names above; RFC 4180 with a header; or a JSON
  /// array of objects.
  std::string ToText(OutputFormat format) const;

 private:
  std::string ToAligned() const;
  std::string ToCsv() const;
  std::string ToJson() const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace afterword
