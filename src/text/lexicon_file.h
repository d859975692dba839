// The form of the files in data/lexicon/: rows of fields split by tabs; '#' begins a comment line.
#pragma once

#include <string_view>
#include <vector>

namespace afterword {

using LexiconRow = std::vector<std::string_view>;

/// Views into `file`, without comments and empty lines.
std::vector<LexiconRow> ReadLexicon(std::string_view file);

/// "say,says,said" → its parts.
std::vector<std::string_view> SplitAt(std::string_view text, char separator);

}  // namespace afterword
