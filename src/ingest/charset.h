// Bytes in any charset → UTF-8.
//
// The charset is told, in this order: a byte order mark; UTF-8 that is valid and has more than
// ASCII in it (chance makes such bytes so rarely that it outweighs a wrong label); what was
// declared; windows-1252. Labels mean what browsers take them for (WHATWG Encoding): "iso-8859-1"
// and "ascii" are windows-1252, "gb2312" is GB 18030.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace afterword {

/// `bytes` as valid UTF-8 without a byte order mark. `declared` is a charset label, empty where
/// none was stated; one that is not known counts as none. Sequences that are no text in the charset
/// become U+FFFD. O(bytes.size()).
/// Errors: kInternal if a converter cannot be had.
Result<std::string> ToUtf8(std::string_view bytes, std::string_view declared);

/// The charset that an HTML page states in its first bytes (`<meta charset>`, `<?xml encoding>`);
/// empty where it states none.
std::string_view CharsetDeclaredInHtml(std::string_view bytes);

}  // namespace afterword
