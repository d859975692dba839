// Finding documents and statements in a casebook.
#pragma once

#include <cstddef>
#include <string>

#include "cli/table.h"
#include "search/statement_search.h"

namespace afterword {

struct SearchArguments {
  std::string casebook;
  std::string query;
  SortBy sort = SortBy::kRelevance;
  OutputFormat format = OutputFormat::kTable;
  size_t limit = 50;
};

/// `afterword search QUERY`: documents, each with the sentence that answers.
int RunSearch(const SearchArguments& arguments);

struct StatementsArguments {
  std::string casebook;
  StatementFilter filter;
  OutputFormat format = OutputFormat::kTable;
  size_t limit = 50;
};

/// `afterword statements`: who said what, each with its sentence.
int RunStatements(const StatementsArguments& arguments);

}  // namespace afterword
