#pragma once

#include <string>

namespace afterword {

enum class ShowFormat { kText, kJson };

struct ShowArguments {
  std::string casebook;
  /// A casebook id, a given id, or the beginning of a digest.
  std::string reference;
  ShowFormat format = ShowFormat::kText;
};

/// `afterword show REFERENCE`: one document, its publications and what was found in it.
int RunShow(const ShowArguments& arguments);

}  // namespace afterword
