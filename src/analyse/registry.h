// Who and what a document names: mentions put together under the fullest name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyse/names.h"
#include "analyse/reading.h"
#include "record/analysis.h"

namespace afterword {

/// One named in the document, with what the text says of it.
struct Figure {
  std::string name;
  EntityKind kind = EntityKind::kOther;
  Gender gender = Gender::kUnknown;
  /// Canonical role words: "general", "president".
  std::vector<std::string_view> roles;
  /// Folded words that stood beside the roles: "nato", "ukrainian".
  std::vector<std::string> modifiers;
  /// Nouns that stand for it: "alliance", "ministry".
  std::vector<std::string_view> nouns;
  std::vector<TokenRange> mentions;
};

/// Where one is named.
struct Naming {
  TokenRange tokens;
  uint32_t figure = 0;
};

class Registry {
 public:
  /// O(names × figures of the same last word).
  Registry(const Reading& reading, const std::vector<NameMention>& names);

  std::vector<Figure>& figures() { return figures_; }
  const std::vector<Figure>& figures() const { return figures_; }
  /// Ordered by token.
  const std::vector<Naming>& namings() const { return namings_; }
  /// The last naming that begins before token `end`; index into namings() + 1, 0 if none.
  size_t NamingsBefore(uint32_t end) const;

  /// A figure without a proper name, "officials", found or made under that text, and mentioned
  /// there.
  uint32_t AddUnnamed(std::string_view text, EntityKind kind, TokenRange mention);

  /// The document's entities, in order of figures.
  std::vector<Entity> ToEntities(const Reading& reading) const;

 private:
  class Builder;
  std::vector<Figure> figures_;
  std::vector<Naming> namings_;
  std::vector<uint32_t> unnamed_;
};

}  // namespace afterword
