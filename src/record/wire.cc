#include "record/wire.h"

#include <fmt/core.h>

#include <bit>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "text/utf8.h"

namespace afterword {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they lie");

enum class AnswerKind : uint8_t { kDocument, kError };
enum class OriginalKind : uint8_t { kNone, kAsSent, kGiven };

constexpr auto kLastBlockKind = static_cast<uint8_t>(BlockKind::kTable);
constexpr auto kLastErrorCode = static_cast<uint8_t>(ErrorCode::kInternal);
/// Kind, begin and end.
constexpr size_t kBlockBytes = 1 + 4 + 4;

class Encoder {
 public:
  void Byte(uint8_t byte) { bytes_ += static_cast<char>(byte); }
  void Number(size_t number) {
    const auto narrow = static_cast<uint32_t>(number);
    char bytes[sizeof narrow];
    std::memcpy(bytes, &narrow, sizeof narrow);
    bytes_.append(bytes, sizeof narrow);
  }
  void String(std::string_view string) {
    Number(string.size());
    bytes_ += string;
  }
  void OptionalDate(const std::optional<Date>& date) {
    String(date ? ToIso(*date) : std::string());
  }

  void Reserve(size_t size) { bytes_.reserve(size); }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

void EncodePublication(const Publication& publication, std::string_view sent, Encoder& out) {
  out.String(publication.id);
  out.String(publication.title);
  out.String(publication.publisher);
  out.Number(publication.authors.size());
  for (const std::string& author : publication.authors) out.String(author);
  out.OptionalDate(publication.published);
  out.OptionalDate(publication.modified);
  out.String(publication.url);
  out.String(publication.media_type);
  const std::string& original = publication.original;
  if (original.empty()) {
    out.Byte(static_cast<uint8_t>(OriginalKind::kNone));
  } else if (original == sent) {
    out.Byte(static_cast<uint8_t>(OriginalKind::kAsSent));
  } else {
    out.Byte(static_cast<uint8_t>(OriginalKind::kGiven));
    out.String(original);
  }
}

void EncodeDocument(const Document& document, std::string_view sent, Encoder& out) {
  out.Reserve(document.text.size() + document.blocks.size() * kBlockBytes + 1024);
  out.Byte(static_cast<uint8_t>(AnswerKind::kDocument));
  out.String(document.text);
  out.String(document.language);
  out.String(document.dateline);
  out.Number(document.blocks.size());
  for (const Block& block : document.blocks) {
    out.Byte(static_cast<uint8_t>(block.kind));
    out.Number(block.span.begin);
    out.Number(block.span.end);
  }
  EncodePublication(document.publication, sent, out);
}

Error Corrupt(std::string_view what) {
  return {ErrorCode::kCorrupt, fmt::format("the reader's answer is broken: {}", what)};
}

Error TooMuch(std::string_view what, size_t size, size_t limit) {
  return {ErrorCode::kLimitExceeded, fmt::format("{} of {}, more than {}", what, size, limit)};
}

/// Takes fields from the front of bytes that nobody vouches for.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  /// A byte of at most `last`.
  Result<uint8_t> Byte(uint8_t last) {
    if (rest_.empty()) return Corrupt("it ends early");
    const auto byte = static_cast<uint8_t>(rest_.front());
    if (byte > last) return Corrupt("a kind that there is not");
    rest_.remove_prefix(1);
    return byte;
  }

  Result<uint32_t> Number() {
    uint32_t number = 0;
    if (rest_.size() < sizeof number) return Corrupt("it ends early");
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_.remove_prefix(sizeof number);
    return number;
  }

  /// Any bytes; `what` names them in errors.
  Result<std::string> Bytes(std::string_view what, size_t limit) {
    const size_t size = TRY(Number());
    if (size > limit) return TooMuch(what, size, limit);
    if (size > rest_.size()) return Corrupt("it ends early");
    std::string bytes(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return bytes;
  }

  Result<std::string> Text(std::string_view what, size_t limit) {
    std::string text = TRY(Bytes(what, limit));
    if (!IsValidUtf8(text)) return Corrupt(fmt::format("{} is not UTF-8", what));
    return text;
  }

  Result<std::string> Field(std::string_view what) { return Text(what, kMaxFieldBytes); }

  Result<std::optional<Date>> OptionalDate() {
    const std::string iso = TRY(Field("a date"));
    if (iso.empty()) return std::optional<Date>();
    const auto date = DateFromIso(iso);
    if (!date || ToIso(*date) != iso) return Corrupt("a date that is none");
    return date;
  }

  /// A count of things that take at least `least_bytes` each.
  Result<size_t> Count(size_t least_bytes) {
    const size_t count = TRY(Number());
    if (count > rest_.size() / least_bytes) return Corrupt("it ends early");
    return count;
  }

  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

Result<std::vector<Block>> DecodeBlocks(Decoder& in, std::string_view text) {
  std::vector<Block> blocks(TRY(in.Count(kBlockBytes)));
  uint32_t end = 0;
  for (Block& block : blocks) {
    block.kind = static_cast<BlockKind>(TRY(in.Byte(kLastBlockKind)));
    block.span.begin = TRY(in.Number());
    block.span.end = TRY(in.Number());
    const Span span = block.span;
    if (span.begin < end || span.end < span.begin || span.end > text.size()) {
      return Corrupt("blocks out of order or outside the text");
    }
    if (!IsUtf8Boundary(text, span.begin) || !IsUtf8Boundary(text, span.end)) {
      return Corrupt("a block that begins or ends within a character");
    }
    end = span.end;
  }
  return blocks;
}

Result<std::vector<std::string>> DecodeAuthors(Decoder& in) {
  const size_t count = TRY(in.Count(sizeof(uint32_t)));
  if (count > kMaxAuthors) return TooMuch("a list of authors", count, kMaxAuthors);
  std::vector<std::string> authors(count);
  for (std::string& author : authors) author = TRY(in.Field("an author"));
  return authors;
}

Result<std::string> DecodeOriginal(Decoder& in, std::string_view sent) {
  constexpr auto kLast = static_cast<uint8_t>(OriginalKind::kGiven);
  switch (static_cast<OriginalKind>(TRY(in.Byte(kLast)))) {
    case OriginalKind::kNone:
      return std::string();
    case OriginalKind::kAsSent:
      return std::string(sent);
    case OriginalKind::kGiven:
      break;
  }
  return in.Bytes("an original", kMaxInputBytes);
}

Result<Publication> DecodePublication(Decoder& in, std::string_view sent) {
  Publication publication;
  publication.id = TRY(in.Field("an id"));
  publication.title = TRY(in.Field("a title"));
  publication.publisher = TRY(in.Field("a publisher"));
  publication.authors = TRY(DecodeAuthors(in));
  publication.published = TRY(in.OptionalDate());
  publication.modified = TRY(in.OptionalDate());
  publication.url = TRY(in.Field("a web address"));
  publication.media_type = TRY(in.Field("a media type"));
  publication.original = TRY(DecodeOriginal(in, sent));
  return publication;
}

Result<ReaderAnswer> DecodeDocument(Decoder& in, std::string_view sent) {
  Document document;
  document.text = TRY(in.Text("a text", kMaxTextBytes));
  document.digest = Sha256(document.text);
  document.language = TRY(in.Field("a language"));
  document.dateline = TRY(in.Field("a dateline"));
  document.blocks = TRY(DecodeBlocks(in, document.text));
  document.publication = TRY(DecodePublication(in, sent));
  return ReaderAnswer(std::move(document));
}

/// `message` without what could steer a terminal.
std::string OnOneLine(std::string message) {
  for (char& c : message) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = ' ';
  }
  // The control characters U+0080 to U+009F are C2 80 to C2 9F in UTF-8; U+00A0 is a blank.
  for (size_t i = 0; i + 1 < message.size(); ++i) {
    if (message[i] == '\xC2' && static_cast<unsigned char>(message[i + 1]) < 0xA0) {
      message[i + 1] = '\xA0';
    }
  }
  return message;
}

/// Result<Error> would have no value apart from its error.
Result<ReaderAnswer> DecodeError(Decoder& in) {
  Error error;
  error.code = static_cast<ErrorCode>(TRY(in.Byte(kLastErrorCode)));
  error.message = OnOneLine(TRY(in.Field("a reason")));
  return ReaderAnswer(std::move(error));
}

}  // namespace

std::string EncodeAnswer(const Result<Document>& answer, std::string_view sent) {
  Encoder out;
  if (answer.ok()) {
    EncodeDocument(answer.value(), sent, out);
  } else {
    out.Byte(static_cast<uint8_t>(AnswerKind::kError));
    out.Byte(static_cast<uint8_t>(answer.error().code));
    out.String(answer.error().message);
  }
  return out.Take();
}

Result<ReaderAnswer> DecodeAnswer(std::string_view bytes, std::string_view sent) {
  Decoder in(bytes);
  constexpr auto kLast = static_cast<uint8_t>(AnswerKind::kError);
  const auto kind = static_cast<AnswerKind>(TRY(in.Byte(kLast)));
  ReaderAnswer answer =
      TRY(kind == AnswerKind::kDocument ? DecodeDocument(in, sent) : DecodeError(in));
  if (!in.at_end()) return Corrupt("it goes on after its end");
  return answer;
}

}  // namespace afterword
