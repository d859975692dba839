// An array that grows without copying, so that memory never holds it twice.
#pragma once

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

  void PushBack(T value) {
    if (size_ == chunks_.size() * kChunk) {
      chunks_.push_back(std::make_unique_for_overwrite<T[]>(kChunk));
    }
    chunks_[size_ / kChunk][size_ % kChunk] = value;
    ++size_;
  }

  /// Appends `values`, which may lie across chunks.
  void Append(std::span<const T> values) {
    for (const T& value : values) PushBack(value);
  }

  const T& operator[](size_t i) const { return chunks_[i / kChunk][i % kChunk]; }
  T& operator[](size_t i) { return chunks_[i / kChunk][i % kChunk]; }

 private:
  std::vector<std::unique_ptr<T[]>> chunks_;
  size_t size_ = 0;
};

}  // namespace afterword
