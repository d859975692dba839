#include "analyse/name_form.h"

#include <gtest/gtest.h>

namespace afterword {
namespace {

TEST(OneLine, JoinsANameBrokenOverLines) {
  EXPECT_EQ(OneLine("Anna\n  Berg"), "Anna Berg");
  EXPECT_EQ(OneLine("Berg"), "Berg");
}

TEST(NaturalCase, KeepsTheFirstLetterOfEachPart) {
  EXPECT_EQ(NaturalCase("ODUYA"), "Oduya");
  EXPECT_EQ(NaturalCase("ANNA BERG-LIND"), "Anna Berg-Lind");
  EXPECT_EQ(NaturalCase("O'BRIEN"), "O'Brien");
  EXPECT_EQ(NaturalCase("O\u2019BRIEN"), "O\u2019Brien");
  EXPECT_EQ(NaturalCase("BERGSTR\u00D6M"), "Bergstr\u00F6m");
  EXPECT_EQ(NaturalCase("\u00C9LOI \u00D6ST"), "\u00C9loi \u00D6st");
}

TEST(NaturalCase, LeavesWhatItCannotFold) {
  EXPECT_EQ(NaturalCase("\u0160IMKUS"), "\u0160imkus");
  EXPECT_EQ(NaturalCase("Berg"), "Berg");
  EXPECT_EQ(NaturalCase(""), "");
}

}  // namespace
}  // namespace afterword
