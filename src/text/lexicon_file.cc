#include "text/lexicon_file.h"

namespace afterword {

std::vector<std::string_view> SplitAt(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  while (true) {
    const size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::vector<LexiconRow> ReadLexicon(std::string_view file) {
  std::vector<LexiconRow> rows;
  for (const std::string_view line : SplitAt(file, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(SplitAt(line, '\t'));
  }
  return rows;
}

}  // namespace afterword
