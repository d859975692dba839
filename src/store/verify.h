// Proof that the casebook still says what the documents say.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/casebook.h"

namespace afterword {

/// One thing that does not match: which document or statement, and how.
struct Mismatch {
  DocumentId document = 0;
  std::optional<StatementId> statement;
  std::string what;
};

struct Verification {
  int64_t documents = 0;
  int64_t statements = 0;
  std::vector<Mismatch> mismatches;
};

/// Checks SQLite's own integrity, every text against its digest, every original against its
/// digest, every span against its text and every quotation against the words recorded for it.
/// `progress` is called with documents done and in all.
Result<Verification> Verify(Casebook& casebook,
                            const std::function<void(int64_t, int64_t)>& progress);

}  // namespace afterword
