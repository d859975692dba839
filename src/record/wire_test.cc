#include "record/wire.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <random>

#include "base/limits.h"
#include "text/utf8.h"

namespace afterword {
namespace {

constexpr std::string_view kSent = "<p>The bridge holds.</p>";

Document Sample() {
  Document document;
  document.text = "Brücke hält\n\nLUNDE — The bridge holds.";
  document.digest = Sha256(document.text);
  document.language = "de";
  document.dateline = "LUNDE";
  document.blocks = {{BlockKind::kHeadline, {0, 13}}, {BlockKind::kParagraph, {15, 42}}};
  Publication& publication = document.publication;
  publication.id = "b-1";
  publication.title = "Brücke hält";
  publication.publisher = "Coast Wire";
  publication.authors = {"Anna Berg", "Tor Vik"};
  publication.published = Date{2024, 6, 6};
  publication.modified = Date{2024, 6, 0};
  publication.url = "https://example.org/b";
  publication.media_type = "text/html";
  publication.original = kSent;
  return document;
}

std::string DumpDate(const std::optional<Date>& date) { return date ? ToIso(*date) : "-"; }

/// Every field that travels, on one line.
std::string Dump(const Result<ReaderAnswer>& answer) {
  if (!answer.ok()) return "undecodable: " + answer.error().message;
  if (const auto* error = std::get_if<Error>(&answer.value())) {
    return fmt::format("error {}: {}", Name(error->code), error->message);
  }
  const Document& document = std::get<Document>(answer.value());
  const Publication& publication = document.publication;
  std::string blocks;
  for (const Block& block : document.blocks) {
    blocks += fmt::format(" {}={}..{}", Name(block.kind), block.span.begin, block.span.end);
  }
  std::string authors;
  for (const std::string& author : publication.authors) authors += author + ";";
  return fmt::format("{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}|{}", document.text,
                     ToHex(document.digest), document.language, document.dateline, blocks,
                     publication.id, publication.title, publication.publisher, authors,
                     DumpDate(publication.published), DumpDate(publication.modified),
                     publication.url, publication.media_type, publication.original);
}

std::string DumpSent(const Result<Document>& document) {
  return Dump(DecodeAnswer(EncodeAnswer(document, kSent), kSent));
}

TEST(Wire, GivesADocumentBackWhole) { EXPECT_EQ(DumpSent(Sample()), Dump(ReaderAnswer(Sample()))); }

TEST(Wire, GivesAnEmptyDocumentBack) {
  Document empty;
  empty.digest = Sha256("");
  EXPECT_EQ(DumpSent(empty), Dump(ReaderAnswer(empty)));
}

TEST(Wire, DoesNotRepeatWhatWasSent) {
  Document without = Sample();
  without.publication.original.clear();
  EXPECT_EQ(EncodeAnswer(Sample(), kSent).size(), EncodeAnswer(without, kSent).size());
  Document other = Sample();
  other.publication.original = "other bytes \xFF";
  EXPECT_EQ(DumpSent(other), Dump(ReaderAnswer(other)));
}

TEST(Wire, ComputesTheDigestAnew) {
  Document liar = Sample();
  liar.digest = Sha256("something else");
  EXPECT_EQ(DumpSent(liar), Dump(ReaderAnswer(Sample())));
}

TEST(Wire, GivesAnErrorBackWithoutControlCharacters) {
  EXPECT_EQ(DumpSent(Error{ErrorCode::kLimitExceeded, "too deep at é"}),
            "error limit exceeded: too deep at é");
  EXPECT_EQ(DumpSent(Error{ErrorCode::kInvalidInput, "date \"\x1B[2J\n\xC2\x9B\" is none"}),
            "error invalid input: date \" [2J \xC2\xA0\" is none");
}

struct Lie {
  const char* name;
  void (*tell)(Document&);
  const char* answer;
};

class WireLieTest : public testing::TestWithParam<Lie> {};

TEST_P(WireLieTest, IsFound) {
  Document document = Sample();
  GetParam().tell(document);
  EXPECT_EQ(DumpSent(document), std::string("undecodable: ") + GetParam().answer);
}

const Lie kLies[] = {
    {"span_beyond_the_text", [](Document& d) { d.blocks[1].span.end = 43; },
     "the reader's answer is broken: blocks out of order or outside the text"},
    {"blocks_overlap", [](Document& d) { d.blocks[1].span.begin = 12; },
     "the reader's answer is broken: blocks out of order or outside the text"},
    {"span_backwards", [](Document& d) { d.blocks[1].span = {30, 20}; },
     "the reader's answer is broken: blocks out of order or outside the text"},
    {"span_cuts_a_character", [](Document& d) { d.blocks[0].span.end = 3; },
     "the reader's answer is broken: a block that begins or ends within a character"},
    {"kind_of_block", [](Document& d) { d.blocks[0].kind = static_cast<BlockKind>(99); },
     "the reader's answer is broken: a kind that there is not"},
    {"text_not_utf8", [](Document& d) { d.text[0] = '\xFF'; },
     "the reader's answer is broken: a text is not UTF-8"},
    {"title_not_utf8", [](Document& d) { d.publication.title = "\xC0\xAF"; },
     "the reader's answer is broken: a title is not UTF-8"},
    {"no_such_day", [](Document& d) { d.publication.published = Date{2023, 2, 30}; },
     "the reader's answer is broken: a date that is none"},
    {"no_such_year", [](Document& d) { d.publication.modified = Date{-5, 2, 3}; },
     "the reader's answer is broken: a date that is none"},
    {"long_title", [](Document& d) { d.publication.title.assign(kMaxFieldBytes + 1, 'x'); },
     "a title of 1048577, more than 1048576"},
    {"many_authors", [](Document& d) { d.publication.authors.resize(kMaxAuthors + 1); },
     "a list of authors of 1001, more than 1000"},
    {"long_text", [](Document& d) { d.text.assign(kMaxTextBytes + 1, 'x'); },
     "a text of 67108865, more than 67108864"},
};

INSTANTIATE_TEST_SUITE_P(Lies, WireLieTest, testing::ValuesIn(kLies),
                         [](const auto& test) { return std::string(test.param.name); });

/// What holds of everything that is decoded.
void ExpectContract(const Document& document) {
  EXPECT_TRUE(IsValidUtf8(document.text));
  EXPECT_EQ(document.digest, Sha256(document.text));
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    EXPECT_LE(end, block.span.begin);
    EXPECT_LE(block.span.begin, block.span.end);
    EXPECT_LE(block.span.end, document.text.size());
    EXPECT_TRUE(IsUtf8Boundary(document.text, block.span.begin));
    EXPECT_FALSE(Name(block.kind).empty());
    end = block.span.end;
  }
  EXPECT_TRUE(IsValidUtf8(document.publication.title));
}

TEST(Wire, RefusesEveryBeginning) {
  const std::string whole = EncodeAnswer(Sample(), kSent);
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(DecodeAnswer(std::string_view(whole).substr(0, size), kSent).ok()) << size;
  }
  EXPECT_FALSE(DecodeAnswer(whole + '\0', kSent).ok());
}

TEST(Wire, KeepsTheContractWhateverBytesAreChanged) {
  const std::string whole = EncodeAnswer(Sample(), kSent);
  std::mt19937 random(7);
  std::uniform_int_distribution<size_t> place(0, whole.size() - 1);
  std::uniform_int_distribution<int> byte(0, 255);
  int decoded = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes = whole;
    for (int changes = i % 3; changes >= 0; --changes) {
      bytes[place(random)] = static_cast<char>(byte(random));
    }
    const auto answer = DecodeAnswer(bytes, kSent);
    if (!answer.ok()) continue;
    ++decoded;
    if (const auto* document = std::get_if<Document>(&answer.value())) ExpectContract(*document);
  }
  EXPECT_GT(decoded, 1000);
}

}  // namespace
}  // namespace afterword
