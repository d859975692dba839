// The tree of an HTML page, flat: elements and texts in document order, each knowing its parent and
// where its subtree ends, so that every walk is a loop. The only file pair that knows lexbor.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace afterword {

/// Elements that the reader treats differently; all others are kOther (inline) or kOtherBlock.
enum class HtmlTag : uint8_t {
  kText,  // no element: a run of characters
  kOther,
  kOtherBlock,
  kA,
  kAddress,
  kArticle,
  kAside,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCaption,
  kCode,
  kDd,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kEmphasis,  // b, strong, em, i
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHr,
  kHtml,
  kImg,
  kLabel,
  kLi,
  kLink,
  kMain,
  kMeta,
  kNav,
  kNoscript,
  kOl,
  kP,
  kPre,
  kScript,
  kSection,
  kSkipped,  // style, svg, select, iframe …: never holds text for readers
  kSmall,
  kSpan,
  kSummary,
  kSup,
  kTable,
  kTd,
  kTextarea,
  kTh,
  kTime,
  kTitle,
  kTr,
  kUl,
};

/// True for h1 … h6.
inline bool IsHeading(HtmlTag tag) { return tag >= HtmlTag::kH1 && tag <= HtmlTag::kH6; }

enum class HtmlAttribute : uint8_t {
  kAriaHidden,
  kAriaLabel,
  kClass,
  kContent,
  kDatetime,
  kHidden,
  kHref,
  kHttpEquiv,
  kId,
  kItemprop,
  kItemtype,
  kLang,
  kName,
  kProperty,
  kPubdate,
  kRel,
  kRole,
  kStyle,
  kTitle,
  kType,
};
inline constexpr size_t kHtmlAttributeCount = 20;

struct HtmlNode {
  HtmlTag tag = HtmlTag::kOther;
  /// Steps from the root.
  uint16_t depth = 0;
  /// Index of the parent; the root is its own.
  uint32_t parent = 0;
  /// One past the last node of the subtree.
  uint32_t end = 0;
  /// Characters of a kText node, in UTF-8; empty for elements.
  std::string_view text;
  /// Where the tree keeps the attributes; null for texts.
  const void* element = nullptr;
};

/// Bounds on pages made to exhaust the reader. Pages that people read stay below a tenth of each.
inline constexpr size_t kMaxHtmlElements = 1'000'000;
inline constexpr size_t kMaxHtmlAttributes = 2'000;  // of one element
inline constexpr size_t kMaxHtmlNames = 20'000;      // different names of elements and attributes
/// Parser steps: tokens, each times the depth it is met at.
inline constexpr uint64_t kMaxHtmlSteps = 1'000'000'000;

class HtmlTree {
 public:
  /// Parses as browsers do, with scripting off; never fails on markup.
  /// `utf8` need not outlive the call.
  /// Errors: kLimitExceeded beyond kMaxHtmlDepth (base/limits.h) or the bounds above.
  static Result<HtmlTree> Parse(std::string_view utf8);

  ~HtmlTree();
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;

  /// In document order; node 0 is the `html` element. Comments are left out.
  const std::vector<HtmlNode>& nodes() const { return nodes_; }

  /// Value of an attribute; empty if absent. Lives as long as the tree.
  std::string_view Attribute(uint32_t node, HtmlAttribute attribute) const;
  struct StatedAttribute {
    HtmlAttribute name;
    std::string_view value;
  };
  /// The first attributes of `node` that HtmlAttribute names, in order, written over `out`.
  void ReadAttributes(uint32_t node, std::vector<StatedAttribute>& out) const;

  /// False if no element has it, so that a search can be spared.
  bool Uses(HtmlAttribute attribute) const;
  /// True also for an attribute without a value.
  bool Has(uint32_t node, HtmlAttribute attribute) const;

 private:
  class Parser;
  explicit HtmlTree(std::unique_ptr<Parser> parser);
  void Flatten();

  std::unique_ptr<Parser> parser_;
  std::vector<HtmlNode> nodes_;
  std::array<uintptr_t, kHtmlAttributeCount> attribute_ids_{};
};

}  // namespace afterword
