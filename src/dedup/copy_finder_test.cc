#include "dedup/copy_finder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include "dedup/memory_shelf.h"
#include "golden.h"

namespace afterword {
namespace {

struct Report {
  std::string id;
  std::string date;
  std::string text;
};

/// "{original: copies} {…}" in the order of the alphabet, after adding `reports` in `order`.
std::string Clusters(const std::vector<Report>& reports, const std::vector<size_t>& order,
                     CopyOptions options = {}) {
  MemoryShelf shelf;
  CopyFinder finder(shelf, options);
  for (const size_t i : order) {
    finder.Add(MakeCopyEntry(reports[i].text, DateFromIso(reports[i].date)));
  }
  std::vector<std::string> lines;
  for (const CopyCluster& cluster : finder.Clusters()) {
    std::vector<std::string> copies;
    for (const uint32_t member : cluster.members) {
      if (member != cluster.original) copies.push_back(reports[order[member]].id);
    }
    std::sort(copies.begin(), copies.end());
    std::string line = reports[order[cluster.original]].id + ":";
    for (const std::string& copy : copies) line += " " + copy;
    lines.push_back(line);
  }
  std::sort(lines.begin(), lines.end());
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

std::vector<size_t> InOrder(size_t count) {
  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t{0});
  return order;
}

std::string Clusters(const std::vector<Report>& reports, CopyOptions options = {}) {
  return Clusters(reports, InOrder(reports.size()), options);
}

/// "== id date" above each text.
std::vector<Report> ReadReports(const std::string& path) {
  const std::string file = ReadSourceFile(path);
  std::vector<Report> reports;
  for (size_t begin = file.find("== "); begin != std::string::npos;) {
    const size_t line_end = file.find('\n', begin);
    const size_t next = file.find("\n== ", line_end);
    const std::string head = file.substr(begin + 3, line_end - begin - 3);
    const size_t space = head.find(' ');
    reports.push_back({head.substr(0, space), head.substr(space + 1),
                       file.substr(line_end + 1, next - line_end)});
    begin = next == std::string::npos ? next : next + 1;
  }
  return reports;
}

TEST(CopyFinder, FindsTheCopiesAmongStories) {
  const std::vector<Report> reports = ReadReports("tests/copies/stories.txt");
  ASSERT_GE(reports.size(), 15u);
  ExpectGolden("tests/copies/clusters.golden", Clusters(reports));
}

TEST(CopyFinder, FindsTheSameInAnyOrder) {
  const std::vector<Report> reports = ReadReports("tests/copies/stories.txt");
  const std::string expected = Clusters(reports);
  std::vector<size_t> order = InOrder(reports.size());
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    EXPECT_EQ(Clusters(reports, order), expected);
  }
}

/// `count` words drawn from 3,000, always the same for one seed.
std::string Story(uint32_t seed, int count) {
  std::mt19937 random(seed);
  std::string text;
  for (int i = 0; i < count; ++i) text += fmt::format("word{} ", random() % 3000);
  return text;
}

TEST(CopyFinder, HoldsToTheWindow) {
  const std::string text = Story(1, 150);
  const std::vector<Report> reports = {
      {"a", "2024-01-01", text}, {"b", "2024-01-31", text + "x"}, {"c", "2024-03-02", text + "y"}};
  EXPECT_EQ(Clusters(reports), "a: b\n");
  EXPECT_EQ(Clusters(reports, CopyOptions{.window_days = 31}), "a: b c\n");
  EXPECT_EQ(Clusters(reports, CopyOptions{.window_days = 29}), "\n");
}

TEST(CopyFinder, JoinsUndatedTextsToDatedOnes) {
  const std::string text = Story(1, 150);
  EXPECT_EQ(Clusters({{"saved", "", text + "x"}, {"dated", "2019-07-01", text}}), "dated: saved\n");
}

TEST(CopyFinder, TakesTheFullestOfTheEarliestForTheOriginal) {
  const std::string text = Story(1, 150);
  EXPECT_EQ(Clusters({{"later", "2024-01-02", text + Story(7, 80)},
                      {"short", "2024-01-01", Story(1, 100)},
                      {"full", "2024-01-01", text}}),
            "full: later short\n");
}

/// 600 reports: 80 share one footer, 130 are variants of one story, the rest small clusters and
/// singles, so that keys become crowded while texts arrive.
std::vector<Report> CrowdedReports() {
  std::vector<Report> reports;
  std::mt19937 random(2);
  const std::string footer = Story(900, 60);
  for (uint32_t i = 0; i < 600; ++i) {
    std::string text = Story(10'000 + i / 3, 120);
    if (i < 80) text = Story(20'000 + i, 60) + footer;
    if (i >= 80 && i < 210) text = Story(5, 200) + Story(30'000 + i, 20);
    if (i >= 210 && i % 3 != 0) text += Story(40'000 + i, 1 + static_cast<int>(random() % 120));
    reports.push_back({fmt::format("r{:03}", i), "2024-01-01", text});
  }
  return reports;
}

TEST(CopyFinder, FindsTheSameInAnyOrderThoughKeysBecomeCrowded) {
  const std::vector<Report> reports = CrowdedReports();
  std::vector<size_t> order = InOrder(reports.size());
  const std::string expected = Clusters(reports, order);
  std::mt19937 random(13);
  for (int round = 0; round < 6; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    EXPECT_EQ(Clusters(reports, order), expected);
  }
}

TEST(CopyFinder, HoldsAStoryWithManyVariantsTogether) {
  MemoryShelf shelf;
  CopyFinder finder(shelf);
  for (const Report& report : CrowdedReports()) {
    finder.Add(MakeCopyEntry(report.text, DateFromIso(report.date)));
  }
  EXPECT_GT(finder.counts().crowded_keys, 0u);
  const auto clusters = finder.Clusters();
  size_t largest = 0;
  for (const CopyCluster& cluster : clusters) largest = std::max(largest, cluster.members.size());
  EXPECT_EQ(largest, 130u);
}

// Two texts that meet only in what many others have too are not compared in the end, though they
// were when the second came.
TEST(CopyFinder, TakesBackJoinsThatRestedOnCrowdedKeys) {
  const std::string footer = Story(900, 60);
  std::vector<Report> reports = {{"a", "2024-01-01", footer + Story(1, 85)},
                                 {"b", "2024-01-02", footer + Story(2, 85)}};
  EXPECT_EQ(Clusters(reports), "a: b\n");
  for (uint32_t i = 0; i < 400; ++i) {
    reports.push_back({fmt::format("c{}", i), "2024-01-01", Story(100 + i, 100) + footer});
  }
  EXPECT_EQ(Clusters(reports), "\n");
  std::reverse(reports.begin(), reports.end());
  EXPECT_EQ(Clusters(reports), "\n");
}

TEST(CopyFinder, PassesOverAFormFilledInOverAndOver) {
  MemoryShelf shelf;
  CopyFinder finder(shelf);
  const std::string form = Story(3, 400);
  for (uint32_t i = 0; i < 1'500; ++i) {
    finder.Add(MakeCopyEntry(form + fmt::format("number{}", i), std::nullopt));
  }
  EXPECT_GT(finder.counts().crowded_keys, 0u);
  // A few are joined by their number, where two hash alike.
  for (const CopyCluster& cluster : finder.Clusters()) EXPECT_LT(cluster.members.size(), 5u);
}

TEST(CopyFinder, GoesOnFromSavedEdges) {
  const std::vector<Report> reports = CrowdedReports();
  MemoryShelf shelf;
  std::vector<CopyEdge> edges;
  for (size_t i = 0; i < reports.size(); ++i) {
    CopyFinder finder(shelf, {}, edges);
    finder.Add(MakeCopyEntry(reports[i].text, DateFromIso(reports[i].date)));
    edges = finder.edges();
  }
  CopyFinder resumed(shelf, {}, edges);
  MemoryShelf whole_shelf;
  CopyFinder whole(whole_shelf);
  for (const Report& report : reports) {
    whole.Add(MakeCopyEntry(report.text, DateFromIso(report.date)));
  }
  const auto members = [](CopyFinder& finder) {
    std::vector<std::vector<uint32_t>> all;
    for (const CopyCluster& cluster : finder.Clusters()) all.push_back(cluster.members);
    return all;
  };
  EXPECT_EQ(members(resumed), members(whole));
}

}  // namespace
}  // namespace afterword
