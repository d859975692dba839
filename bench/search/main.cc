// How long searches take: `bench_search CASEBOOK QUERIES [runs]`.
//
// QUERIES has one a line: d (documents), s (statements), f (facets) or p (speakers), a blank and
// the query. Prints the median of each and the 95th percentile of each kind, with the summary that
// the server keeps.

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "search/document_search.h"
#include "search/facets.h"
#include "search/query_parser.h"
#include "search/speakers.h"
#include "search/statement_search.h"
#include "search/summary.h"
#include "store/casebook.h"

namespace afterword {
namespace {

template <typename Work>
double Milliseconds(Work work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

/// How much was found.
Result<int64_t> Answer(Database& database, const Summary& summary, char kind,
                       const std::string& typed) {
  if (kind == 'p') return static_cast<int64_t>(FindSpeakers(summary, typed, 20).size());
  const Clause query = TRY(ParseQuery(typed));
  if (kind == 'd') return TRY(SearchDocuments(database, query, {}, &summary)).total;
  if (kind == 's') return TRY(SearchStatements(database, query, {}, &summary)).total;
  return static_cast<int64_t>(TRY(CountFacets(database, summary, query)).publishers.size());
}

double Quantile(std::vector<double> times, double share) {
  std::sort(times.begin(), times.end());
  return times[static_cast<size_t>(static_cast<double>(times.size() - 1) * share)];
}

Status Measure(const std::string& path, const std::string& queries, int runs) {
  Casebook casebook = TRY(Casebook::Open(path, OpenMode::kReadOnly));
  TRY(casebook.database().Execute("PRAGMA cache_size = -32768"));  // as the server's readers
  Summary summary;
  Status refreshed = Ok();
  fmt::print("{:9.1f} ms  summary\n",
             Milliseconds([&] { refreshed = summary.Refresh(casebook.database()); }));
  TRY(std::move(refreshed));
  std::map<char, std::vector<double>> all;
  std::ifstream lines(queries);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    const std::string typed = line.size() > 2 ? line.substr(2) : "";
    std::vector<double> times;
    Result<int64_t> found = int64_t{0};
    for (int run = 0; run < runs; ++run) {
      times.push_back(
          Milliseconds([&] { found = Answer(casebook.database(), summary, line[0], typed); }));
    }
    if (!found.ok()) return found.error();
    fmt::print("{:9.1f} ms  {:>9}  {}\n", Quantile(times, 0.5), found.value(), line);
    auto& of_kind = all[line[0]];
    of_kind.insert(of_kind.end(), times.begin(), times.end());
  }
  for (const auto& [kind, times] : all) {
    fmt::print("{}: median {:.1f} ms, p95 {:.1f} ms of {}\n", kind, Quantile(times, 0.5),
               Quantile(times, 0.95), times.size());
  }
  return Ok();
}

}  // namespace
}  // namespace afterword

int main(int count, char** arguments) {
  if (count < 3) {
    fmt::print(stderr, "bench_search CASEBOOK QUERIES [runs]\n");
    return 2;
  }
  const int runs = count > 3 ? std::atoi(arguments[3]) : 5;
  const auto status = afterword::Measure(arguments[1], arguments[2], runs);
  if (!status.ok()) fmt::print(stderr, "{}\n", status.error().message);
  return status.ok() ? 0 : 1;
}
