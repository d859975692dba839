// The leaves of a query among documents.
#pragma once

#include <optional>
#include <string>

#include "search/evaluate.h"
#include "search/summary.h"
#include "store/database.h"

namespace afterword {

/// A document has a date, publisher or given id if one of its publications has; a speaker, kind
/// or force if one of its statements has.
class DocumentSets final : public LeafSets {
 public:
  /// Both must outlive this. With a summary it is quicker; the answers are the same.
  DocumentSets(Database& database, const Summary* summary)
      : database_(database), summary_(summary) {}

  Result<IdSet> Everything() override;
  std::optional<std::string> Match(const Clause& clause) const override;
  Result<IdSet> Matching(const std::string& match) override;
  Result<IdSet> Having(const Clause& field, const IdSet* within) override;

 private:
  Result<IdSet> OfActors(const std::vector<int64_t>& actors, std::string_view sql);
  Result<IdSet> OfPublishers(const std::string& words);
  Result<IdSet> OfDates(const DateRange& dates);
  Result<IdSet> OfId(const std::string& id);
  /// `probe` has the document as parameter 1, `scan` has none for it; the value is parameter 2.
  Result<IdSet> OfValue(const std::string& value, const IdSet* within, std::string_view probe,
                        std::string_view scan);

  Database& database_;
  const Summary* summary_;
};

}  // namespace afterword
