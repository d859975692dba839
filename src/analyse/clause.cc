#include "analyse/clause.h"

#include <algorithm>

namespace afterword {
namespace {

/// How far after "but" or "and" the cue of the next report may stand.
constexpr uint32_t kSubjectRoom = 8;

class ClauseScan {
 public:
  ClauseScan(const Reading& reading, const std::vector<Cue>& cues)
      : reading_(reading), cues_(cues) {}

  uint32_t EndFrom(uint32_t begin) const {
    const uint32_t end = reading_.SentenceOf(begin).end;
    auto cue = std::partition_point(cues_.begin(), cues_.end(),
                                    [begin](const Cue& c) { return c.tokens.begin < begin; });
    uint32_t i = begin;
    while (i < end) {
      if (reading_.quotation_of[i] != kNoIndex) {
        i = reading_.quotations[reading_.quotation_of[i]].tokens.end;
        continue;
      }
      while (cue != cues_.end() && cue->tokens.begin < i) ++cue;
      if (cue == cues_.end() || cue->tokens.begin >= end) return std::max(i, end);
      if (BeginsReport(i, *cue)) return i;
      ++i;
    }
    return i;
  }

 private:
  /// Whether the report of `cue`, the next one, begins at `i`.
  bool BeginsReport(uint32_t i, const Cue& cue) const {
    const uint32_t verb = cue.tokens.begin;
    if (cue.form != CueForm::kFinite) {
      const bool mark = reading_.IsText(i, ",") || reading_.IsDash(i);
      return verb == i || (mark && verb == i + 1);
    }
    if (reading_.IsText(i, "and") || reading_.IsText(i, "but")) {
      if (!cue.Takes(takes::kQuotation) && verb == i + 1) return false;
      return verb == i + 1 || (verb == i + 2 && reading_.Is(i + 1, word::kAdverb | word::kPronoun));
    }
    const bool mark = reading_.IsText(i, ",") || reading_.IsText(i, ";") || reading_.IsDash(i);
    if (!mark || verb > i + kSubjectRoom) return false;
    const bool turns = reading_.Is(i + 1, word::kBut | word::kConjunction) ||
                       reading_.IsText(i + 1, "while") || reading_.IsText(i + 1, "although");
    return turns && verb > i + 2 && !MarkBetween(i + 1, verb);
  }

  bool MarkBetween(uint32_t begin, uint32_t end) const {
    for (uint32_t i = begin; i < end; ++i) {
      if (reading_.IsPunctuation(i)) return true;
    }
    return false;
  }

  const Reading& reading_;
  const std::vector<Cue>& cues_;
};

}  // namespace

uint32_t ClauseEnd(const Reading& reading, const std::vector<Cue>& cues, uint32_t begin) {
  const uint32_t end = ClauseScan(reading, cues).EndFrom(begin);
  return TrimMarks(reading, {begin, end}).end;
}

TokenRange TrimMarks(const Reading& reading, TokenRange range) {
  const auto is_mark = [&reading](uint32_t i) {
    const std::string_view text = reading.TextOf(i);
    return reading.IsPunctuation(i) && (text.front() == '.' || text == "," || text == ";" ||
                                        text == ":" || text == "\u2026" || reading.IsDash(i));
  };
  while (!range.empty() && is_mark(range.end - 1)) --range.end;
  while (!range.empty() && is_mark(range.begin)) ++range.begin;
  return range;
}

uint32_t CountWords(const Reading& reading, TokenRange range) {
  uint32_t count = 0;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    count += reading.IsWord(i) || reading.token(i).kind == TokenClass::kNumber ? 1 : 0;
  }
  return count;
}

}  // namespace afterword
