// The socket between the program and a reader's process.
//
// A request is a format in 1 byte, a length in 4, and the bytes to read; an answer is a length in
// 4 bytes and what record/wire.h writes. Numbers are little-endian. One request, one answer.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/item.h"

namespace afterword {

// The program's end.

/// A pair of connected sockets, closed by an exec; absent if there are no descriptors left.
struct SocketPair {
  int ours;
  int theirs;
};
std::optional<SocketPair> OpenChannel();

enum class Transfer { kDone, kClosed, kTooLate, kTooLong };

/// Asked several times a second while the other end is waited for.
using IsTooLate = std::function<bool()>;

Transfer SendRequest(int channel, const Item& item, const IsTooLate& is_too_late);

/// kTooLong above kMaxAnswerBytes.
Transfer ReceiveAnswer(int channel, std::string& answer, const IsTooLate& is_too_late);

// The reader's end; uses no system calls but read and write.

struct ReaderRequest {
  Format format = Format::kPlainText;
  std::string bytes;
};

/// Waits for the next request; false when the program is gone.
bool ReceiveRequest(int channel, ReaderRequest& request);
bool SendAnswer(int channel, std::string_view answer);

}  // namespace afterword
