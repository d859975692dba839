// Copies, measured: clusters of a JSONL file of documents, for scoring against a gold standard;
// and throughput and memory on synthetic ones.
//
//   bench_copies cluster DOCS.jsonl > CLUSTERS.jsonl     {"id","text","date"} → {"cluster","docs"}
//   bench_copies cluster DOCS.jsonl SEED > …             the same in another order
//   bench_copies synthetic COUNT                         COUNT documents made up, in five parts

#include <fmt/core.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "copies/synthetic.h"
#include "dedup/copy_finder.h"
#include "dedup/memory_shelf.h"

namespace afterword {
namespace {

struct Report {
  std::string id;
  std::string text;
  std::optional<Date> date;
};

/// Of processor time, so that other work on the machine does not count.
double Seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

long PeakMebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

std::vector<Report> ReadReports(const std::string& path) {
  std::vector<Report> reports;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const boost::json::object row = boost::json::parse(line).as_object();
    const boost::json::value* const date = row.if_contains("date");
    const bool has_date = date != nullptr && date->is_string();
    reports.push_back({row.at("id").as_string().c_str(), row.at("text").as_string().c_str(),
                       has_date ? DateFromIso(date->as_string().c_str()) : std::nullopt});
  }
  return reports;
}

void PrintClusters(const std::vector<CopyCluster>& clusters, const std::vector<Report>& reports) {
  for (size_t i = 0; i < clusters.size(); ++i) {
    boost::json::array ids;
    for (const uint32_t member : clusters[i].members) ids.emplace_back(reports[member].id);
    std::cout << boost::json::object{{"cluster", i},
                                     {"original", reports[clusters[i].original].id},
                                     {"docs", std::move(ids)}}
              << '\n';
  }
}

int Cluster(const std::string& path, const char* seed) {
  std::vector<Report> reports = ReadReports(path);
  if (seed != nullptr) {
    std::mt19937_64 random(std::strtoull(seed, nullptr, 10));
    std::shuffle(reports.begin(), reports.end(), random);
  }
  const double begin = Seconds();
  MemoryShelf shelf;
  CopyFinder finder(shelf);
  for (const Report& report : reports) finder.Add(MakeCopyEntry(report.text, report.date));
  const std::vector<CopyCluster> clusters = finder.Clusters();
  const double seconds = Seconds() - begin;
  PrintClusters(clusters, reports);
  const CopyCounts counts = finder.counts();
  fmt::print(stderr, "{} texts, {} clusters, {} compared, {} crowded keys; {:.0f} texts/CPU s\n",
             counts.texts, clusters.size(), counts.compared, counts.crowded_keys,
             static_cast<double>(counts.texts) / seconds);
  return 0;
}

int Synthetic(uint32_t count) {
  const SyntheticNews news;
  MemoryShelf shelf;
  CopyFinder finder(shelf);
  double made = 0;
  double part_begin = Seconds();
  double part_made = 0;
  size_t bytes = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const double before = Seconds();
    const SyntheticReport report = news.Make(i);
    part_made += Seconds() - before;
    bytes += report.text.size();
    finder.Add(MakeCopyEntry(report.text, report.date));
    if ((i + 1) % (count / 5) == 0) {
      const double seconds = Seconds() - part_begin - part_made;
      fmt::print("{:>8} texts: {:.0f} texts/CPU s, peak {} MiB, {} compared, {} crowded keys\n",
                 i + 1, count / 5 / seconds, PeakMebibytes(), finder.counts().compared,
                 finder.counts().crowded_keys);
      made += part_made;
      part_made = 0;
      part_begin = Seconds();
    }
  }
  const double before = Seconds();
  const std::vector<CopyCluster> clusters = finder.Clusters();
  size_t members = 0;
  for (const CopyCluster& cluster : clusters) members += cluster.members.size();
  fmt::print(
      "{} clusters of {} texts read in {:.1f} s; {:.0f} MB of text; made in {:.0f} s; "
      "peak {} MiB\n",
      clusters.size(), members, Seconds() - before, static_cast<double>(bytes) / 1e6, made,
      PeakMebibytes());
  return 0;
}

}  // namespace
}  // namespace afterword

int main(int argc, char** argv) {
  const std::string command = argc > 2 ? argv[1] : "";
  if (command == "cluster") return afterword::Cluster(argv[2], argc > 3 ? argv[3] : nullptr);
  if (command == "synthetic") {
    return afterword::Synthetic(static_cast<uint32_t>(std::strtoul(argv[2], nullptr, 10)));
  }
  fmt::print(stderr, "usage: bench_copies cluster DOCS.jsonl [SEED] | synthetic COUNT\n");
  return 2;
}
