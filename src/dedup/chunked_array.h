// An array that grows without copying, so that memory never holds it twice.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace afterword {

/// Values of a trivial type in chunks of kChunk.
template <typename T, size_t kChunk = size_t{1} << 18>
class ChunkedArray {
 public:
  size_t size() const { return size_; }

  void PushBack(T value) { Append({&value, 1}); }

  void Append(std::span<const T> values) {
    while (!values.empty()) {
      if (size_ == chunks_.size() * kChunk) {
        chunks_.push_back(std::make_unique_for_overwrite<T[]>(kChunk));
      }
      const size_t begin = size_ % kChunk;
      const auto part = values.first(std::min(values.size(), kChunk - begin));
      std::copy(part.begin(), part.end(), chunks_.back().get() + begin);
      size_ += part.size();
      values = values.subspan(part.size());
    }
  }

  /// The `count` values from `first` on.
  std::vector<T> Copy(size_t first, size_t count) const {
    std::vector<T> values;
    values.reserve(count);
    while (values.size() < count) {
      const size_t at = first + values.size();
      const T* const begin = chunks_[at / kChunk].get() + at % kChunk;
      values.insert(values.end(), begin,
                    begin + std::min(count - values.size(), kChunk - at % kChunk));
    }
    return values;
  }

  const T& operator[](size_t i) const { return chunks_[i / kChunk][i % kChunk]; }
  T& operator[](size_t i) { return chunks_[i / kChunk][i % kChunk]; }

 private:
  std::vector<std::unique_ptr<T[]>> chunks_;
  size_t size_ = 0;
};

}  // namespace afterword
