#include "ingest/sandbox_reader.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "ingest/sandbox_channel.h"
#include "ingest/sandbox_confine.h"
#include "ingest/sandbox_worker.h"

namespace afterword {
namespace {

Document Text(std::string text) {
  Document document;
  document.text = std::move(text);
  return document;
}

volatile int* const kNowhere = nullptr;
volatile int somewhere = 0;

void SendRaw(std::string_view bytes) {
  if (write(STDIN_FILENO, bytes.data(), bytes.size()) < 0) _exit(1);
}

/// What a reader that was taken over might do: one word says what.
Result<Document> Misbehave(Format, std::string_view wish) {
  if (wish == "crash") *kNowhere = 1;
  if (wish == "abort") std::abort();
  if (wish == "throw") throw std::runtime_error("a library is unhappy");
  if (wish == "refuse") return Error{ErrorCode::kInvalidInput, "not for me"};
  while (wish == "loop") somewhere = 1;
  if (wish == "allocate") {
    std::vector<std::unique_ptr<char[]>> memory;
    while (true) memory.push_back(std::make_unique_for_overwrite<char[]>(64u << 20));
  }
  if (wish == "leave") _exit(7);
  if (wish == "open")
    return Text(open("/etc/passwd", O_RDONLY) < 0 && errno == EPERM ? "EPERM" : "?");
  if (wish == "socket") return Text(fmt::format("socket {}", socket(AF_INET, SOCK_STREAM, 0)));
  if (wish == "fork") return Text(fmt::format("process {}", fork()));
  if (wish == "exec") return Text(fmt::format("exec {}", execl("/bin/true", "true", nullptr)));
  if (wish == "signal") return Text(fmt::format("kill {}", kill(getppid(), SIGURG)));
  if (wish == "code") {
    return Text(fmt::format("memory {}", mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC,
                                              MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)));
  }
  if (wish == "garbage") {
    SendAnswer(STDIN_FILENO, "what is this");
    pause();
  }
  if (wish == "lying length") {
    SendRaw("\xFF\xFF\xFF\x7F");
    pause();
  }
  if (wish == "stop halfway") {
    SendRaw({"\x10\0\0\0half", 8});
    _exit(0);
  }
  return Text(std::string(wish));
}

/// A worker that misbehaves on demand. These tests have one thread, so that a fork will do.
Result<pid_t> StartMisbehaving(int channel) {
  const pid_t process = fork();
  if (process == 0) RunWorker(channel, Misbehave);
  return process;
}

SandboxOptions Misbehaving() {
  SandboxOptions options;
  options.start = StartMisbehaving;
  options.cpu_time = std::chrono::milliseconds(500);
  return options;
}

Item Wish(std::string wish) { return {"a/wish", Format::kHtml, std::move(wish)}; }

/// The text, or "CODE: MESSAGE".
std::string Dump(const Result<Document>& document) {
  if (document.ok()) return document.value().text;
  return fmt::format("{}: {}", Name(document.error().code), document.error().message);
}

struct Case {
  const char* wish;
  const char* outcome;
};

/// Prints a case by its name.
void PrintTo(const Case& case_, std::ostream* out) { *out << case_.wish; }

std::string NameOf(const testing::TestParamInfo<Case>& test) {
  std::string name = test.param.wish;
  for (char& c : name) {
    if (c == ' ') c = '_';
  }
  return name;
}

/// In any build.
class SandboxedReaderTest : public testing::TestWithParam<Case> {};

TEST_P(SandboxedReaderTest, SurvivesItsWorker) {
  SandboxedReader reader(Misbehaving());
  EXPECT_EQ(Dump(reader.Read(Wish(GetParam().wish))), GetParam().outcome);
  EXPECT_EQ(Dump(reader.Read(Wish("and on"))), "and on");
}

constexpr Case kMisdeeds[] = {
    {"throw", "internal: could not be read: a library is unhappy"},
    {"refuse", "invalid input: not for me"},
    {"loop", "limit exceeded: took longer than 0.5 s"},
    {"leave", "internal: the reader ended (status 7)"},
    {"garbage", "corrupt: the reader's answer is broken: a kind that there is not"},
    {"lying length", "limit exceeded: the reader's answer is longer than 256 MB"},
    {"stop halfway", "internal: the reader ended (status 0)"},
};
INSTANTIATE_TEST_SUITE_P(Misdeeds, SandboxedReaderTest, testing::ValuesIn(kMisdeeds), NameOf);

/// What a sanitizer would stand in the way of.
class ConfinedReaderTest : public testing::TestWithParam<Case> {};

TEST_P(ConfinedReaderTest, CannotReachOut) {
  if (!IsConfinementWhole()) GTEST_SKIP() << "the sandbox is relaxed in sanitized builds";
  SandboxedReader reader(Misbehaving());
  EXPECT_EQ(Dump(reader.Read(Wish(GetParam().wish))), GetParam().outcome);
  EXPECT_EQ(Dump(reader.Read(Wish("and on"))), "and on");
}

constexpr const char* kStopped =
    "invalid input: the reader was stopped: it tried what a reader has no need of";
constexpr Case kAttempts[] = {
    {"crash", "internal: the reader crashed (signal 11)"},
    {"abort", "internal: the reader crashed (signal 6)"},
    {"allocate", "limit exceeded: needs more memory than 1 GB"},
    {"open", "EPERM"},
    {"socket", kStopped},
    {"fork", kStopped},
    {"exec", kStopped},
    {"signal", kStopped},
    {"code", kStopped},
};
INSTANTIATE_TEST_SUITE_P(Attempts, ConfinedReaderTest, testing::ValuesIn(kAttempts), NameOf);

TEST(SandboxedReader, AnswersManyItemsInOrder) {
  SandboxedReader reader(Misbehaving());
  for (int i = 0; i < 2000; ++i) {
    const std::string text = fmt::format("{:0{}}", i, 1 + i * 100);
    ASSERT_EQ(Dump(reader.Read(Wish(text))), text);
  }
}

TEST(SandboxedReader, TakesAFreshWorkerAfterSomeItems) {
  static std::vector<pid_t> started;
  started.clear();
  SandboxOptions options = Misbehaving();
  options.items = 3;
  options.start = [](int channel) {
    auto process = StartMisbehaving(channel);
    started.push_back(process.value());
    return process;
  };
  SandboxedReader reader(options);
  for (int i = 0; i < 7; ++i) EXPECT_EQ(Dump(reader.Read(Wish("x"))), "x");
  EXPECT_EQ(started.size(), 3u);
}

TEST(SandboxedReader, NoticesThatItsWorkerWasKilledBetweenItems) {
  static pid_t worker = 0;
  SandboxOptions options = Misbehaving();
  options.start = [](int channel) {
    auto process = StartMisbehaving(channel);
    worker = process.value();
    return process;
  };
  SandboxedReader reader(options);
  EXPECT_EQ(Dump(reader.Read(Wish("before"))), "before");
  ASSERT_EQ(kill(worker, SIGKILL), 0);
  EXPECT_EQ(Dump(reader.Read(Wish("after"))), "after");
}

TEST(SandboxedReader, WaitsForASleeperOnlySoLong) {
  SandboxOptions options;
  options.wait = std::chrono::milliseconds(200);
  options.start = [](int) -> Result<pid_t> {
    const pid_t process = fork();
    if (process == 0) {
      while (true) pause();
    }
    return process;
  };
  SandboxedReader reader(options);
  // More than a socket holds, so that sending has to wait.
  EXPECT_EQ(Dump(reader.Read(Wish(std::string(8u << 20, 'x')))),
            "limit exceeded: took longer than 0.2 s");
  EXPECT_EQ(Dump(reader.Read(Wish("x"))), "limit exceeded: took longer than 0.2 s");
}

TEST(SandboxedReader, SaysThatNoWorkerCouldBeStarted) {
  SandboxOptions options;
  options.start = [](int) -> Result<pid_t> { return Error{ErrorCode::kIo, "no processes left"}; };
  SandboxedReader reader(options);
  EXPECT_EQ(Dump(reader.Read(Wish("x"))), "input/output: no processes left");
}

TEST(SandboxedReader, ReadsPlainTextWithoutAWorker) {
  SandboxOptions options;
  options.start = [](int) -> Result<pid_t> { return Error{ErrorCode::kIo, "no processes left"}; };
  SandboxedReader reader(options);
  const auto document = reader.Read({"a/b.txt", Format::kPlainText, "The bridge holds."});
  EXPECT_EQ(Dump(document), "The bridge holds.");
}

TEST(SandboxedReader, StatesTheAddressItself) {
  SandboxedReader reader(Misbehaving());
  // A file's name need not be UTF-8, so it does not travel.
  const auto document = reader.Read({"a/\xFF.html", Format::kHtml, "x"});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().publication.address, "a/\xFF.html");
  EXPECT_EQ(document.value().publication.id, "\xFF.html");
}

}  // namespace
}  // namespace afterword
