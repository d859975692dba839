// For tests: a folder that goes away, and readings to put into a casebook.
#pragma once

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "store/packed_reading.h"

namespace afterword {

class TestFolder {
 public:
  TestFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "casebook-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline AnalysedDocument PlainReading(const std::string& text, const std::string& id = "a.txt") {
  AnalysedDocument reading;
  reading.document.text = text;
  reading.document.digest = Sha256(text);
  reading.document.blocks = {{BlockKind::kParagraph, MakeSpan(0, text.size())}};
  reading.document.publication.id = id;
  reading.document.publication.address = id;
  reading.analysis.reader = "test-1";
  return reading;
}

/// "The port is open", Mara Lind said.
inline AnalysedDocument QuotingReading() {
  AnalysedDocument reading = PlainReading("“The port is open”, Mara Lind said.", "port.txt");
  reading.document.publication.title = "Harbour news";
  reading.document.publication.published = Date{2025, 3, 9};
  reading.analysis.sentences = {MakeSpan(0, reading.document.text.size())};
  reading.analysis.entities = {{"Mara Lind", EntityKind::kPerson, {{24, 33}}}};
  Statement statement;
  statement.content = {{3, 19}};
  statement.source = {{24, 33}};
  statement.cue = {{34, 38}};
  statement.speaker = 0;
  statement.kind = StatementKind::kDirect;
  reading.analysis.statements = {statement};
  return reading;
}

/// Makes readings that use every field, over texts with characters of one to four bytes.
class RandomReadings {
 public:
  explicit RandomReadings(uint32_t seed) : random_(seed) {}

  AnalysedDocument Next() {
    AnalysedDocument reading =
        PlainReading(Words(Below(200) + 1), "item-" + std::to_string(count_++));
    FillDocument(reading.document);
    FillAnalysis(reading);
    return reading;
  }

  size_t Below(size_t bound) {
    return std::uniform_int_distribution<size_t>(0, bound - 1)(random_);
  }

 private:
  template <typename T>
  T OneOf(std::vector<T> values) {
    return values[Below(values.size())];
  }

  std::string Words(size_t count) {
    std::string words;
    for (size_t i = 0; i < count; ++i) {
      words += OneOf<std::string>({"a", "ship ", "naïve ", "“", "”", "桥 ", "🙂", "\n\n", "said ",
                                   "Łódź ", "2025 ", std::string(1, '\0')});
    }
    return words;
  }

  std::optional<Date> AnyDate() {
    Date date{static_cast<int16_t>(1 + Below(9'999)), static_cast<uint8_t>(Below(13)), 0};
    if (date.month > 0) date.day = static_cast<uint8_t>(Below(29));
    return Below(3) == 0 ? std::nullopt : std::optional(date);
  }

  /// Ordered, disjoint, on characters; may be empty.
  std::vector<Span> Spans(const std::string& text) {
    std::vector<size_t> places(2 * Below(8));
    for (size_t& place : places) {
      place = Below(text.size() + 1);
      while (place < text.size() && (static_cast<uint8_t>(text[place]) & 0xc0) == 0x80) --place;
    }
    std::sort(places.begin(), places.end());
    std::vector<Span> spans;
    for (size_t i = 0; i < places.size(); i += 2) {
      spans.push_back(MakeSpan(places[i], places[i + 1]));
    }
    return spans;
  }

  void FillDocument(Document& document) {
    document.language = OneOf<std::string>({"en", "und", "pl"});
    document.dateline = OneOf<std::string>({"", "ŁÓDŹ (PAP)"});
    document.blocks.clear();
    for (const Span span : Spans(document.text)) {
      document.blocks.push_back({static_cast<BlockKind>(Below(8)), span});
    }
    Publication& publication = document.publication;
    publication.title = Words(Below(6));
    publication.publisher = OneOf<std::string>({"", "Gazette", "Ministry of Ports"});
    publication.authors = OneOf<std::vector<std::string>>({{}, {"A. \"B\" C"}, {"Ł", "", "x\ny"}});
    publication.published = AnyDate();
    publication.modified = AnyDate();
    publication.url = OneOf<std::string>({"", "https://example.org/1?a=b"});
    publication.media_type = OneOf<std::string>({"text/plain", "text/html", ""});
    if (Below(2) == 0) publication.original = Words(Below(300));
  }

  void FillAnalysis(AnalysedDocument& reading) {
    const std::string& text = reading.document.text;
    Analysis& analysis = reading.analysis;
    analysis.sentences = Spans(text);
    analysis.entities.resize(Below(6));
    for (Entity& entity : analysis.entities) {
      entity.name = OneOf<std::string>({"Lind", "Mara Lind", "the Navy", "Łódź"});
      entity.kind = static_cast<EntityKind>(Below(5));
      entity.mentions = Spans(text);
    }
    analysis.statements.resize(Below(8));
    for (Statement& statement : analysis.statements) Fill(statement, reading);
  }

  void Fill(Statement& statement, const AnalysedDocument& reading) {
    const std::string& text = reading.document.text;
    statement.source = Spans(text);
    statement.cue = Spans(text);
    statement.content = Spans(text);
    const size_t entities = reading.analysis.entities.size();
    if (entities > 0 && Below(3) > 0) statement.speaker = static_cast<uint32_t>(Below(entities));
    statement.kind = static_cast<StatementKind>(Below(3));
    statement.force = static_cast<Force>(Below(7));
    statement.negated = Below(2) == 0;
    statement.conditional = Below(2) == 0;
    statement.said_at = AnyDate();
    statement.score = static_cast<float>(Below(1'000) + 1) / 1'000.0F;
  }

  std::mt19937 random_;
  size_t count_ = 0;
};

}  // namespace afterword
