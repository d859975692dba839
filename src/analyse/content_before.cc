#include "analyse/content_before.h"

#include <algorithm>

#include "analyse/clause.h"

namespace afterword {
namespace {

constexpr uint32_t kMaxDateline = 12;
constexpr uint32_t kMinClauseWords = 3;
/// A circumstance of so many words is more likely a clause.
constexpr uint32_t kMaxCircumstance = 7;

}  // namespace

std::vector<TokenRange> ContentBefore::Quotation(uint32_t token) const {
  if (token == 0) return {};
  uint32_t end = token;
  const bool mark = reading_.IsText(end - 1, ",") || reading_.IsDash(end - 1);
  if (mark && end >= 2) --end;
  const uint32_t index = reading_.quotation_of[end - 1];
  if (index == kNoIndex || reading_.block_of[end - 1] != reading_.block_of[token]) return {};
  const TokenRange quotation = reading_.quotations[index].tokens;
  if (quotation.end != end || drafts_.IsTaken(quotation.begin)) return {};
  const uint32_t begin = ClauseBegin(quotation.begin);
  const bool whole = CountWords(reading_, {begin, quotation.begin}) <= 1 ||
                     reading_.IsText(quotation.begin - 1, ":");
  const TokenRange part{whole ? quotation.begin : begin, end};
  if (CountWords(reading_, part) == 0) return {};
  std::vector<TokenRange> parts = EarlierParts(index);
  parts.push_back(part);
  return parts;
}

TokenRange ContentBefore::Clause(uint32_t token) const {
  const TokenRange rest = Rest(token);
  const bool fits = CountWords(reading_, rest) >= kMinClauseWords && !drafts_.IsAnyTaken(rest) &&
                    !IsCircumstance(rest);
  return fits ? rest : TokenRange{};
}

TokenRange ContentBefore::Rest(uint32_t token) const {
  return TrimMarks(reading_, {ClauseBegin(token), token});
}

std::vector<TokenRange> ContentBefore::EarlierParts(uint32_t index) const {
  std::vector<TokenRange> parts;
  while (index > 0 && reading_.quotations[index].continues) {
    do --index;
    while (index > 0 && reading_.quotations[index].level > 0);
    parts.insert(parts.begin(), reading_.quotations[index].tokens);
  }
  return parts;
}

/// Where the clause around `token` begins: its sentence, or after what is claimed in it.
uint32_t ContentBefore::ClauseBegin(uint32_t token) const {
  uint32_t begin = token;
  const uint32_t first = AfterDateline(reading_.SentenceOf(token).begin, token);
  while (begin > first && !drafts_.IsTaken(begin - 1)) --begin;
  while (begin < token &&
         (reading_.IsPunctuation(begin) || reading_.Is(begin, word::kBut | word::kConjunction))) {
    ++begin;
  }
  return begin;
}

/// Past "LISBON, March 14 (Reuters) -" at the beginning of a block.
uint32_t ContentBefore::AfterDateline(uint32_t begin, uint32_t token) const {
  const bool place =
      begin == reading_.BlockOf(begin).begin && reading_.token(begin).form == CaseForm::kUpper;
  if (!place) return begin;
  for (uint32_t i = begin; i < std::min(token, begin + kMaxDateline); ++i) {
    if (reading_.IsDash(i)) return i + 1;
  }
  return begin;
}

/// "In Brussels, …", "Asked about it, …" are no statements.
bool ContentBefore::IsCircumstance(TokenRange range) const {
  const uint32_t i = range.begin;
  const bool opener = reading_.Is(i, word::kPreposition | word::kSubordinator) ||
                      reading_.TextOf(i).ends_with("ing") || reading_.IsText(i, "Asked");
  return opener && CountWords(reading_, range) <= kMaxCircumstance &&
         !reading_.Is(i, word::kPronoun);
}

}  // namespace afterword
