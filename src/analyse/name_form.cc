#include "analyse/name_form.h"

namespace afterword {
namespace {

/// The second byte of "À" to "Þ" in UTF-8, less that of "×".
bool IsLatinCapital(char lead, char second) {
  const auto byte = static_cast<unsigned char>(second);
  return lead == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
}

}  // namespace

std::string OneLine(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  return line;
}

std::string NaturalCase(std::string_view capitals) {
  std::string name(capitals);
  bool begins = true;
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == '\xC3') continue;
    const bool ascii = c >= 'A' && c <= 'Z';
    const bool latin = i > 0 && IsLatinCapital(name[i - 1], c);
    if (!begins && (ascii || latin)) name[i] = static_cast<char>(c + 0x20);
    // The last byte of U+2019 is 0x99: a letter follows both apostrophes.
    const bool curly = i > 1 && name.compare(i - 2, 3, "\u2019") == 0;
    begins = c == ' ' || c == '-' || c == '\'' || curly;
  }
  return name;
}

}  // namespace afterword
