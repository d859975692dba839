// Looking after a casebook: verify, backup, remove, failures.
#pragma once

#include <string>

#include "cli/table.h"

namespace afterword {

struct VerifyArguments {
  std::string casebook;
};
/// `afterword verify`: re-reads every quotation against its document; kSomeFailed if any does not
/// match, each on a line of its own.
int RunVerify(const VerifyArguments& arguments);

struct BackupArguments {
  std::string casebook;
  std::string path;
};
/// `afterword backup FILE`.
int RunBackup(const BackupArguments& arguments);

struct RemoveArguments {
  std::string casebook;
  std::string reference;
  std::string removed_by;
  std::string reason;
};
/// `afterword remove REFERENCE --by NAME --reason TEXT`.
int RunRemove(const RemoveArguments& arguments);

struct FailuresArguments {
  std::string casebook;
  OutputFormat format = OutputFormat::kTable;
};
/// `afterword failures`: what could not be read, and why.
int RunFailures(const FailuresArguments& arguments);

}  // namespace afterword
