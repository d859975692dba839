#include "cli/describe.h"

#include <fmt/core.h>

#include <algorithm>

namespace afterword {
namespace {

std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!is_space) line += c;
    if (is_space && !line.ends_with(' ')) line += ' ';
  }
  return line;
}

/// `text` in lines of at most 78 bytes where words allow, each after `indent`.
std::string Wrap(std::string_view text, std::string_view indent) {
  constexpr size_t kWidth = 78;
  std::string out;
  std::string line;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    if (!line.empty() && indent.size() + line.size() + 1 + word.size() > kWidth) {
      out += fmt::format("{}{}\n", indent, line);
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += word;
    begin = end + 1;
  }
  if (!line.empty()) out += fmt::format("{}{}\n", indent, line);
  return out;
}

std::string WhereFrom(const Document& document) {
  const Publication& publication = document.publication;
  std::string line;
  const auto add = [&](std::string_view part) {
    if (part.empty()) return;
    if (!line.empty()) line += " · ";
    line += part;
  };
  add(publication.publisher);
  if (publication.published) add(ToIso(*publication.published));
  add(document.dateline);
  for (const std::string& author : publication.authors) add(author);
  add(publication.url.empty() ? publication.address : publication.url);
  return line;
}

std::string Manner(const Statement& statement) {
  std::string manner = fmt::format("{}, {}", Name(statement.kind), Name(statement.force));
  if (statement.negated) manner += ", negated";
  if (statement.conditional) manner += ", conditional";
  if (statement.said_at) manner += ", " + ToIso(*statement.said_at);
  return manner;
}

std::string DescribeStatement(std::string_view text, const Analysis& analysis,
                              const Statement& statement) {
  const std::string speaker = statement.speaker ? analysis.entities.at(*statement.speaker).name
                                                : std::string("(speaker not told)");
  const std::string cue = Quote(text, statement.cue);
  std::string out =
      fmt::format("  {}{}{}   [{}]\n", speaker, cue.empty() ? "" : " — ", cue, Manner(statement));
  out += Wrap(Quote(text, statement.content), "      ");
  out += Wrap("in: " + SentenceOf(text, analysis, statement), "      | ");
  return out;
}

}  // namespace

std::string Quote(std::string_view text, const std::vector<Span>& spans) {
  std::string quote;
  for (const Span span : spans) {
    if (!quote.empty()) quote += " … ";
    quote += OneLine(Slice(text, span));
  }
  return quote;
}

std::string SentenceOf(std::string_view text, const Analysis& analysis,
                       const Statement& statement) {
  const Span extent = Extent(statement);
  Span whole = extent;
  for (const Span sentence : analysis.sentences) {
    if (!sentence.Overlaps(extent)) continue;
    whole = {std::min(whole.begin, sentence.begin), std::max(whole.end, sentence.end)};
  }
  return OneLine(Slice(text, whole));
}

std::string Describe(const Document& document, const Analysis& analysis) {
  const std::string& title = document.publication.title;
  std::string out = Wrap(title.empty() ? "(no title)" : OneLine(title), "");
  out += WhereFrom(document) + "\n";
  out += fmt::format("{} statements, {} sentences, SHA-256 {}\n", analysis.statements.size(),
                     analysis.sentences.size(), ToHex(document.digest).substr(0, 16));
  for (const Statement& statement : analysis.statements) {
    out += "\n" + DescribeStatement(document.text, analysis, statement);
  }
  return out + "\n";
}

}  // namespace afterword
