#include "cli/casebook_commands.h"

#include <fmt/core.h>

#include "cli/exit_status.h"
#include "cli/progress.h"
#include "store/backup.h"
#include "store/casebook.h"
#include "store/remove.h"
#include "store/verify.h"

namespace afterword {
namespace {

void PrintMismatch(const Mismatch& mismatch) {
  if (mismatch.statement) {
    fmt::print("document {}, statement {}: {}\n", mismatch.document, *mismatch.statement,
               mismatch.what);
  } else {
    fmt::print("document {}: {}\n", mismatch.document, mismatch.what);
  }
}

Result<Verification> VerifyAt(const std::string& path) {
  Casebook casebook = TRY(Casebook::Open(path, OpenMode::kReadOnly));
  Progress progress("documents");
  return Verify(casebook, [&](int64_t done, int64_t all) {
    progress.Show(done, all > 0 ? static_cast<double>(done) / static_cast<double>(all) : -1);
  });
}

Status BackUpAt(const std::string& from, const std::string& to) {
  Casebook casebook = TRY(Casebook::Open(from, OpenMode::kReadOnly));
  return BackUp(casebook, to);
}

Status RemoveAt(const RemoveArguments& arguments) {
  Casebook casebook = TRY(Casebook::Open(arguments.casebook, OpenMode::kReadWrite));
  const DocumentId document = TRY(casebook.Find(arguments.reference));
  return Remove(casebook, document, {arguments.removed_by, arguments.reason});
}

Result<std::vector<Failure>> FailuresAt(const std::string& path) {
  Casebook casebook = TRY(Casebook::Open(path, OpenMode::kReadOnly));
  return casebook.Failures();
}

ExitStatus StatusOf(const Error& error) {
  const bool is_about_arguments =
      error.code == ErrorCode::kNotFound || error.code == ErrorCode::kInvalidInput;
  return is_about_arguments ? kNothingDone : kCasebookUnusable;
}

}  // namespace

int RunVerify(const VerifyArguments& arguments) {
  const auto verification = VerifyAt(arguments.casebook);
  if (!verification.ok()) return Fail(verification.error());
  for (const Mismatch& mismatch : verification.value().mismatches) PrintMismatch(mismatch);
  fmt::print("{} documents and {} statements read again: {}\n", verification.value().documents,
             verification.value().statements,
             verification.value().mismatches.empty()
                 ? std::string("every quotation stands in its document")
                 : fmt::format("{} do not match", verification.value().mismatches.size()));
  return verification.value().mismatches.empty() ? kAllWell : kSomeFailed;
}

int RunBackup(const BackupArguments& arguments) {
  const Status status = BackUpAt(arguments.casebook, arguments.path);
  if (!status.ok()) return Fail(status.error(), StatusOf(status.error()));
  fmt::print("copied to {}\n", arguments.path);
  return kAllWell;
}

int RunRemove(const RemoveArguments& arguments) {
  const Status status = RemoveAt(arguments);
  if (!status.ok()) return Fail(status.error(), StatusOf(status.error()));
  fmt::print("{} is removed for good; a tombstone says who, when and why\n", arguments.reference);
  return kAllWell;
}

int RunFailures(const FailuresArguments& arguments) {
  const auto failures = FailuresAt(arguments.casebook);
  if (!failures.ok()) return Fail(failures.error());
  Table table({{"address", 0}, {"reason", 0}, {"failed_at", 0}});
  for (const Failure& failure : failures.value()) {
    table.AddRow({failure.address, failure.reason, failure.failed_at});
  }
  fmt::print("{}", table.ToText(arguments.format));
  return kAllWell;
}

}  // namespace afterword
