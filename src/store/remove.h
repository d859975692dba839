// Taking a document out for good: privacy, or a wrong marking.
//
// Two steps. In one transaction the document leaves every table and its words the index, and a
// tombstone is set: from then on nobody finds it. Then the file is made anew and the log emptied,
// so that none of its bytes are left in either. A stop between the two is made good when the
// casebook is next opened for writing.
#pragma once

#include <string>

#include "store/casebook.h"
#include "store/database.h"

namespace afterword {

struct Removal {
  std::string removed_by;
  std::string reason;
};

/// Removes the text, its bytes, its statements, names that no other document holds, and its words
/// in the index, from view and from the file, and leaves a tombstone with the digest. Takes as
/// long as copying the casebook, and as much room on the disk.
/// Errors: kNotFound; kInvalidInput without a name or a reason; kCorrupt; kIo. If another program
/// reads all the while, kIo with a message that says so: the document is out of view, its bytes
/// go at the next opening.
Status Remove(Casebook& casebook, DocumentId document, const Removal& removal);

/// The second step, if any removal still waits for it.
Status EraseRemoved(Database& database);

}  // namespace afterword
