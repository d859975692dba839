// A value, or the error that stood in its way.
//
// `value()` returns by value from a temporary, so that `for (x : F().value())` is safe.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace afterword {

/// What went wrong, in the few kinds that callers treat differently. Mapped to an exit status in
/// cli/exit_status.h and to an HTTP status in server/.
enum class ErrorCode { kInvalidInput, kNotFound, kLimitExceeded, kCorrupt, kIo, kInternal };

/// `invalid input`, `not found` …
std::string_view Name(ErrorCode code);

/// `message` says where, what, and which value; a person reads it.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  const T& value() const& { return Checked(); }
  T& value() & { return const_cast<T&>(std::as_const(*this).Checked()); }
  T value() && { return std::move(value()); }
  const Error& error() const& {
    assert(!ok());
    return std::get<Error>(state_);
  }
  Error error() && { return std::move(std::get<Error>(state_)); }

 private:
  const T& Checked() const {
    assert(ok());
    return std::get<T>(state_);
  }
  std::variant<T, Error> state_;
};

/// Success without a value.
struct Done {};
using Status = Result<Done>;
inline Status Ok() { return Done{}; }

/// The value of `expression`, or an early return of its error. Never nest.
#define TRY(expression)                                         \
  __extension__({                                               \
    auto try_result = (expression);                             \
    if (!try_result.ok()) return std::move(try_result).error(); \
    std::move(try_result).value();                              \
  })

}  // namespace afterword
