#include "analyse/names.h"

#include <gtest/gtest.h>

#include <string>

#include "analyse/registry.h"

namespace afterword {
namespace {

struct Case {
  const char* name;
  const char* text;
  /// "kind:name" of each entity, with '|' between them.
  const char* expected;
};

class Entities : public testing::TestWithParam<Case> {};

TEST_P(Entities, AreNamed) {
  Document document;
  document.text = GetParam().text;
  const Reading reading = Read(document);
  std::string dump;
  for (const Entity& entity : Registry(reading, FindNames(reading)).ToEntities(reading)) {
    if (!dump.empty()) dump += '|';
    dump += std::string(Name(entity.kind)) + ":" + entity.name;
  }
  EXPECT_EQ(dump, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Entities,
    testing::Values(
        Case{"FirstName", "It was Jens Holm who left.", "person:Jens Holm"},
        Case{"Title", "It was Mr. Quill who left.", "person:Quill"},
        Case{"Role", "It was general Orlen Quill who left.", "person:Orlen Quill"},
        Case{"Country", "Ukrainian President Volodymyr Holm left.", "person:Volodymyr Holm"},
        Case{"BodyThenTitle", "It was NATO Secretary General Jens Holm.",
             "person:Jens Holm|organisation:NATO"},
        Case{"Age", "Then Orlen Quill, 43, left.", "person:Orlen Quill"},
        Case{"Particle", "It was Ursula von der Leyen.", "person:Ursula von der Leyen"},
        Case{"Body", "It was the Ministry of Fisheries.", "organisation:Ministry of Fisheries"},
        Case{"BodyLast", "It was the Harbour Department.", "organisation:Harbour Department"},
        Case{"Acronym", "The OKZ met.", "organisation:OKZ"},
        Case{"Known", "The European Union met.", "organisation:European Union"},
        Case{"Place", "They met in South Korea.", "place:South Korea"},
        Case{"Unknown", "They met in Karsa.", "other:Karsa"},
        Case{"SentenceBeginning", "Ships left.", ""}, Case{"Weekday", "They met on Monday.", ""}),
    [](const auto& test) { return std::string(test.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Merges, Entities,
    testing::Values(Case{"Surname", "Jens Holm left. Then Holm came.", "person:Jens Holm"},
                    Case{"SurnameFirst", "Then Holm came, as Jens Holm does.", "person:Jens Holm"},
                    Case{"TwoOfOneName", "Then Jens Holm met Anna Holm.",
                         "person:Jens Holm|person:Anna Holm"},
                    Case{"FirstNameAlone", "Jens Holm left. Then Jens came.", "person:Jens Holm"},
                    Case{"Twice", "They met in Karsa, in Karsa.", "other:Karsa"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Registry, TellsTwoOfOneNameByGender) {
  Document document;
  document.text = "Jens Holm met Anna Holm. Mr. Holm left. Mrs. Holm stayed.";
  const Reading reading = Read(document);
  const Registry registry(reading, FindNames(reading));
  ASSERT_EQ(registry.figures().size(), 2u);
  EXPECT_EQ(registry.figures()[0].mentions.size(), 2u);
  EXPECT_EQ(registry.figures()[1].mentions.size(), 2u);
}

}  // namespace
}  // namespace afterword
