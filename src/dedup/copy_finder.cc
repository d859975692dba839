#include "dedup/copy_finder.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "dedup/kinship.h"

namespace afterword {

/// A text that shares enough keys with another to be compared.
struct CopyFinder::Meeting {
  uint32_t text = 0;
  uint32_t shared_keys = 0;
  /// As in CopyEdge. A wide one is preferred: joins that rest on it last longer.
  std::array<uint32_t, 2> keys{};
};

CopyEntry MakeCopyEntry(std::string_view text, std::optional<Date> date) {
  Sketch words = SketchOf(text);
  const Signature signature = SignatureOf(words);
  return {std::move(words), signature, DayRangeOf(date)};
}

CopyFinder::CopyFinder(CopyShelf& shelf, CopyOptions options, const std::vector<CopyEdge>& edges)
    : shelf_(shelf), options_(options) {
  forest_.GrowTo(shelf_.size());
  for (const CopyEdge& edge : edges) forest_.Join(edge);
}

uint32_t CopyFinder::Add(const CopyEntry& entry) {
  const std::vector<Meeting> meetings = MeetingsOf(shelf_.HoldersOf(entry.signature));
  const uint32_t text = shelf_.Put(entry);
  forest_.GrowTo(text + 1);
  Join(text, entry, meetings);
  return text;
}

/// The most promising first: once joined, the rest of that cluster need not be compared.
std::vector<CopyFinder::Meeting> CopyFinder::MeetingsOf(std::vector<KeyHolder> holders) {
  // Of one text: wide keys first.
  std::sort(holders.begin(), holders.end(), [](const KeyHolder& a, const KeyHolder& b) {
    return std::tuple(a.text, !IsWideKey(a.key)) < std::tuple(b.text, !IsWideKey(b.key));
  });
  std::vector<Meeting> meetings;
  for (size_t begin = 0, end = 0; begin < holders.size(); begin = end) {
    const KeyHolder& first = holders[begin];
    while (end < holders.size() && holders[end].text == first.text) ++end;
    const auto shared = static_cast<uint32_t>(end - begin);
    if (IsWideKey(first.key)) {
      meetings.push_back({first.text, shared, {first.key, kNoKey}});
    } else if (shared >= kMinSharedKeys) {
      meetings.push_back({first.text, shared, {first.key, holders[begin + 1].key}});
    }
  }
  std::stable_sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
    return a.shared_keys > b.shared_keys;
  });
  return meetings;
}

void CopyFinder::Join(uint32_t text, const CopyEntry& entry, const std::vector<Meeting>& meetings) {
  for (const Meeting& meeting : meetings) {
    if (forest_.RootOf(meeting.text) == forest_.RootOf(text)) continue;
    if (DaysBetween(shelf_.DaysOf(meeting.text), entry.days) > options_.window_days) continue;
    ++compared_;
    if (AreCopies(Compare(entry.words, shelf_.WordsOf(meeting.text)))) {
      forest_.Join({text, meeting.text, meeting.keys});
    }
  }
}

std::vector<CopyCluster> CopyFinder::Clusters() {
  TakeBackCrowdedJoins();
  // The root of a cluster is its first member.
  std::map<uint32_t, std::vector<uint32_t>> members_of;
  for (const CopyEdge& edge : forest_.edges()) members_of[forest_.RootOf(edge.one)];
  for (uint32_t text = 0; text < forest_.size(); ++text) {
    const auto found = members_of.find(forest_.RootOf(text));
    if (found != members_of.end()) found->second.push_back(text);
  }
  std::vector<CopyCluster> clusters;
  clusters.reserve(members_of.size());
  for (auto& [root, members] : members_of) {
    const uint32_t original = OriginalOf(members);
    clusters.push_back({original, std::move(members)});
  }
  return clusters;
}

CopyCounts CopyFinder::counts() const { return {shelf_.size(), compared_, shelf_.CrowdedKeys()}; }

/// A join stands while its two texts share keys enough that are not crowded.
bool CopyFinder::StillStands(const CopyEdge& edge) const {
  const auto is_crowded = [&](uint32_t key) { return key != kNoKey && shelf_.IsCrowded(key); };
  if (!is_crowded(edge.keys[0]) && !is_crowded(edge.keys[1])) return true;
  const Signature one = SignatureOf(shelf_.WordsOf(edge.one));
  const Signature other = SignatureOf(shelf_.WordsOf(edge.other));
  uint32_t shared = 0;
  for (const uint32_t key : one.keys) {
    const bool is_shared =
        key != kNoKey && std::count(other.keys.begin(), other.keys.end(), key) > 0;
    if (!is_shared || is_crowded(key)) continue;
    shared += IsWideKey(key) ? kMinSharedKeys : 1;
  }
  return shared >= kMinSharedKeys;
}

/// The whole cluster of a join that fell is joined anew: pairs in it may never have been compared,
/// because the cluster had them already. Pairs across clusters were compared, and are no copies.
void CopyFinder::TakeBackCrowdedJoins() {
  if (shelf_.CrowdedKeys() == checked_crowded_keys_) return;
  checked_crowded_keys_ = shelf_.CrowdedKeys();
  std::unordered_set<uint32_t> fallen;
  for (const CopyEdge& edge : forest_.edges()) {
    if (!StillStands(edge)) fallen.insert(forest_.RootOf(edge.one));
  }
  if (fallen.empty()) return;
  const auto singles = forest_.Dissolve([&](uint32_t root) { return fallen.contains(root); });
  std::unordered_map<uint32_t, uint32_t> old_roots;
  for (const Forest::Dissolved& single : singles) old_roots[single.text] = single.old_root;
  for (const Forest::Dissolved& single : singles) {
    const Sketch words = shelf_.WordsOf(single.text);
    const CopyEntry entry{words, SignatureOf(words), shelf_.DaysOf(single.text)};
    std::vector<KeyHolder> holders = shelf_.HoldersOf(entry.signature);
    std::erase_if(holders, [&](const KeyHolder& holder) {
      const auto found = old_roots.find(holder.text);
      return found == old_roots.end() || found->second != single.old_root;
    });
    Join(single.text, entry, MeetingsOf(std::move(holders)));
  }
}

uint32_t CopyFinder::OriginalOf(const std::vector<uint32_t>& members) const {
  // Without a date: after all dated ones. Equal in day and words: the same by its words, so that
  // the order of arrival does not choose.
  const auto rank = [&](uint32_t text) {
    const DayRange days = shelf_.DaysOf(text);
    const Sketch words = shelf_.WordsOf(text);
    return std::tuple(!days.IsKnown(), days.first, -static_cast<int64_t>(words.size()), words);
  };
  uint32_t original = members.front();
  for (const uint32_t text : members) {
    if (rank(text) < rank(original)) original = text;
  }
  return original;
}

}  // namespace afterword
