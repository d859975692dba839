#include "search/name_match.h"

#include <algorithm>
#include <utility>

#include "search/words.h"

namespace afterword {
namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool IsWordByte(char c) {
  const char lower = Lower(c);
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
}

enum class End { kOfWord, kAnywhere };

/// OPTIMIZATION: most names are ASCII and most do not match; finds `word` in such a name without
/// folding a copy of it.
bool AsciiNameHas(std::string_view name, std::string_view word, End end) {
  for (size_t at = 0; at + word.size() <= name.size(); ++at) {
    if (at > 0 && IsWordByte(name[at - 1])) continue;
    const std::string_view here = name.substr(at, word.size());
    if (!std::equal(here.begin(), here.end(), word.begin(),
                    [](char a, char b) { return Lower(a) == b; })) {
      continue;
    }
    const size_t after = at + word.size();
    if (end == End::kAnywhere || after == name.size() || !IsWordByte(name[after])) return true;
  }
  return false;
}

bool FoldedNameHas(const std::vector<FoldedWord>& name, std::string_view word, End end) {
  return std::any_of(name.begin(), name.end(), [&](const FoldedWord& candidate) {
    return end == End::kAnywhere ? candidate.text.starts_with(word) : candidate.text == word;
  });
}

Result<std::vector<int64_t>> MatchingActors(Query& names, const NameMatch& match) {
  std::vector<int64_t> actors;
  while (TRY(names.Step())) {
    if (match.Matches(names.Text(1))) actors.push_back(names.Int(0));
  }
  return actors;
}

}  // namespace

NameMatch::NameMatch(std::string_view words, LastWord last) {
  for (FoldedWord& word : FoldWords(words)) whole_.push_back(std::move(word.text));
  if (last == LastWord::kBeginning && !whole_.empty()) {
    beginning_ = std::move(whole_.back());
    whole_.pop_back();
  }
}

bool NameMatch::Matches(std::string_view name) const {
  const auto has_all = [&](auto has) {
    return std::all_of(whole_.begin(), whole_.end(),
                       [&](const std::string& word) { return has(word, End::kOfWord); }) &&
           (beginning_.empty() || has(beginning_, End::kAnywhere));
  };
  if (IsAscii(name)) {
    return has_all([&](std::string_view word, End end) { return AsciiNameHas(name, word, end); });
  }
  const std::vector<FoldedWord> folded = FoldWords(name);
  return has_all([&](std::string_view word, End end) { return FoldedNameHas(folded, word, end); });
}

Result<std::vector<int64_t>> ActorsNamed(Database& database, const NameMatch& match) {
  Query names = TRY(database.Prepare("SELECT id, name FROM actor"));
  return MatchingActors(names, match);
}

Result<std::vector<int64_t>> OrganisationsNamed(Database& database, const NameMatch& match) {
  Query names = TRY(database.Prepare("SELECT id, name FROM actor WHERE kind = 'organisation'"));
  return MatchingActors(names, match);
}

Result<std::vector<std::string>> PublishersNamed(Database& database, const NameMatch& match) {
  // From each publisher to the next in the index, past the publications of each.
  Query next = TRY(database.Prepare(
      "SELECT publisher FROM publication WHERE publisher > ? ORDER BY publisher LIMIT 1"));
  std::vector<std::string> publishers;
  std::string publisher;
  while (true) {
    next.Bind(1, publisher);
    if (!TRY(next.Step())) return publishers;
    publisher = next.Text(0);
    next.Reset();
    if (match.Matches(publisher)) publishers.push_back(publisher);
  }
}

}  // namespace afterword
