// Looking after a casebook: verify, backup, remove, failures.
#pragma once

#include <string>

#include "cli/table.h"

namespace afterword {

/// `afterword verify`: re-reads every quotation against its document; kSomeFailed if any does not
/// match, each on a line of its own.
int RunVerify(const std::string& casebook);

/// `afterword backup FILE`.
int RunBackup(const std::string& casebook, const std::string& path);

struct RemoveArguments {
  std::string casebook;
  std::string reference;
  std::string removed_by;
  std::string reason;
};
/// `afterword remove REFERENCE --by NAME --reason TEXT`.
int RunRemove(const RemoveArguments& arguments);

/// `afterword failures`: what could not be read, and why.
int RunFailures(const std::string& casebook, OutputFormat format);

}  // namespace afterword
