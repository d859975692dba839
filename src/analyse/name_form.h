// How a name is written.
#pragma once

#include <string>
#include <string_view>

namespace afterword {

/// `text` with each run of white space as one space: a name may be broken over lines.
std::string OneLine(std::string_view text);

/// A name in capitals as running text has it: "ANNA O'BRIEN-LÖF" → "Anna O'Brien-Löf". Letters
/// outside Latin-1 stay as they are.
std::string NaturalCase(std::string_view capitals);

}  // namespace afterword
