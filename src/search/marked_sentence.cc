#include "search/marked_sentence.h"

#include <algorithm>
#include <utility>

#include "search/porter.h"
#include "search/words.h"
#include "text/utf8.h"

namespace afterword {
namespace {

using Occurrence = WantedWords::Occurrence;

constexpr std::string_view kCut = "\u2026";

/// Occurrences that lie in `sentence`, the first of which is `*from` or later; moves `from` past
/// them.
std::vector<Occurrence> TakeWithin(Span sentence, const std::vector<Occurrence>& all,
                                   size_t& from) {
  std::vector<Occurrence> within;
  while (from < all.size() && all[from].span.begin < sentence.end) {
    if (sentence.Contains(all[from].span)) within.push_back(all[from]);
    ++from;
  }
  return within;
}

size_t CountTerms(const std::vector<Occurrence>& occurrences) {
  std::vector<size_t> terms;
  for (const Occurrence& occurrence : occurrences) terms.push_back(occurrence.term);
  std::sort(terms.begin(), terms.end());
  return static_cast<size_t>(std::unique(terms.begin(), terms.end()) - terms.begin());
}

/// What of `sentence` is shown: all of it, or a part that begins a little before `focus`.
Span ShownPart(std::string_view text, Span sentence, size_t focus) {
  if (sentence.size() <= kMaxShownBytes) return sentence;
  constexpr size_t kBeforeFocus = 200;
  size_t begin = sentence.begin;
  if (focus > sentence.begin + kMaxShownBytes / 2) {
    begin = FloorToUtf8Boundary(text, focus - kBeforeFocus);
  }
  const size_t end = std::min<size_t>(sentence.end, begin + kMaxShownBytes);
  return MakeSpan(begin, FloorToUtf8Boundary(text, end));
}

MarkedSentence Show(std::string_view text, Span sentence,
                    const std::vector<Occurrence>& occurrences) {
  const size_t focus = occurrences.empty() ? sentence.begin : occurrences.front().span.begin;
  const Span part = ShownPart(text, sentence, focus);
  MarkedSentence shown;
  shown.span = sentence;
  if (part.begin > sentence.begin) shown.text = kCut;
  const auto lead = static_cast<uint32_t>(shown.text.size());
  shown.text += Slice(text, part);
  if (part.end < sentence.end) shown.text += kCut;
  for (const Occurrence& occurrence : occurrences) {
    if (!part.Contains(occurrence.span)) continue;
    const Span match{occurrence.span.begin - part.begin + lead,
                     occurrence.span.end - part.begin + lead};
    if (!shown.matches.empty() && shown.matches.back().end >= match.begin) {
      shown.matches.back().end = std::max(shown.matches.back().end, match.end);
    } else {
      shown.matches.push_back(match);
    }
  }
  return shown;
}

unsigned char FirstByte(const std::string& word) { return static_cast<unsigned char>(word[0]); }

}  // namespace

WantedWords::WantedWords(const Clause& query) { Collect(query); }

void WantedWords::Collect(const Clause& clause) {
  if (clause.kind == Clause::Kind::kNot || clause.kind == Clause::Kind::kField) return;
  for (const Clause& child : clause.clauses) Collect(child);
  if (clause.kind != Clause::Kind::kWords) return;
  Term term;
  for (const FoldedWord& word : FoldWords(clause.text)) term.push_back(PorterStem(word.text));
  if (term.empty()) return;
  for (const std::string& stem : term) first_bytes_.set(FirstByte(stem));
  terms_.push_back(std::move(term));
}

std::vector<Occurrence> WantedWords::FindIn(std::string_view text) const {
  std::vector<FoldedWord> words = FoldWords(text);
  for (FoldedWord& word : words) {
    // OPTIMIZATION: a word with another first letter is no match, stemmed or not.
    if (first_bytes_.test(FirstByte(word.text))) word.text = PorterStem(word.text);
  }
  std::vector<Occurrence> occurrences;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!first_bytes_.test(FirstByte(words[at].text))) continue;
    for (size_t term = 0; term < terms_.size(); ++term) {
      const Term& stems = terms_[term];
      if (stems.size() > words.size() - at) continue;
      const bool here =
          std::equal(stems.begin(), stems.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                     [](const std::string& stem, const FoldedWord& w) { return stem == w.text; });
      if (!here) continue;
      const Span span{words[at].span.begin, words[at + stems.size() - 1].span.end};
      occurrences.push_back({span, term});
    }
  }
  return occurrences;
}

MarkedSentence ChooseSentence(std::string_view text, const std::vector<Span>& sentences,
                              const WantedWords& wanted) {
  if (sentences.empty()) return WithoutMarks(text, MakeSpan(0, text.size()));
  if (wanted.empty()) return WithoutMarks(text, sentences.front());
  const auto found = wanted.FindIn(
      text.substr(0, FloorToUtf8Boundary(text, std::min(text.size(), kMaxScannedBytes))));
  Span best = sentences.front();
  std::vector<Occurrence> best_occurrences;
  size_t best_terms = 0;
  size_t from = 0;
  for (const Span sentence : sentences) {
    std::vector<Occurrence> within = TakeWithin(sentence, found, from);
    const size_t terms = CountTerms(within);
    if (terms <= best_terms) continue;
    best = sentence;
    best_terms = terms;
    best_occurrences = std::move(within);
    if (best_terms == wanted.size()) break;
  }
  return Show(text, best, best_occurrences);
}

MarkedSentence WithoutMarks(std::string_view text, Span span) { return Show(text, span, {}); }

}  // namespace afterword
