#include "store/wording.h"

#include <algorithm>

#include "base/digest.h"

namespace afterword {
namespace {

constexpr size_t kQuotationDigestBytes = 16;

/// True if a character may begin at `place`, or the text ends there.
bool IsBetweenCharacters(std::string_view text, size_t place) {
  return place == text.size() || (static_cast<uint8_t>(text[place]) & 0xc0) != 0x80;
}

void AppendLine(std::string& lines, std::string_view line) {
  if (!lines.empty()) lines += '\n';
  lines += line;
}

}  // namespace

std::string TitleWords(const std::vector<std::string>& titles) {
  std::string words;
  for (auto title = titles.begin(); title != titles.end(); ++title) {
    if (title->empty()) continue;
    if (std::find(titles.begin(), title, *title) == title) AppendLine(words, *title);
  }
  return words;
}

std::string ContentWords(std::string_view text, const std::vector<Span>& content) {
  std::string words;
  for (const Span span : content) AppendLine(words, Slice(text, span));
  return words;
}

std::string QuotationDigest(std::string_view content_words) {
  const Digest digest = Sha256(content_words);
  return {digest.bytes.begin(), digest.bytes.begin() + kQuotationDigestBytes};
}

bool IsOnCharacters(std::string_view text, Span span) {
  return span.begin <= span.end && span.end <= text.size() &&
         IsBetweenCharacters(text, span.begin) && IsBetweenCharacters(text, span.end);
}

}  // namespace afterword
