#pragma once

#include <cstdint>
#include <string>

namespace afterword {

enum class OpenPage { kNo, kYes };

struct ServeArguments {
  std::string casebook;
  uint16_t port = 0;  // 0: any that is free
  OpenPage open = OpenPage::kNo;
};

/// `afterword serve`: the page and the API on the loopback address until Ctrl-C.
int RunServe(const ServeArguments& arguments);

}  // namespace afterword
