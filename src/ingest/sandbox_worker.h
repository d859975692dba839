// The process that reads hostile bytes: takes a request, answers, takes the next.
//
// It is the program itself, started anew with a first argument that no command has. A fork of the
// running program would hold its memory (casebook pages, other people's documents), and the locks
// that its other threads had at that moment.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "ingest/item.h"
#include "record/document.h"

namespace afterword {

/// The first argument that starts a reader's process.
inline constexpr const char* kReaderArgument = "reader-worker";

/// How a reader's process ends, besides signals and 0 (the program is gone).
enum ReaderExit : int {
  kReaderOutOfMemory = 12,
  /// It could not be confined, and has read nothing.
  kReaderUnconfined = 13,
};

/// What a reader does with the bytes of a request. An exception becomes kInternal;
/// std::bad_alloc ends the process.
using ReadBytesFunction = std::function<Result<Document>(Format, std::string_view)>;

/// Confines this process, which must have one thread, and answers requests on `channel` by
/// `read_bytes` until the channel is closed.
[[noreturn]] void RunWorker(int channel, const ReadBytesFunction& read_bytes);

/// To be called first in main: where the arguments ask for a reader's process, loads what the
/// readers of all formats need, runs it on descriptor 0, and does not return.
void RunIfReaderWorker(int count, const char* const* arguments);

}  // namespace afterword
