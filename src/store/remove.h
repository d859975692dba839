// Taking a document out for good: privacy, or a wrong marking.
#pragma once

#include <string>

#include "store/casebook.h"

namespace afterword {

struct Removal {
  std::string removed_by;
  std::string reason;
};

/// Removes the text, its bytes, its statements and its words in the index from the file (not only
/// from view: free pages are overwritten, the index is merged, the log is emptied) and leaves a
/// tombstone. Errors: kNotFound; kInvalidInput without a name or a reason; kIo.
Status Remove(Casebook& casebook, DocumentId document, const Removal& removal);

}  // namespace afterword
