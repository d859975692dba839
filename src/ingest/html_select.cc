#include "ingest/html_select.h"

#include <algorithm>
#include <numeric>

namespace afterword {
namespace {

/// Precision is worth a little more than the formula says: what is wrongly in is read and cited.
constexpr float kCaution = 1.15F;
/// Bounds on p: what is below the first is noise, what is above the second is sure enough.
constexpr float kLeast = 0.15F;
constexpr float kMost = 0.6F;

}  // namespace

std::vector<bool> ChooseBlocks(const HtmlPage& page, const std::vector<float>& scores) {
  const auto words = [&](size_t i) { return page.blocks[i].words + 0.5; };
  std::vector<size_t> order(scores.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return scores[a] > scores[b]; });
  double expected = 0;
  for (const size_t i : order) expected += words(i) * static_cast<double>(scores[i]);
  double right = 0;
  double taken = 0;
  double best = -1;
  float threshold = 1;
  for (const size_t i : order) {
    right += words(i) * static_cast<double>(scores[i]);
    taken += words(i);
    const double f1 = 2 * right / (taken + expected);
    if (f1 > best) {
      best = f1;
      threshold = scores[i];
    }
  }
  threshold = std::clamp(threshold * kCaution, kLeast, kMost);
  std::vector<bool> keep(scores.size());
  for (size_t i = 0; i < scores.size(); ++i) keep[i] = scores[i] >= threshold;
  return keep;
}

}  // namespace afterword
