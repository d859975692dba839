#include "record/json.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

TEST(ToJson, ShowsADocumentWithAllThatWasFound) {
  Document document;
  document.text = "Oslo\n\n\"It holds,\" Berg said.";
  document.digest = Sha256(document.text);
  document.language = "en";
  document.blocks = {{BlockKind::kHeadline, {0, 4}}, {BlockKind::kParagraph, {6, 28}}};
  document.publication.id = "r1";
  document.publication.title = "Oslo";
  document.publication.published = Date{2024, 6, 0};
  Analysis analysis;
  analysis.reader = "rules-1";
  analysis.sentences = {{6, 28}};
  analysis.entities = {{"Berg", EntityKind::kPerson, {{18, 22}}}};
  Statement statement;
  statement.source = {{18, 22}};
  statement.cue = {{23, 27}};
  statement.content = {{7, 15}};
  statement.speaker = 0;
  statement.kind = StatementKind::kDirect;
  statement.score = 0.5F;
  analysis.statements = {statement};

  EXPECT_EQ(boost::json::serialize(ToJson(document, analysis)),
            R"({"id":"r1","title":"Oslo","date":"2024-06","modified":null,"publisher":null,)"
            R"("authors":[],"url":null,"address":null,"language":"en","dateline":null,"digest":")" +
                ToHex(document.digest) +
                R"(","text":"Oslo\n\n\"It holds,\" Berg said.","blocks":[{"kind":"headline",)"
                R"("span":[0,4]},{"kind":"paragraph","span":[6,28]}],"reader":"rules-1",)"
                R"("sentences":[[6,28]],"entities":[{"name":"Berg","kind":"person",)"
                R"("mentions":[[18,22]]}],"statements":[{"speaker":"Berg","speaker_entity":0,)"
                R"("source":[[18,22]],"cue":[[23,27]],"content":[[7,15]],"kind":"direct",)"
                R"("force":"assert","negated":false,"conditional":false,"said_at":null,)"
                R"("score":5E-1}]})");
}

TEST(Extent, ReachesFromTheFirstToTheLastSpan) {
  Statement statement;
  EXPECT_EQ(Extent(statement), Span{});
  statement.content = {{30, 40}, {50, 60}};
  statement.source = {{10, 20}};
  EXPECT_EQ(Extent(statement), (Span{10, 60}));
}

TEST(Names, GoBothWays) {
  for (const auto kind : {BlockKind::kHeadline, BlockKind::kTable}) {
    EXPECT_EQ(BlockKindFromName(Name(kind)), kind);
  }
  for (const auto force : {Force::kAssert, Force::kRefuse}) {
    EXPECT_EQ(ForceFromName(Name(force)), force);
  }
  EXPECT_EQ(EntityKindFromName("person"), EntityKind::kPerson);
  EXPECT_EQ(EntityKindFromName("nobody"), std::nullopt);
}

}  // namespace
}  // namespace afterword
