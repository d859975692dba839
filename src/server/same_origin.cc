#include "server/same_origin.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "text/case_form.h"

namespace afterword {
namespace {

bool IsThisMachine(std::string_view host, uint16_t port) {
  constexpr std::array<std::string_view, 3> kNames{"localhost", "127.0.0.1", "[::1]"};
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
    return EqualFolded(host, fmt::format("{}:{}", name, port));
  });
}

}  // namespace

std::optional<std::string> WhyForeign(const Request& head, uint16_t port) {
  const auto host = head.Header("Host");
  if (!host || !IsThisMachine(*host, port)) {
    return fmt::format("the host {} is not this machine", host.value_or("(none)"));
  }
  if (head.method == Method::kGet || head.method == Method::kHead) return std::nullopt;
  if (head.Header("X-Afterword") != "1") return "the header \"X-Afterword: 1\" is missing";
  constexpr std::string_view kScheme = "http://";
  const auto origin = head.Header("Origin");
  if (origin &&
      !(origin->starts_with(kScheme) && IsThisMachine(origin->substr(kScheme.size()), port))) {
    return fmt::format("the origin {} is another site", *origin);
  }
  return std::nullopt;
}

}  // namespace afterword
