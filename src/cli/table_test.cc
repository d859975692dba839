#include "cli/table.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

Table Sample() {
  Table table({{"who", 0}, {"what", 8}});
  table.AddRow({"Ärzte", "one, \"two\"\nthree"});
  table.AddRow({"B", "short"});
  return table;
}

TEST(Table, AlignsByCharactersAndCuts) {
  EXPECT_EQ(Sample().ToText(OutputFormat::kTable),
            "who    what\n"
            "Ärzte  one, \"t…\n"
            "B      short\n");
}

TEST(Table, QuotesCsv) {
  EXPECT_EQ(Sample().ToText(OutputFormat::kCsv),
            "who,what\r\nÄrzte,\"one, \"\"two\"\"\nthree\"\r\nB,short\r\n");
}

TEST(Table, KeepsEverythingInJson) {
  EXPECT_EQ(Sample().ToText(OutputFormat::kJson),
            R"([{"who":"Ärzte","what":"one, \"two\"\nthree"},{"who":"B","what":"short"}])"
            "\n");
}

}  // namespace
}  // namespace afterword
