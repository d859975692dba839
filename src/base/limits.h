// Every limit on what is read, in one place. A document beyond one is refused with its reason.
#pragma once

#include <cstddef>

namespace afterword {

/// One input file or one line of JSONL, as bytes.
inline constexpr size_t kMaxInputBytes = 256u << 20;
/// The text of one document after extraction.
inline constexpr size_t kMaxTextBytes = 64u << 20;
/// Nesting of HTML elements that is followed; deeper pages are refused.
inline constexpr size_t kMaxHtmlDepth = 2'000;
/// Nesting of JSON values.
inline constexpr size_t kMaxJsonDepth = 64;
/// One stated field of a document: its title, an author, its address …
inline constexpr size_t kMaxFieldBytes = 1u << 20;
/// Authors of one document.
inline constexpr size_t kMaxAuthors = 1'000;

// Of a worker process that reads documents (ingest/sandbox_worker.h).

/// Processor time for one document.
inline constexpr unsigned kMaxReaderSeconds = 10;
/// Time by the clock for one document: a reader may be waiting, which costs no processor time.
inline constexpr unsigned kMaxReaderWaitSeconds = 120;
/// Address space.
inline constexpr size_t kMaxReaderBytes = 1u << 30;
/// One answer: the text, its parts, and an original that is not the bytes sent.
inline constexpr size_t kMaxAnswerBytes = 256u << 20;
/// After as many documents, bytes or seconds of processor time a fresh worker takes over.
inline constexpr size_t kMaxReaderItems = 5'000;
inline constexpr size_t kMaxReaderInputBytes = 1u << 30;
inline constexpr unsigned kMaxReaderLifeSeconds = 300;

}  // namespace afterword
