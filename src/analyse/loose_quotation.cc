#include "analyse/loose_quotation.h"

#include "analyse/clause.h"

namespace afterword {
namespace {

constexpr uint32_t kMinQuotationWords = 4;

class LooseQuotations {
 public:
  LooseQuotations(const Reading& reading, Drafts& drafts) : reading_(reading), drafts_(drafts) {}

  void Run() {
    drafts_.Sort();
    by_cue_ = drafts_.list().size();
    for (uint32_t i = 0; i < reading_.quotations.size(); ++i) Try(i);
    drafts_.Sort();
  }

 private:
  void Try(uint32_t index) {
    const Quotation& quotation = reading_.quotations[index];
    const TokenRange range = quotation.tokens;
    if (quotation.level > 0 || drafts_.IsTaken(range.begin)) return;
    const uint32_t block = reading_.block_of[range.begin];
    if (!reading_.IsProse(block) || CountWords(reading_, range) < kMinQuotationWords) return;
    if (!IsSentence(quotation)) return;
    const TokenRange whole = reading_.tokenised.blocks[block];
    if (range.begin == whole.begin && TrimMarks(reading_, whole).end <= range.end) {
      if (FollowsStatement(block)) drafts_.Keep({{}, {}, {range}, 0.7F});
    } else if (const size_t before = DraftBefore(range.begin); before < by_cue_) {
      Join(before, range);
    }
  }

  /// Index of the last statement in the same block before `token` that was found by its cue;
  /// by_cue_ if none.
  size_t DraftBefore(uint32_t token) {
    const std::vector<Draft>& list = drafts_.list();
    while (next_ < by_cue_ && list[next_].First() < token) ++next_;
    if (next_ == 0) return by_cue_;
    const Draft& draft = list[next_ - 1];
    const uint32_t block = reading_.block_of[token];
    const bool same = reading_.block_of[draft.First()] == block ||
                      reading_.block_of[draft.content.back().begin] == block;
    return same && draft.content.back().end <= token ? next_ - 1 : by_cue_;
  }

  /// `"A," X said of it. "B."` is one statement; after `X said that A. "B."` B stands by itself.
  void Join(size_t before, TokenRange range) {
    const TokenRange last = drafts_.list()[before].content.back();
    if (reading_.quotation_of[last.begin] == kNoIndex) {
      return drafts_.Keep({{}, {}, {range}, 0.6F});
    }
    drafts_.Extend(before, range);
  }

  /// A title or a heading in quotation marks has no stop.
  bool IsSentence(const Quotation& quotation) const {
    const TokenRange range = quotation.tokens;
    if (reading_.SentenceOf(range.begin).begin != range.begin) return false;
    if (quotation.end == QuotationEnd::kContinued) return true;
    const uint32_t end = reading_.SentenceOf(range.end - 1).end;
    const bool stop_inside = reading_.IsPunctuation(range.end - 2) && end == range.end;
    const bool stop_after = end == range.end + 1 && reading_.IsPunctuation(range.end);
    return stop_inside || stop_after;
  }

  /// The block before, less headings, holds a statement.
  bool FollowsStatement(uint32_t block) const {
    while (block > 0) {
      --block;
      if (reading_.IsProse(block)) break;
    }
    return drafts_.EndsIn(block);
  }

  const Reading& reading_;
  Drafts& drafts_;
  /// How many drafts were found by their cues.
  size_t by_cue_ = 0;
  size_t next_ = 0;
};

}  // namespace

void AddLooseQuotations(const Reading& reading, Drafts& drafts) {
  LooseQuotations(reading, drafts).Run();
}

}  // namespace afterword
