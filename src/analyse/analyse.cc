#include "analyse/analyse.h"

#include "analyse/attribute.h"
#include "analyse/force.h"
#include "analyse/names.h"
#include "analyse/reading.h"
#include "analyse/registry.h"
#include "analyse/said_at.h"
#include "analyse/speaker.h"

namespace afterword {
namespace {

constexpr std::string_view kReader = "rules-1";

bool IsRead(std::string_view language) {
  return language.empty() || language == "und" || language.starts_with("en");
}

Statement MakeStatement(const Reading& reading, const Document& document, Attribution attribution) {
  Statement statement;
  const Stance stance = StanceOf(reading, attribution);
  statement.kind = KindOf(reading, attribution);
  statement.force = stance.force;
  statement.negated = stance.negated;
  statement.conditional = stance.conditional;
  statement.said_at = SaidAt(reading, attribution, document.publication.published);
  statement.source = std::move(attribution.source);
  statement.cue = std::move(attribution.cue);
  statement.content = std::move(attribution.content);
  statement.score = attribution.score;
  return statement;
}

}  // namespace

Analysis Analyse(const Document& document) {
  Analysis analysis;
  analysis.reader = kReader;

  // From here on everything that form alone tells is known: tokens, sentences, quotations.
  const Reading reading = Read(document);
  analysis.sentences.reserve(reading.sentences.size());
  for (const TokenRange sentence : reading.sentences) {
    analysis.sentences.push_back(reading.SpanOf(sentence));
  }
  if (!IsRead(document.language)) return analysis;

  // The decision: from here on which words are source, cue and content is settled.
  std::vector<Attribution> attributions = Attribute(reading);

  Registry registry(reading, FindNames(reading));
  const auto speakers = ResolveSpeakers(reading, attributions, registry);
  analysis.entities = registry.ToEntities(reading);

  analysis.statements.reserve(attributions.size());
  for (size_t i = 0; i < attributions.size(); ++i) {
    analysis.statements.push_back(MakeStatement(reading, document, std::move(attributions[i])));
    analysis.statements.back().speaker = speakers[i];
  }
  return analysis;
}

}  // namespace afterword
