// A document put together again from its rows.
#pragma once

#include "base/result.h"
#include "store/casebook.h"
#include "store/database.h"

namespace afterword {

/// As Casebook::Load; errors say what is wrong without naming the document.
Result<StoredDocument> LoadDocument(Database& database, DocumentId id);

}  // namespace afterword
