// How far a long run is: a moving line on a terminal, nothing where standard error is a file.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace afterword {

class Progress {
 public:
  /// `unit` names what is counted: "documents".
  explicit Progress(std::string unit);
  /// Wipes the line.
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Ten times a second at most. `fraction` in [0, 1]; negative where the end is not known.
  void Show(int64_t count, double fraction);
  /// Makes room for a line of another kind.
  void Clear();

 private:
  std::string unit_;
  bool is_terminal_;
  bool is_shown_ = false;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace afterword
