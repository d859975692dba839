#include "ingest/sandbox_channel.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/limits.h"

namespace afterword {
namespace {

using Length = uint32_t;
using RequestHead = std::array<char, 1 + sizeof(Length)>;

static_assert(kMaxInputBytes <= UINT32_MAX && kMaxAnswerBytes <= UINT32_MAX);

/// How long send and recv wait before it is asked whether it is too late.
constexpr timeval kPatience{.tv_sec = 0, .tv_usec = 100'000};

RequestHead HeadOf(const Item& item) {
  RequestHead head;
  head[0] = static_cast<char>(item.format);
  const auto length = static_cast<Length>(item.bytes.size());
  std::memcpy(&head[1], &length, sizeof length);
  return head;
}

/// What an interrupted or failed transfer means; absent: try again.
std::optional<Transfer> Judge(int error, const IsTooLate& is_too_late) {
  if (error == EINTR) return std::nullopt;
  if (error != EAGAIN && error != EWOULDBLOCK) return Transfer::kClosed;
  if (is_too_late()) return Transfer::kTooLate;
  return std::nullopt;
}

Transfer ReceiveAll(int channel, char* target, size_t size, const IsTooLate& is_too_late) {
  while (size > 0) {
    const ssize_t received = recv(channel, target, size, 0);
    if (received == 0) return Transfer::kClosed;
    if (received < 0) {
      if (const auto end = Judge(errno, is_too_late)) return *end;
      continue;
    }
    target += received;
    size -= static_cast<size_t>(received);
  }
  return Transfer::kDone;
}

bool ReadAll(int channel, char* target, size_t size) {
  while (size > 0) {
    const ssize_t count = read(channel, target, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    target += count;
    size -= static_cast<size_t>(count);
  }
  return true;
}

bool WriteAll(int channel, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(channel, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

}  // namespace

std::optional<SocketPair> OpenChannel() {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return std::nullopt;
  setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
  setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &kPatience, sizeof kPatience);
  return SocketPair{ends[0], ends[1]};
}

Transfer SendRequest(int channel, const Item& item, const IsTooLate& is_too_late) {
  RequestHead head = HeadOf(item);
  size_t sent = 0;
  while (sent < head.size() + item.bytes.size()) {
    const size_t of_head = std::min(sent, head.size());
    const size_t of_bytes = sent - of_head;
    // sendmsg takes pointers to what it does not change.
    std::array<iovec, 2> parts{{
        {head.data() + of_head, head.size() - of_head},
        {const_cast<char*>(item.bytes.data()) + of_bytes, item.bytes.size() - of_bytes},
    }};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const ssize_t count = sendmsg(channel, &message, MSG_NOSIGNAL);
    if (count >= 0) {
      sent += static_cast<size_t>(count);
    } else if (const auto end = Judge(errno, is_too_late)) {
      return *end;
    }
  }
  return Transfer::kDone;
}

Transfer ReceiveAnswer(int channel, std::string& answer, const IsTooLate& is_too_late) {
  Length length = 0;
  std::array<char, sizeof length> head;
  const Transfer of_head = ReceiveAll(channel, head.data(), head.size(), is_too_late);
  if (of_head != Transfer::kDone) return of_head;
  std::memcpy(&length, head.data(), sizeof length);
  if (length > kMaxAnswerBytes) return Transfer::kTooLong;
  answer.resize(length);
  return ReceiveAll(channel, answer.data(), answer.size(), is_too_late);
}

bool ReceiveRequest(int channel, ReaderRequest& request) {
  RequestHead head;
  if (!ReadAll(channel, head.data(), head.size())) return false;
  Length length = 0;
  std::memcpy(&length, &head[1], sizeof length);
  request.format = static_cast<Format>(head[0]);
  request.bytes.resize(length);
  return ReadAll(channel, request.bytes.data(), request.bytes.size());
}

bool SendAnswer(int channel, std::string_view answer) {
  const auto length = static_cast<Length>(answer.size());
  std::array<char, sizeof length> head;
  std::memcpy(head.data(), &length, sizeof length);
  return WriteAll(channel, {head.data(), head.size()}) && WriteAll(channel, answer);
}

}  // namespace afterword
