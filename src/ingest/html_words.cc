#include "ingest/html_words.h"

#include <vector>

#include "embedded/html_words.h"
#include "text/lexicon_file.h"

namespace afterword {
namespace {

constexpr std::array<std::string_view, kHtmlWordKinds> kNames{
    "function", "legal",   "consent", "subscribe", "share",      "account",
    "more",     "related", "comment", "advert",    "navigation", "time",
    "credit",   "author",  "shop",    "tag",       "forum"};

/// 64-bit FNV-1a, folded as the text is scanned.
class WordHash {
 public:
  void Add(unsigned char c) { value_ = (value_ ^ c) * 0x100000001b3u; }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0xcbf29ce484222325u;
};

uint64_t HashOf(std::string_view word) {
  WordHash hash;
  for (const char c : word) hash.Add(static_cast<unsigned char>(c));
  return hash.value();
}

/// Hash → kinds, by open addressing. Words are told apart by their 64 bits alone.
class WordTable {
 public:
  WordTable() : slots_(kSlots) {
    for (const LexiconRow& row : ReadLexicon(html_words())) {
      uint32_t kind = 0;
      while (kind < kNames.size() && kNames[kind] != row[0]) ++kind;
      for (const std::string_view word : SplitAt(row[1], ',')) Insert(HashOf(word), 1u << kind);
    }
  }

  uint32_t Find(uint64_t hash) const {
    for (size_t i = hash % kSlots;; i = (i + 1) % kSlots) {
      if (slots_[i].hash == hash) return slots_[i].mask;
      if (slots_[i].mask == 0) return 0;
    }
  }

 private:
  static constexpr size_t kSlots = 4096;  // about a third full
  struct Slot {
    uint64_t hash = 0;
    uint32_t mask = 0;
  };

  void Insert(uint64_t hash, uint32_t mask) {
    size_t i = hash % kSlots;
    while (slots_[i].mask != 0 && slots_[i].hash != hash) i = (i + 1) % kSlots;
    slots_[i].hash = hash;
    slots_[i].mask |= mask;
  }

  std::vector<Slot> slots_;
};

const WordTable& Table() {
  static const WordTable table;
  return table;
}

bool IsCapital(unsigned char c) { return c >= 'A' && c <= 'Z'; }
bool IsDigit(unsigned char c) { return c >= '0' && c <= '9'; }
bool IsLetter(unsigned char c) { return IsCapital(c) || (c >= 'a' && c <= 'z'); }

class Counter {
 public:
  explicit Counter(std::string_view text) : text_(text) {}

  HtmlWordCounts Run() {
    while (at_ < text_.size()) {
      const unsigned char c = Byte(at_);
      if (IsLetter(c) || IsLetterLead(at_)) {
        CountWord();
      } else if (IsDigit(c)) {
        ++counts_.numbers;
        while (at_ < text_.size() && IsDigit(Byte(at_))) ++at_;
      } else {
        CountMark(c);
      }
    }
    return counts_;
  }

 private:
  unsigned char Byte(size_t i) const { return static_cast<unsigned char>(text_[i]); }

  /// Above ASCII all is a letter but Latin-1 signs and general punctuation (C2 xx, E2 80…8F xx).
  bool IsLetterLead(size_t i) const {
    const unsigned char c = Byte(i);
    if (c < 0xC3) return false;
    return !(c == 0xE2 && i + 1 < text_.size() && Byte(i + 1) < 0xB0) && c < 0xF0;
  }

  void CountWord() {
    WordHash hash;
    const size_t begin = at_;
    if (IsCapital(Byte(at_))) ++counts_.capitalised;
    while (at_ < text_.size()) {
      const unsigned char c = Byte(at_);
      const bool continues = c >= 0x80 && c < 0xC0 && at_ > begin;
      if (!IsLetter(c) && !continues && !IsLetterLead(at_)) break;
      if (IsCapital(c)) ++counts_.capitals;
      if (c >= 0x80) ++counts_.non_ascii;
      hash.Add(IsCapital(c) ? static_cast<unsigned char>(c + 32) : c);
      ++at_;
    }
    ++counts_.words;
    last_word_bytes_ = at_ - begin;
    counts_.letters += static_cast<uint32_t>(last_word_bytes_);
    const uint32_t mask = Table().Find(hash.value());
    for (size_t kind = 0; mask >> kind != 0; ++kind) counts_.kinds[kind] += (mask >> kind) & 1;
  }

  void CountMark(unsigned char c) {
    const bool before_space =
        at_ + 1 == text_.size() || Byte(at_ + 1) <= ' ' || Byte(at_ + 1) == '"';
    if ((c == '.' || c == '!' || c == '?') && before_space && last_word_bytes_ >= 2) {
      ++counts_.sentence_ends;
    }
    if (c == ',') ++counts_.commas;
    if (c == '|' || c == '/' || c == '>') ++counts_.separators;
    if (c == '$') ++counts_.currency;
    size_t length = 1;
    if (c >= 0x80) {
      ++counts_.non_ascii;
      while (at_ + length < text_.size() && (Byte(at_ + length) & 0xC0) == 0x80) ++length;
      const std::string_view sign = text_.substr(at_, length);
      if (sign == "\u00B7" || sign == "\u2022" || sign == "\u00BB" || sign == "\u203A" ||
          sign == "\u00A9" || sign == "\u2192") {
        ++counts_.separators;
      }
      if (sign == "\u20AC" || sign == "\u00A3") ++counts_.currency;
    }
    at_ += length;
  }

  std::string_view text_;
  size_t at_ = 0;
  size_t last_word_bytes_ = 0;
  HtmlWordCounts counts_;
};

}  // namespace

std::string_view Name(HtmlWordKind kind) { return kNames[static_cast<size_t>(kind)]; }

HtmlWordCounts CountWords(std::string_view text) { return Counter(text).Run(); }

}  // namespace afterword
