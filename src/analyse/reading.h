// A document while it is analysed: its tokens with all that is known of them by form alone. Every
// later step reads this and adds nothing to it.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "analyse/lexicon.h"
#include "record/document.h"
#include "text/quotation.h"
#include "text/token.h"

namespace afterword {

inline constexpr uint32_t kNoIndex = std::numeric_limits<uint32_t>::max();

struct Reading {
  /// The document's; it must outlive the reading.
  std::string_view text;
  std::vector<Block> blocks;
  /// tokenised.blocks is parallel to `blocks`.
  TokenisedText tokenised;
  /// Parallel to the tokens.
  std::vector<const Word*> words;
  std::vector<TokenRange> sentences;
  std::vector<Quotation> quotations;
  /// For each token: its sentence, its block, and the outermost quotation it lies in or kNoIndex.
  std::vector<uint32_t> sentence_of;
  std::vector<uint32_t> block_of;
  std::vector<uint32_t> quotation_of;

  uint32_t size() const { return static_cast<uint32_t>(tokenised.tokens.size()); }
  const Token& token(uint32_t i) const { return tokenised.tokens[i]; }
  std::string_view TextOf(uint32_t i) const { return Slice(text, token(i).span); }
  bool Is(uint32_t i, WordFlags any) const { return words[i]->Is(any); }
  bool IsText(uint32_t i, std::string_view expected) const { return TextOf(i) == expected; }
  bool IsWord(uint32_t i) const { return token(i).kind == TokenClass::kWord; }
  bool IsQuote(uint32_t i) const { return token(i).kind == TokenClass::kQuote; }
  bool IsPunctuation(uint32_t i) const { return token(i).kind == TokenClass::kPunctuation; }
  /// A single mark that is part of no quotation: "the pilots' union".
  bool IsApostrophe(uint32_t i) const {
    return IsQuote(i) && quotation_of[i] == kNoIndex && (IsText(i, "'") || IsText(i, "\u2019"));
  }
  bool IsDash(uint32_t i) const;
  /// Begins with a capital: "May", "NATO", "McCain".
  bool IsCapital(uint32_t i) const {
    const CaseForm form = token(i).form;
    return form == CaseForm::kCapital || form == CaseForm::kUpper || form == CaseForm::kMixed;
  }
  bool IsLower(uint32_t i) const { return token(i).form == CaseForm::kLower; }
  TokenRange SentenceOf(uint32_t i) const { return sentences[sentence_of[i]]; }
  TokenRange BlockOf(uint32_t i) const { return tokenised.blocks[block_of[i]]; }
  /// Of running text, where people are quoted: paragraphs, list items, quotations.
  bool IsProse(uint32_t block) const;
  Span SpanOf(TokenRange range) const { return afterword::SpanOf(tokenised.tokens, range); }
  /// First token that begins at or after `offset`.
  uint32_t TokenAt(uint32_t offset) const;
};

/// A document without blocks is read as paragraphs split by blank lines. O(text).
Reading Read(const Document& document);

}  // namespace afterword
