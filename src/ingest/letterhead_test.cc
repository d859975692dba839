#include "ingest/letterhead.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

/// "title | date | publisher | kinds of lines".
std::string Dump(const std::vector<std::string_view>& lines) {
  const auto letterhead = ReadLetterhead(lines);
  if (!letterhead) return "none";
  std::string kinds;
  for (const LetterheadLine line : letterhead->lines) kinds += "tdp"[static_cast<size_t>(line)];
  return letterhead->title + " | " + ToIso(letterhead->date) + " | " + letterhead->publisher +
         " | " + kinds;
}

TEST(ReadLetterhead, ReadsHearings) {
  EXPECT_EQ(Dump({"COAST FORUM", "Committee on Bridges", "Hearing on bolts: extract",
                  "The Hague, 19 April 2023", "Published by the Forum Record Office"}),
            "Hearing on bolts: extract | 2023-04-19 | Forum Record Office | tttdp");
  EXPECT_EQ(Dump({"COAST FORUM", "Oral evidence: bolts", "Wednesday 15 May 2024",
                  "(Forum Record Office)"}),
            "Oral evidence: bolts | 2024-05-15 | Forum Record Office | ttdp");
}

TEST(ReadLetterhead, ReadsMinutesWithTheDateInTheirTitle) {
  EXPECT_EQ(Dump({"Coast Forum, Sub-Committee on Bridges",
                  "Minutes of the meeting held at Turku on 22 November 2023", "Record Office"}),
            "Minutes of the meeting held at Turku on 22 November 2023 | 2023-11-22 | "
            "Record Office | ttp");
}

TEST(ReadLetterhead, LeavesWrappedParagraphsAlone) {
  EXPECT_EQ(Dump({"The bridge opened on 6 June 2024 and the first", "lorries crossed it at noon."}),
            "none");
  EXPECT_EQ(Dump({"One line, 6 June 2024"}), "none");
  EXPECT_EQ(Dump({"Two lines", "without a date"}), "none");
}

}  // namespace
}  // namespace afterword
