#include "dedup/sketch.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <xxhash.h>

#include <algorithm>
#include <string>

#include "text/character.h"
#include "text/utf8.h"

namespace afterword {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;

/// Letters in 1, 2 … characters: "a" 0, "the" 1, "said" 2, "voted" 3.
WordCode WeightClass(size_t characters) {
  return static_cast<WordCode>(std::clamp<size_t>(characters, 2, 5) - 2);
}

bool IsWrittenWithoutSpaces(char32_t character) {
  if (character < 0x0E00) return false;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(character), &status);
  return U_SUCCESS(status) && uscript_breaksBetweenLetters(script);
}

/// One word while it is read, folded.
class WordBuffer {
 public:
  bool empty() const { return characters_ == 0; }

  void Append(char32_t character, CharacterClass kind) {
    ++characters_;
    has_letter_ |= IsLetter(kind);
    if (character < 0x80) {
      AppendAscii(static_cast<char>(character));
      return;
    }
    const auto folded = static_cast<char32_t>(u_tolower(static_cast<UChar32>(character)));
    for (int shift = 0; shift < 24; shift += 8) {
      bytes_.push_back(static_cast<char>((folded >> shift) & 0xFF));
    }
  }

  WordCode Take(WordCode weight_class) {
    if (has_letter_) std::transform(bytes_.begin(), bytes_.end(), bytes_.begin(), LikeInPrint);
    const uint64_t hash = XXH3_64bits(bytes_.data(), bytes_.size());
    *this = WordBuffer(std::move(bytes_));
    return static_cast<WordCode>((hash & 0xFFFCu) | weight_class);
  }
  WordCode Take() { return Take(WeightClass(characters_)); }

  WordBuffer() = default;

 private:
  /// Empty, with the memory of `bytes`.
  explicit WordBuffer(std::string bytes) : bytes_(std::move(bytes)) { bytes_.clear(); }

  void AppendAscii(char c) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (c == 'n' && !bytes_.empty() && bytes_.back() == 'r') {
      bytes_.back() = 'm';
    } else {
      bytes_.push_back(c);
    }
  }

  static char LikeInPrint(char c) {
    switch (c) {
      case '0':
        return 'o';
      case '1':
      case 'i':
        return 'l';
      case '5':
        return 's';
      default:
        return c;
    }
  }

  std::string bytes_;
  size_t characters_ = 0;
  bool has_letter_ = false;
};

/// Length of the hyphen and line break at `offset` that divide a word; 0 if there are none.
size_t DivisionAt(std::string_view text, size_t offset) {
  if (text[offset] != '-') return 0;
  size_t next = offset + 1;
  if (next < text.size() && text[next] == '\r') ++next;
  if (next >= text.size() || text[next] != '\n') return 0;
  return next + 1 - offset;
}

/// Calls `add(code, span)` for the first kMaxSketchWords words of `text`.
template <typename Function>
class WordScan {
 public:
  WordScan(std::string_view text, Function add) : text_(text), add_(add) {}

  void Run() {
    size_t i = 0;
    while (i < text_.size() && count_ < kMaxSketchWords) i += Step(i);
    if (count_ < kMaxSketchWords) EndWord();
  }

 private:
  /// Reads what begins at `i` and returns its length.
  size_t Step(size_t i) {
    const CodePoint point = DecodeAt(text_, i);
    const CharacterClass kind = ClassOf(point.value);
    if (IsLetterOrDigit(kind)) {
      AddCharacter(point, kind, i);
      return point.size;
    }
    if (word_.empty()) return point.size;
    if (const size_t division = DivisionAt(text_, i); division > 0) return division;
    if (!IsApostrophe(point.value) && point.value != kSoftHyphen) EndWord();
    return point.size;
  }

  void AddCharacter(CodePoint point, CharacterClass kind, size_t i) {
    const bool stands_alone = IsWrittenWithoutSpaces(point.value);
    if (stands_alone) EndWord();
    if (word_.empty()) span_.begin = static_cast<uint32_t>(i);
    word_.Append(point.value, kind);
    span_.end = static_cast<uint32_t>(i + point.size);
    // Worth as much as a word of four letters.
    if (stands_alone) Add(word_.Take(WeightClass(4)));
  }

  void EndWord() {
    if (!word_.empty()) Add(word_.Take());
  }

  void Add(WordCode code) {
    add_(code, span_);
    ++count_;
  }

  std::string_view text_;
  Function add_;
  WordBuffer word_;
  Span span_;
  size_t count_ = 0;
};

}  // namespace

Sketch SketchOf(std::string_view text) {
  Sketch words;
  words.reserve(std::min(text.size() / 5, kMaxSketchWords));
  WordScan(text, [&](WordCode code, Span) { words.push_back(code); }).Run();
  return words;
}

PlacedWords PlaceWords(std::string_view text) {
  PlacedWords placed;
  WordScan(text, [&](WordCode code, Span span) {
    placed.words.push_back(code);
    placed.spans.push_back(span);
  }).Run();
  return placed;
}

}  // namespace afterword
