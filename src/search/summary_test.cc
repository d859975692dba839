#include "search/summary.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <string>

#include "search/test_casebook.h"
#include "store/remove.h"

namespace afterword {
namespace {

/// Everything in one text, in an order of its own.
std::string Dump(const Summary& summary) {
  std::string dump;
  for (size_t id = 0; id < summary.documents().size(); ++id) {
    const Summary::DocumentFacts& facts = summary.documents()[id];
    if (!facts.exists) continue;
    dump += fmt::format("document {} {} {} {}\n", id, summary.languages()[facts.language],
                        facts.date, facts.first_publication);
  }
  for (const Summary::PublicationFacts& facts : summary.publications()) {
    dump += fmt::format("publication of {} by {} {}\n", facts.document,
                        summary.publishers()[facts.publisher], facts.date);
  }
  const auto name = [&](uint32_t actor) {
    const Summary::ActorFacts* facts = summary.Actor(actor);
    return std::string(facts == nullptr ? "-" : summary.NameOf(*facts));
  };
  for (size_t id = 0; id < summary.statements().size(); ++id) {
    const Summary::StatementFacts& facts = summary.statements()[id];
    if (facts.document == 0) continue;
    dump += fmt::format("statement {} in {} by {} {} {} {}\n", id, facts.document,
                        name(facts.speaker), facts.said_at, Name(facts.kind), Name(facts.force));
  }
  for (const Summary::OrganisationFacts& facts : summary.organisations()) {
    dump += fmt::format("organisation {} in {}\n", name(facts.actor), facts.document);
  }
  return dump;
}

constexpr const char* kAll =
    "document 1 en 20240606 1\n"
    "document 2 en 20240520 2\n"
    "document 3 en 20231100 3\n"
    "document 4 de 0 4\n"
    "publication of 1 by Bay Gazette 20240606\n"
    "publication of 1 by Morning Wire 20240701\n"
    "publication of 2 by Harbour Post 20240520\n"
    "publication of 3 by Bay Gazette 20231100\n"
    "publication of 4 by  0\n"
    "statement 1 in 1 by Jana Novak 20240605 direct promise\n"
    "statement 2 in 2 by Recep Erdoğan 0 indirect deny\n"
    "statement 3 in 2 by Recep Erdoğan 0 indirect expect\n"
    "organisation Northern Alliance in 1\n";

TEST(Summary, HoldsWhatTheCasebookHolds) {
  TestCasebook casebook;
  EXPECT_EQ(Dump(casebook.MakeSummary()), kAll);
}

TEST(Summary, ReadsOnWhereItStopped) {
  TestFolder folder;
  Casebook casebook = Casebook::Open(folder / "test.casebook", OpenMode::kCreate).value();
  Summary summary;
  EXPECT_TRUE(summary.IsFresh(casebook.database()).value());
  // The last report is a second publication of the first.
  for (const TestReport& report : TestReports()) {
    const std::vector<PackedReading> packed{Pack(ToReading(report)).value()};
    ASSERT_TRUE(casebook.Add(packed).ok());
    EXPECT_FALSE(summary.IsFresh(casebook.database()).value());
    ASSERT_TRUE(summary.Refresh(casebook.database()).ok());
    EXPECT_TRUE(summary.IsFresh(casebook.database()).value());
  }
  EXPECT_EQ(Dump(summary), kAll);
}

TEST(Summary, ForgetsWhatWasRemoved) {
  TestCasebook casebook;
  Summary summary = casebook.MakeSummary();
  ASSERT_TRUE(Remove(casebook.casebook(), 1, {"A. Keeper", "asked for"}).ok());
  EXPECT_FALSE(summary.IsFresh(casebook.database()).value());
  ASSERT_TRUE(summary.Refresh(casebook.database()).ok());
  EXPECT_EQ(Dump(summary), Dump(casebook.MakeSummary()));
  EXPECT_EQ(Dump(summary).find("Novak"), std::string::npos);
  EXPECT_FALSE(summary.Document(1).exists);
  EXPECT_EQ(summary.Statement(99).document, 0u);
}

}  // namespace
}  // namespace afterword
