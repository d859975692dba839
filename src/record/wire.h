// A Document, or the Error in its place, as bytes: what a reader's worker process answers with.
//
// The worker reads hostile bytes and may have been taken over by them, so decoding believes
// nothing: every length, number, span, date and byte of UTF-8 is checked, the digest is computed
// anew, and what a person will read is freed of control characters. What comes out keeps the
// contract of record/document.h, though it need not be true.
//
// Form: a byte that says which of the two follows, then the fields in the order of their
// declaration. Numbers are little-endian; a string is its length in 4 bytes and its bytes.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "record/document.h"

namespace afterword {

using ReaderAnswer = std::variant<Document, Error>;

/// `sent` is what the document was read from: an original that equals it is not repeated. The
/// digest and publication.address are left out.
std::string EncodeAnswer(const Result<Document>& answer, std::string_view sent);

/// The answer in `bytes`, without publication.address. Blocks are ordered, disjoint, within the
/// text and cut no character. O(bytes.size()).
/// Errors: kCorrupt for what EncodeAnswer does not write, kLimitExceeded for a text, field or list
/// beyond base/limits.h; the message says which.
Result<ReaderAnswer> DecodeAnswer(std::string_view bytes, std::string_view sent);

}  // namespace afterword
