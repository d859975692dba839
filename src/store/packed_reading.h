// A reading in the form in which it lies in the casebook. Packing takes most of the work off the
// one thread that writes: texts are compressed, digests taken and spans checked beforehand, by as
// many threads as there are.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "base/result.h"
#include "record/analysis.h"
#include "record/document.h"

namespace afterword {

struct AnalysedDocument {
  Document document;
  Analysis analysis;
};

struct PackedEntity {
  std::string name;
  std::string_view kind;
  std::string mentions;
};

struct PackedStatement {
  std::optional<uint32_t> speaker;  // index into entities
  std::string_view kind;
  std::string_view force;
  bool negated = false;
  bool conditional = false;
  std::string said_at;
  float score = 1;
  std::string spans;
  std::string quotation;
  std::string content;  // words for the index
};

struct PackedOriginal {
  Digest digest;
  std::string frame;
};

struct PackedPublication {
  Digest key;  // tells appearances of one text apart
  std::string given_id;
  std::string title;
  std::string publisher;
  std::string authors;
  std::string published;
  std::string modified;
  std::string url;
  std::string address;
  std::string media_type;
  std::optional<PackedOriginal> original;
};

struct PackedReading {
  Digest digest;
  std::string text;  // words for the index
  std::string frame;
  std::string language;
  std::string dateline;
  std::string layout;
  std::string reader;
  std::vector<PackedEntity> entities;
  std::vector<PackedStatement> statements;
  PackedPublication publication;
};

/// Pure; may run in many threads at once. `document.digest` is trusted.
/// Errors: kInternal if the analysis breaks its contract: spans outside the text, within a
/// character, out of order or overlapping; a speaker that is no entity. Nothing is stored that
/// cannot be shown in its place.
Result<PackedReading> Pack(AnalysedDocument reading);

}  // namespace afterword
