// SHA-256: the identity of texts and of original bytes.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace afterword {

struct Digest {
  std::array<uint8_t, 32> bytes{};
  friend auto operator<=>(const Digest&, const Digest&) = default;
};

Digest Sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string ToHex(const Digest& digest);

/// Absent unless `hex` is 64 hexadecimal digits.
std::optional<Digest> DigestFromHex(std::string_view hex);

}  // namespace afterword
