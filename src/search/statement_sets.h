// The leaves of a query among statements.
#pragma once

#include <optional>
#include <string>

#include "search/document_sets.h"
#include "search/evaluate.h"
#include "search/summary.h"
#include "store/database.h"

namespace afterword {

/// Words are looked for in what was said. Speaker, kind and force are the statement's own; its
/// date is when it was said or, if the text does not tell, when it was published. All other
/// fields are those of its document.
class StatementSets final : public LeafSets {
 public:
  /// Both must outlive this. With a summary it is quicker; the answers are the same.
  StatementSets(Database& database, const Summary* summary)
      : database_(database), summary_(summary), documents_(database, summary) {}

  Result<IdSet> Everything() override;
  std::optional<std::string> Match(const Clause& clause) const override;
  Result<IdSet> Matching(const std::string& match) override;
  Result<IdSet> Having(const Clause& field, const IdSet* within) override;

 private:
  Result<IdSet> OfSpeakers(const std::string& words);
  Result<IdSet> OfValue(const std::string& value, const IdSet* within, std::string_view probe,
                        std::string_view scan);
  Result<IdSet> OfDates(const DateRange& dates, const IdSet* within);
  Result<IdSet> OfDocuments(const IdSet& documents, const IdSet* within);

  Database& database_;
  const Summary* summary_;
  DocumentSets documents_;
};

}  // namespace afterword
