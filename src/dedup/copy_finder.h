// Copies among many texts: exact, syndicated, shortened, updated, rewritten, badly scanned.
//
// A text is reduced to a sketch (sketch.h) and to MinHash keys (signature.h). Texts that share a
// key are compared on their sketches (kinship.h); those found to be copies, within a window of
// days, are joined. Clusters are the connected components.
//
// The result does not depend on the order of arrival: two texts are joined if and only if they are
// within the window, are copies (a function of the two alone), and share a wide key or two narrow
// ones that are not crowded *in the end* (copy_shelf.h). A key can only become crowded, so when the
// later of two such texts arrived their keys were not: they were compared. Joins that rest on keys
// which became crowded since are taken back before clusters are read.
//
// About 100 µs a news story, of which each text it is compared with takes 5–10; texts already in
// its cluster are not compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "dedup/copy_shelf.h"
#include "dedup/forest.h"

namespace afterword {

struct CopyOptions {
  /// Two texts further apart are never joined directly.
  int32_t window_days = 30;
};

struct CopyCluster {
  /// The earliest; of several on that day, the fullest.
  uint32_t original = 0;
  /// Two or more, rising; the original is one of them.
  std::vector<uint32_t> members;
};

struct CopyCounts {
  uint64_t texts = 0;
  /// Pairs that met in a key, within the window, not yet in one cluster.
  uint64_t compared = 0;
  /// Keys that were passed over in the end.
  uint64_t crowded_keys = 0;
};

CopyEntry MakeCopyEntry(std::string_view text, std::optional<Date> date);

class CopyFinder {
 public:
  /// Goes on from `edges`, found before among the texts on `shelf`, which must outlive this.
  explicit CopyFinder(CopyShelf& shelf, CopyOptions options = {},
                      const std::vector<CopyEdge>& edges = {});

  /// Returns the text's number on the shelf. Equal texts are one text, published more than once:
  /// add it once.
  uint32_t Add(const CopyEntry& entry);

  /// All clusters of two or more, by their first member.
  std::vector<CopyCluster> Clusters();

  /// What to save, and give to the next CopyFinder over the same shelf.
  const std::vector<CopyEdge>& edges() const { return forest_.edges(); }
  CopyCounts counts() const;

 private:
  void TakeBackCrowdedJoins();
  bool StillStands(const CopyEdge& edge) const;
  uint32_t OriginalOf(const std::vector<uint32_t>& members) const;

  CopyShelf& shelf_;
  CopyOptions options_;
  Forest forest_;
  uint64_t compared_ = 0;
  /// CrowdedKeys() when joins were last checked.
  uint64_t checked_crowded_keys_ = 0;

  struct Meeting;
  /// Of the text that `holders` share keys with.
  static std::vector<Meeting> MeetingsOf(std::vector<KeyHolder> holders);
  void Join(uint32_t text, const CopyEntry& entry, const std::vector<Meeting>& meetings);
};

}  // namespace afterword
