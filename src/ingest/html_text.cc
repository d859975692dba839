#include "ingest/html_text.h"

#include <algorithm>

namespace afterword {
namespace {

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c & 0x80) != 0;
}

}  // namespace

std::string LowerAscii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string CollapseWhiteSpace(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text.substr(i, 2) == "\xC2\xA0";
    if (no_break || static_cast<unsigned char>(text[i]) <= ' ') {
      space = !out.empty();
      if (no_break) ++i;
      continue;
    }
    if (space) out.push_back(' ');
    space = false;
    out.push_back(text[i]);
  }
  return out;
}

std::string PlainText(std::string_view value) {
  std::string text(value.substr(0, 1 << 16));
  for (int pass = 0; pass < 2 && text.find_first_of("&<") != text.npos; ++pass) {
    const auto tree = HtmlTree::Parse(text);
    if (!tree.ok()) break;
    text = TextBelow(tree.value(), 0, text.size());
  }
  return CollapseWhiteSpace(text);
}

std::string TextBelow(const HtmlTree& tree, uint32_t node, size_t max_bytes) {
  const auto& nodes = tree.nodes();
  std::string text;
  for (uint32_t i = node; i < nodes[node].end && text.size() < max_bytes; ++i) {
    if (nodes[i].tag == HtmlTag::kScript || nodes[i].tag == HtmlTag::kSkipped) {
      i = nodes[i].end - 1;
    } else if (nodes[i].tag == HtmlTag::kText) {
      text.append(nodes[i].text);
    } else {
      if (nodes[i].tag != HtmlTag::kEmphasis) text.push_back(' ');
    }
  }
  return CollapseWhiteSpace(text);
}

std::string LettersOnly(std::string_view text) {
  std::string letters = LowerAscii(text);
  // Typographic punctuation is E2 80 xx: as little a letter as its ASCII forms.
  for (size_t at = letters.find("\xE2\x80"); at != letters.npos;
       at = letters.find("\xE2\x80", at)) {
    letters.erase(at, 3);
  }
  std::erase_if(letters, [](char c) { return !IsWordByte(c); });
  return letters;
}

bool HasWord(std::string_view text, std::string_view word) {
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || !IsWordByte(text[at - 1])) && (end == text.size() || !IsWordByte(text[end]))) {
      return true;
    }
  }
  return false;
}

}  // namespace afterword
