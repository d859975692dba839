// Each mark is first read by itself: which family it is of, and whether its neighbours let it
// open, close, or both. Then one stack per block pairs them. The stack decides what is ambiguous:
// a mark that may do both closes what is open, else opens. What stays open at the end of the
// block is dropped, so that one stray mark costs no more than its own pair.

#include "text/quotation.h"

#include <algorithm>
#include <optional>

#include "text/character.h"
#include "text/utf8.h"

namespace afterword {
namespace {

/// How many marks ahead are looked at to tell an apostrophe.
constexpr size_t kLookAhead = 32;

enum class Family : uint8_t { kDouble, kSingle, kAngle, kSingleAngle };

struct Mark {
  uint32_t token = 0;
  Family family = Family::kDouble;
  bool may_open = false;
  bool may_close = false;
  /// Says by its very form that it opens (“) or closes (”).
  bool sided = false;
};

Family FamilyOf(std::string_view mark) {
  if (mark == "\u00AB" || mark == "\u00BB") return Family::kAngle;
  if (mark == "\u2039" || mark == "\u203A") return Family::kSingleAngle;
  const bool single = mark == "'" || mark == "`" || mark == "\u2018" || mark == "\u2019" ||
                      mark == "\u201A" || mark == "\u201B" || mark == "\u00B4";
  return single ? Family::kSingle : Family::kDouble;
}

bool AlwaysOpens(std::string_view mark) {
  return mark == "\u201E" || mark == "\u201A" || mark == "\u201F" || mark == "\u201B" ||
         mark == "``" || mark == "`";
}

class Pairing {
 public:
  Pairing(std::string_view text, const TokenisedText& tokenised)
      : text_(text), tokens_(tokenised.tokens), blocks_(tokenised.blocks) {}

  std::vector<Quotation> Run() {
    for (size_t i = 0; i < blocks_.size(); ++i) PairBlock(i);
    std::sort(found_.begin(), found_.end(), [](const Quotation& a, const Quotation& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin
                                              : a.tokens.end > b.tokens.end;
    });
    SetLevels();
    return std::move(found_);
  }

 private:
  std::string_view TextOf(uint32_t i) const { return Slice(text_, tokens_[i].span); }
  bool IsQuote(uint32_t i) const { return tokens_[i].kind == TokenClass::kQuote; }

  void PairBlock(size_t index) {
    const TokenRange block = blocks_[index];
    open_.clear();
    marks_.clear();
    block_found_ = found_.size();
    for (uint32_t i = block.begin; i < block.end; ++i) {
      if (IsQuote(i)) marks_.push_back(ReadMark(i, block));
    }
    for (size_t i = 0; i < marks_.size(); ++i) Place(i);
    ContinueInto(index);
  }

  Mark ReadMark(uint32_t i, TokenRange block) const {
    const std::string_view text = TextOf(i);
    const bool space_before =
        i == block.begin || tokens_[i - 1].span.end != tokens_[i].span.begin || Opens(i - 1);
    const bool space_after =
        i + 1 == block.end || tokens_[i + 1].span.begin != tokens_[i].span.end || Closes(i + 1);
    Mark mark{i, FamilyOf(text), false, false, false};
    mark.may_open = !space_after || (space_before && i + 1 < block.end);
    mark.may_close = i > block.begin && (!space_before || space_after);
    if (AlwaysOpens(text)) {
      mark.may_open = true;
      mark.may_close = false;
      mark.sided = true;
    } else if (text == "\u201D" || text == "\u201C" || text == "\u2018") {
      mark.sided = true;
      // Low-high style closes with “; Finnish and Swedish open with ”.
      if (text == "\u201D") mark.may_open = mark.may_open && space_before && !space_after;
      if (text == "\u201D") mark.may_close = i > block.begin;
      if (text != "\u201D") mark.may_open = i + 1 < block.end;
    } else if (mark.family == Family::kSingle && !space_before) {
      mark.may_open = false;
    } else if (space_before != space_after) {
      mark.may_open = space_before;
      mark.may_close = mark.may_close && space_after;
    }
    return mark;
  }

  /// An opening bracket, dash or opening mark before a quotation mark is like a space.
  bool Opens(uint32_t i) const {
    const std::string_view text = TextOf(i);
    return text == "(" || text == "[" || text == "--" || text == "\u2014" || text == "\u2013" ||
           text == "\u201C" || text == "\u2018" || text == "\u201E" || text == "/";
  }
  bool Closes(uint32_t i) const {
    if (tokens_[i].kind == TokenClass::kPunctuation) {
      const std::string_view text = TextOf(i);
      return text != "(" && text != "[" && text != "$" && text != "...";
    }
    return TextOf(i) == "\u201D";
  }

  void Place(size_t index) {
    const Mark& mark = marks_[index];
    const std::optional<size_t> partner = PartnerOf(mark);
    if (mark.may_close && partner && !IsBetterApostrophe(index)) {
      Close(*partner, mark.token);
    } else if (mark.may_open && !(mark.may_close && partner)) {
      // The same mark opens again: the earlier one was stray.
      if (partner) open_.resize(*partner);
      open_.push_back(mark);
    }
  }

  /// Where in the stack the mark that this one would close stands. A single mark, which may be an
  /// apostrophe, never closes across a double one.
  std::optional<size_t> PartnerOf(const Mark& mark) const {
    for (size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].family == mark.family) return i - 1;
      if (mark.family == Family::kSingle) return std::nullopt;
    }
    return std::nullopt;
  }

  void Close(size_t partner, uint32_t token) {
    const uint32_t begin = open_[partner].token;
    if (token > begin + 1) {
      found_.push_back({{begin, token + 1}, QuotationEnd::kClosed, false, 0});
    }
    open_.resize(partner);
  }

  /// "the allies' plan": an s, then a mark, then a word, and a surer close follows.
  bool IsBetterApostrophe(size_t index) const {
    const Mark& mark = marks_[index];
    if (mark.family != Family::kSingle || mark.token == 0) return false;
    const std::string_view before = TextOf(mark.token - 1);
    if (!before.ends_with('s') && !before.ends_with('S')) return false;
    const size_t limit = std::min(marks_.size(), index + kLookAhead);
    for (size_t i = index + 1; i < limit; ++i) {
      if (marks_[i].family != Family::kSingle) continue;
      if (marks_[i].may_open && !marks_[i].may_close) return false;
      const bool after_stop = tokens_[marks_[i].token - 1].kind == TokenClass::kPunctuation;
      if (marks_[i].may_close && after_stop) return true;
    }
    return false;
  }

  /// A quotation of several paragraphs: left open here, opened again by the same mark at the
  /// beginning of the next block. At the last paragraph it closes like any other.
  void ContinueInto(size_t index) {
    const TokenRange block = blocks_[index];
    const bool taken_up = continued_ && !block.empty() && SameMark(block.begin, *continued_);
    if (taken_up) MarkContinuation(block.begin);
    continued_.reset();
    if (open_.empty() || index + 1 >= blocks_.size()) return;
    const Mark& mark = open_.front();
    const TokenRange next = blocks_[index + 1];
    if (next.empty() || block.end < mark.token + 2 || !SameMark(next.begin, mark.token)) return;
    if (mark.family == Family::kSingle) return;
    found_.push_back({{mark.token, block.end},
                      QuotationEnd::kContinued,
                      taken_up && mark.token == block.begin,
                      0});
    continued_ = mark.token;
  }

  bool SameMark(uint32_t a, uint32_t b) const { return IsQuote(a) && TextOf(a) == TextOf(b); }

  void MarkContinuation(uint32_t token) {
    for (size_t i = block_found_; i < found_.size(); ++i) {
      if (found_[i].tokens.begin == token) found_[i].continues = true;
    }
  }

  void SetLevels() {
    std::vector<uint32_t> ends;
    for (Quotation& quotation : found_) {
      while (!ends.empty() && ends.back() <= quotation.tokens.begin) ends.pop_back();
      quotation.level = static_cast<uint8_t>(std::min<size_t>(ends.size(), 255));
      ends.push_back(quotation.tokens.end);
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<TokenRange>& blocks_;
  std::vector<Mark> marks_;
  std::vector<Mark> open_;
  std::vector<Quotation> found_;
  /// Where the quotations of the block at hand begin in `found_`.
  size_t block_found_ = 0;
  std::optional<uint32_t> continued_;
};

}  // namespace

std::vector<Quotation> FindQuotations(std::string_view text, const TokenisedText& tokenised) {
  return Pairing(text, tokenised).Run();
}

}  // namespace afterword
