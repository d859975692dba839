#include "store/packing.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace afterword {
namespace {

constexpr char kVersion = 1;

// Blocks are stored under the numbers of their kinds: new kinds go to the end.
constexpr auto kLastBlockKind = static_cast<uint8_t>(BlockKind::kTable);
static_assert(static_cast<int>(BlockKind::kHeadline) == 0 && kLastBlockKind == 7);

class Writer {
 public:
  Writer() : bytes_(1, kVersion) {}

  void Number(size_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void Byte(uint8_t value) { bytes_ += static_cast<char>(value); }

  void PlaceSpan(Span span) {
    assert(place_ <= span.begin && span.begin <= span.end);
    Number(span.begin - place_);
    Number(span.size());
    place_ = span.end;
  }
  /// Gaps count from `base`, which all of the spans lie behind.
  void Spans(const std::vector<Span>& spans, uint32_t base) {
    place_ = base;
    Number(spans.size());
    for (const Span span : spans) PlaceSpan(span);
  }
  std::string Take() { return std::move(bytes_); }

 private:
  std::string bytes_;
  uint32_t place_ = 0;
};

/// After the first fault everything reads as 0 and `Finish` reports it.
class Reader {
 public:
  Reader(std::string_view bytes, size_t text_bytes) : bytes_(bytes), text_bytes_(text_bytes) {
    if (Byte() != kVersion) failed_ = true;
  }

  uint8_t Byte() {
    if (bytes_.empty()) failed_ = true;
    if (failed_) return 0;
    const auto byte = static_cast<uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }

  size_t Number() {
    uint64_t value = 0;
    // Places and sizes are 32 bits: five groups of seven.
    for (int shift = 0; shift < 35; shift += 7) {
      const uint64_t byte = Byte();
      value |= (byte & 0x7f) << shift;
      // A last group of nothing would be a second form of the same number.
      if (byte < 0x80) return byte == 0 && shift > 0 ? Fail() : Checked(value);
    }
    return Fail();
  }

  /// How many things of `size` bytes at least follow: no more than there is room for.
  size_t Count(size_t size) {
    const size_t count = Number();
    return count > bytes_.size() / size ? Fail() : count;
  }

  Span NextSpan() {
    const size_t begin = place_ + Number();
    const size_t end = begin + Number();
    if (failed_ || end > text_bytes_) return Fail(), Span{};
    place_ = end;
    return MakeSpan(begin, end);
  }

  std::vector<Span> Spans(size_t base) {
    place_ = base;
    std::vector<Span> spans(Count(2));
    for (Span& span : spans) span = NextSpan();
    return spans;
  }

  size_t Fail() {
    failed_ = true;
    return 0;
  }

  template <typename T>
  Result<T> Finish(T value) const {
    if (failed_ || !bytes_.empty()) return Error{ErrorCode::kCorrupt, "packed spans do not read"};
    return value;
  }

 private:
  size_t Checked(uint64_t value) {
    return failed_ || value > std::numeric_limits<uint32_t>::max() ? Fail() : value;
  }

  std::string_view bytes_;
  size_t text_bytes_;
  size_t place_ = 0;
  bool failed_ = false;
};

/// The first byte of all three lists.
uint32_t FirstPlace(const StatementSpans& statement) {
  uint32_t first = std::numeric_limits<uint32_t>::max();
  for (const auto* spans : {&statement.source, &statement.cue, &statement.content}) {
    if (!spans->empty()) first = std::min(first, spans->front().begin);
  }
  return first == std::numeric_limits<uint32_t>::max() ? 0 : first;
}

}  // namespace

std::string PackSpans(const std::vector<Span>& spans) {
  Writer writer;
  writer.Spans(spans, 0);
  return writer.Take();
}

std::string PackLayout(const Layout& layout) {
  Writer writer;
  writer.Number(layout.blocks.size());
  for (const Block& block : layout.blocks) writer.Byte(static_cast<uint8_t>(block.kind));
  for (const Block& block : layout.blocks) writer.PlaceSpan(block.span);
  writer.Spans(layout.sentences, 0);
  return writer.Take();
}

std::string PackStatement(const StatementSpans& statement) {
  const uint32_t base = FirstPlace(statement);
  Writer writer;
  writer.Number(base);
  writer.Spans(statement.source, base);
  writer.Spans(statement.cue, base);
  writer.Spans(statement.content, base);
  return writer.Take();
}

Result<std::vector<Span>> UnpackSpans(std::string_view bytes, size_t text_bytes) {
  Reader reader(bytes, text_bytes);
  return reader.Finish(reader.Spans(0));
}

Result<Layout> UnpackLayout(std::string_view bytes, size_t text_bytes) {
  Reader reader(bytes, text_bytes);
  Layout layout;
  layout.blocks.resize(reader.Count(3));
  for (Block& block : layout.blocks) {
    const uint8_t kind = reader.Byte();
    if (kind > kLastBlockKind) reader.Fail();
    block.kind = static_cast<BlockKind>(std::min(kind, kLastBlockKind));
  }
  for (Block& block : layout.blocks) block.span = reader.NextSpan();
  layout.sentences = reader.Spans(0);
  return reader.Finish(std::move(layout));
}

Result<StatementSpans> UnpackStatement(std::string_view bytes, size_t text_bytes) {
  Reader reader(bytes, text_bytes);
  const size_t base = reader.Number();
  StatementSpans statement;
  statement.source = reader.Spans(base);
  statement.cue = reader.Spans(base);
  statement.content = reader.Spans(base);
  // Only the first place of a statement packs as its base.
  if (FirstPlace(statement) != base) reader.Fail();
  return reader.Finish(std::move(statement));
}

}  // namespace afterword
