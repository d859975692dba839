// The words for every enumeration of the records, each in one table that serves both ways.

#include <array>
#include <utility>

#include "record/analysis.h"
#include "record/document.h"

namespace afterword {
namespace {

template <typename Kind, size_t kCount>
using NameTable = std::array<std::pair<Kind, std::string_view>, kCount>;

constexpr NameTable<BlockKind, 8> kBlockKinds{{{BlockKind::kHeadline, "headline"},
                                               {BlockKind::kSubheading, "subheading"},
                                               {BlockKind::kDateline, "dateline"},
                                               {BlockKind::kParagraph, "paragraph"},
                                               {BlockKind::kListItem, "list_item"},
                                               {BlockKind::kQuotation, "quotation"},
                                               {BlockKind::kCaption, "caption"},
                                               {BlockKind::kTable, "table"}}};

constexpr NameTable<EntityKind, 5> kEntityKinds{{{EntityKind::kPerson, "person"},
                                                 {EntityKind::kOrganisation, "organisation"},
                                                 {EntityKind::kPlace, "place"},
                                                 {EntityKind::kGroup, "group"},
                                                 {EntityKind::kOther, "other"}}};

constexpr NameTable<StatementKind, 3> kStatementKinds{{{StatementKind::kDirect, "direct"},
                                                       {StatementKind::kIndirect, "indirect"},
                                                       {StatementKind::kMixed, "mixed"}}};

constexpr NameTable<Force, 7> kForces{{{Force::kAssert, "assert"},
                                       {Force::kDeny, "deny"},
                                       {Force::kPromise, "promise"},
                                       {Force::kUrge, "urge"},
                                       {Force::kExpect, "expect"},
                                       {Force::kAsk, "ask"},
                                       {Force::kRefuse, "refuse"}}};

template <typename Table, typename Kind>
std::string_view NameIn(const Table& table, Kind kind) {
  for (const auto& [value, name] : table) {
    if (value == kind) return name;
  }
  return {};
}

template <typename Kind, size_t kCount>
std::optional<Kind> ValueIn(const NameTable<Kind, kCount>& table, std::string_view name) {
  for (const auto& [value, known] : table) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view Name(BlockKind kind) { return NameIn(kBlockKinds, kind); }
std::string_view Name(EntityKind kind) { return NameIn(kEntityKinds, kind); }
std::string_view Name(StatementKind kind) { return NameIn(kStatementKinds, kind); }
std::string_view Name(Force force) { return NameIn(kForces, force); }

std::optional<BlockKind> BlockKindFromName(std::string_view name) {
  return ValueIn(kBlockKinds, name);
}
std::optional<EntityKind> EntityKindFromName(std::string_view name) {
  return ValueIn(kEntityKinds, name);
}
std::optional<StatementKind> StatementKindFromName(std::string_view name) {
  return ValueIn(kStatementKinds, name);
}
std::optional<Force> ForceFromName(std::string_view name) { return ValueIn(kForces, name); }

}  // namespace afterword
