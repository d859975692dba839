#include "ingest/html_tree.h"

#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/limits.h"

namespace afterword {
namespace {

/// Bytes handed to the parser at a time; what only grows within a token is checked in between.
constexpr size_t kChunkBytes = 1 << 16;
constexpr uintptr_t kNoAttribute = ~uintptr_t{0};

constexpr std::array<std::string_view, kHtmlAttributeCount> kAttributeNames{
    "aria-hidden", "aria-label", "class",    "content",  "datetime", "hidden", "href",
    "http-equiv",  "id",         "itemprop", "itemtype", "lang",     "name",   "property",
    "pubdate",     "rel",        "role",     "style",    "title",    "type"};

const lxb_char_t* Bytes(std::string_view text) {
  return reinterpret_cast<const lxb_char_t*>(text.data());
}

std::string_view View(const lxb_char_t* data, size_t size) {
  return data == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(data), size);
}

constexpr std::array<HtmlTag, LXB_TAG__LAST_ENTRY> MakeTagTable() {
  std::array<HtmlTag, LXB_TAG__LAST_ENTRY> table{};
  table.fill(HtmlTag::kOther);
  for (const auto tag : {LXB_TAG_CENTER, LXB_TAG_DIR, LXB_TAG_FIELDSET, LXB_TAG_HGROUP,
                         LXB_TAG_LEGEND, LXB_TAG_MENU, LXB_TAG_TBODY, LXB_TAG_TFOOT, LXB_TAG_THEAD,
                         LXB_TAG_SEARCH, LXB_TAG_XMP, LXB_TAG_LISTING, LXB_TAG_FRAMESET}) {
    table[tag] = HtmlTag::kOtherBlock;
  }
  for (const auto tag :
       {LXB_TAG_STYLE, LXB_TAG_SVG, LXB_TAG_SELECT, LXB_TAG_IFRAME, LXB_TAG_OBJECT, LXB_TAG_EMBED,
        LXB_TAG_CANVAS, LXB_TAG_AUDIO, LXB_TAG_VIDEO, LXB_TAG_TEMPLATE, LXB_TAG_MAP,
        LXB_TAG_DATALIST, LXB_TAG_NOFRAMES, LXB_TAG_NOEMBED, LXB_TAG_PROGRESS, LXB_TAG_METER}) {
    table[tag] = HtmlTag::kSkipped;
  }
  table[LXB_TAG_A] = HtmlTag::kA;
  table[LXB_TAG_ADDRESS] = HtmlTag::kAddress;
  table[LXB_TAG_ARTICLE] = HtmlTag::kArticle;
  table[LXB_TAG_ASIDE] = HtmlTag::kAside;
  table[LXB_TAG_BLOCKQUOTE] = HtmlTag::kBlockquote;
  table[LXB_TAG_BODY] = HtmlTag::kBody;
  table[LXB_TAG_BR] = HtmlTag::kBr;
  table[LXB_TAG_BUTTON] = HtmlTag::kButton;
  table[LXB_TAG_CAPTION] = HtmlTag::kCaption;
  table[LXB_TAG_CODE] = HtmlTag::kCode;
  table[LXB_TAG_DD] = HtmlTag::kDd;
  table[LXB_TAG_DETAILS] = HtmlTag::kDetails;
  table[LXB_TAG_DIALOG] = HtmlTag::kDialog;
  table[LXB_TAG_DIV] = HtmlTag::kDiv;
  table[LXB_TAG_DL] = HtmlTag::kDl;
  table[LXB_TAG_DT] = HtmlTag::kDt;
  table[LXB_TAG_B] = HtmlTag::kEmphasis;
  table[LXB_TAG_STRONG] = HtmlTag::kEmphasis;
  table[LXB_TAG_EM] = HtmlTag::kEmphasis;
  table[LXB_TAG_I] = HtmlTag::kEmphasis;
  table[LXB_TAG_FIGCAPTION] = HtmlTag::kFigcaption;
  table[LXB_TAG_FIGURE] = HtmlTag::kFigure;
  table[LXB_TAG_FOOTER] = HtmlTag::kFooter;
  table[LXB_TAG_FORM] = HtmlTag::kForm;
  table[LXB_TAG_H1] = HtmlTag::kH1;
  table[LXB_TAG_H2] = HtmlTag::kH2;
  table[LXB_TAG_H3] = HtmlTag::kH3;
  table[LXB_TAG_H4] = HtmlTag::kH4;
  table[LXB_TAG_H5] = HtmlTag::kH5;
  table[LXB_TAG_H6] = HtmlTag::kH6;
  table[LXB_TAG_HEAD] = HtmlTag::kHead;
  table[LXB_TAG_HEADER] = HtmlTag::kHeader;
  table[LXB_TAG_HR] = HtmlTag::kHr;
  table[LXB_TAG_HTML] = HtmlTag::kHtml;
  table[LXB_TAG_IMG] = HtmlTag::kImg;
  table[LXB_TAG_LABEL] = HtmlTag::kLabel;
  table[LXB_TAG_LI] = HtmlTag::kLi;
  table[LXB_TAG_LINK] = HtmlTag::kLink;
  table[LXB_TAG_MAIN] = HtmlTag::kMain;
  table[LXB_TAG_META] = HtmlTag::kMeta;
  table[LXB_TAG_NAV] = HtmlTag::kNav;
  table[LXB_TAG_NOSCRIPT] = HtmlTag::kNoscript;
  table[LXB_TAG_OL] = HtmlTag::kOl;
  table[LXB_TAG_P] = HtmlTag::kP;
  table[LXB_TAG_PRE] = HtmlTag::kPre;
  table[LXB_TAG_SCRIPT] = HtmlTag::kScript;
  table[LXB_TAG_SECTION] = HtmlTag::kSection;
  table[LXB_TAG_SMALL] = HtmlTag::kSmall;
  table[LXB_TAG_SPAN] = HtmlTag::kSpan;
  table[LXB_TAG_SUMMARY] = HtmlTag::kSummary;
  table[LXB_TAG_SUP] = HtmlTag::kSup;
  table[LXB_TAG_TABLE] = HtmlTag::kTable;
  table[LXB_TAG_TD] = HtmlTag::kTd;
  table[LXB_TAG_TEXTAREA] = HtmlTag::kTextarea;
  table[LXB_TAG_TH] = HtmlTag::kTh;
  table[LXB_TAG_TIME] = HtmlTag::kTime;
  table[LXB_TAG_TITLE] = HtmlTag::kTitle;
  table[LXB_TAG_TR] = HtmlTag::kTr;
  table[LXB_TAG_UL] = HtmlTag::kUl;
  return table;
}

HtmlTag TagOf(const lxb_dom_node_t* node) {
  static constexpr auto kTable = MakeTagTable();
  if (node->ns != LXB_NS_HTML && node->ns != LXB_NS__UNDEF) {
    return node->local_name == LXB_TAG_SVG ? HtmlTag::kSkipped : HtmlTag::kOther;
  }
  return node->local_name < kTable.size() ? kTable[node->local_name] : HtmlTag::kOther;
}

size_t CountAttributes(const lxb_html_token_t* token) {
  size_t count = 0;
  for (const auto* attribute = token->attr_first; attribute != nullptr;
       attribute = attribute->next) {
    ++count;
  }
  return count;
}

/// The first node after `node` in document order that is not below it; null after the last.
/// `depth` follows.
const lxb_dom_node_t* NextOutside(const lxb_dom_node_t* node, size_t& depth) {
  while (node != nullptr && node->next == nullptr) {
    node = node->parent;
    --depth;
    if (depth == 0) return nullptr;
  }
  return node == nullptr ? nullptr : node->next;
}

}  // namespace

/// Owns lexbor's document and watches over the parse.
class HtmlTree::Parser {
 public:
  Parser() : document_(lxb_html_document_create()) {}
  ~Parser() { lxb_html_document_destroy(document_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  Status Run(std::string_view utf8) {
    if (document_ == nullptr || lxb_html_document_parse_chunk_begin(document_) != LXB_STATUS_OK) {
      return Error{ErrorCode::kInternal, "HTML parser: out of memory"};
    }
    auto* parser = static_cast<lxb_html_parser_t*>(document_->dom_document.parser);
    tree_ = parser->tree;
    build_ = parser->tkz->callback_token_done;
    lxb_html_tokenizer_callback_token_done_set(parser->tkz, &Parser::OnToken, this);
    while (!utf8.empty()) {
      const std::string_view chunk = utf8.substr(0, kChunkBytes);
      utf8.remove_prefix(chunk.size());
      const auto status = lxb_html_document_parse_chunk(document_, Bytes(chunk), chunk.size());
      if (status == LXB_STATUS_OK) CheckAfterChunk(*parser->tkz);
      if (!refusal_.empty()) return Error{ErrorCode::kLimitExceeded, refusal_};
      if (status != LXB_STATUS_OK) return Error{ErrorCode::kInternal, "HTML parser failed"};
    }
    const auto status = lxb_html_document_parse_chunk_end(document_);
    if (!refusal_.empty()) return Error{ErrorCode::kLimitExceeded, refusal_};
    if (status != LXB_STATUS_OK) return Error{ErrorCode::kInternal, "HTML parser failed"};
    return Ok();
  }

  const lxb_html_document_t* document() const { return document_; }
  size_t elements() const { return elements_; }

 private:
  /// Called for each token in place of lexbor's tree builder, which it calls in turn.
  static lxb_html_token_t* OnToken(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                                   void* self) {
    return static_cast<Parser*>(self)->Guard(tokenizer, token);
  }

  lxb_html_token_t* Guard(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token) {
    // The tree builder compares each attribute with all others of its element.
    if (CountAttributes(token) > kMaxHtmlAttributes) return Refuse(tokenizer, AttributesRefusal());
    const size_t depth_before = tree_->open_elements->length;
    lxb_html_token_t* built = build_(tokenizer, token, tree_);
    const size_t depth = tree_->open_elements->length;
    // One token can open many: formatting elements are opened again in each paragraph.
    if (depth > depth_before) elements_ += depth - depth_before;
    steps_ += depth + tree_->active_formatting->length;
    if (depth > kMaxHtmlDepth) {
      return Refuse(tokenizer,
                    "HTML: elements nested deeper than " + std::to_string(kMaxHtmlDepth));
    }
    if (elements_ > kMaxHtmlElements) {
      return Refuse(tokenizer, "HTML: more than " + std::to_string(kMaxHtmlElements) + " elements");
    }
    if (steps_ > kMaxHtmlSteps) {
      return Refuse(tokenizer, "HTML: too many deeply nested elements");
    }
    return built;
  }

  lxb_html_token_t* Refuse(lxb_html_tokenizer_t* tokenizer, std::string reason) {
    if (refusal_.empty()) refusal_ = std::move(reason);
    tokenizer->status = LXB_STATUS_ERROR;
    return nullptr;
  }

  static std::string AttributesRefusal() {
    return "HTML: an element with more than " + std::to_string(kMaxHtmlAttributes) + " attributes";
  }

  /// What grows without a finished token: attributes of one tag, and the tables of names, whose
  /// look-up is linear when they are full.
  void CheckAfterChunk(const lxb_html_tokenizer_t& tokenizer) {
    if (tokenizer.token != nullptr && CountAttributes(tokenizer.token) > kMaxHtmlAttributes) {
      refusal_ = AttributesRefusal();
    }
    const auto& dom = document_->dom_document;
    if (std::max(lexbor_hash_entries_count(dom.attrs), lexbor_hash_entries_count(dom.tags)) >
        kMaxHtmlNames) {
      refusal_ = "HTML: more than " + std::to_string(kMaxHtmlNames) + " names of elements";
    }
  }

  lxb_html_document_t* document_;
  lxb_html_tree_t* tree_ = nullptr;
  lxb_html_tokenizer_token_f build_ = nullptr;
  size_t elements_ = 0;
  uint64_t steps_ = 0;
  std::string refusal_;
};

HtmlTree::HtmlTree(std::unique_ptr<Parser> parser) : parser_(std::move(parser)) {}
HtmlTree::~HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;

Result<HtmlTree> HtmlTree::Parse(std::string_view utf8) {
  auto parser = std::make_unique<Parser>();
  TRY(parser->Run(utf8));
  HtmlTree tree(std::move(parser));
  auto* attributes = tree.parser_->document()->dom_document.attrs;
  for (size_t i = 0; i < kHtmlAttributeCount; ++i) {
    const std::string_view name = kAttributeNames[i];
    const auto* data = lxb_dom_attr_data_by_local_name(attributes, Bytes(name), name.size());
    tree.attribute_ids_[i] = data == nullptr ? kNoAttribute : data->attr_id;
  }
  tree.Flatten();
  if (tree.nodes_.empty()) return Error{ErrorCode::kInternal, "HTML parser: no root element"};
  return tree;
}

void HtmlTree::Flatten() {
  const lxb_dom_node_t* node = lxb_dom_interface_node(parser_->document()->dom_document.element);
  if (node == nullptr) return;
  std::vector<uint32_t> open;  // path from the root to the parent of `node`
  size_t depth = 1;            // of `node`, the root being 1
  while (node != nullptr) {
    const auto index = static_cast<uint32_t>(nodes_.size());
    while (open.size() >= depth) {
      nodes_[open.back()].end = index;
      open.pop_back();
    }
    const bool is_element = node->type == LXB_DOM_NODE_TYPE_ELEMENT;
    const bool is_text =
        node->type == LXB_DOM_NODE_TYPE_TEXT || node->type == LXB_DOM_NODE_TYPE_CDATA_SECTION;
    if (is_element || is_text) {
      HtmlNode& flat = nodes_.emplace_back();
      flat.depth = static_cast<uint16_t>(depth - 1);
      flat.parent = open.empty() ? 0 : open.back();
      flat.end = index + 1;
      if (is_text) {
        const auto& data = lxb_dom_interface_character_data(node)->data;
        flat.tag = HtmlTag::kText;
        flat.text = View(data.data, data.length);
      } else {
        flat.tag = TagOf(node);
        flat.element = node;
      }
    }
    if (is_element && node->first_child != nullptr) {
      open.push_back(index);
      ++depth;
      node = node->first_child;
    } else {
      node = NextOutside(node, depth);
    }
  }
  for (const uint32_t index : open) nodes_[index].end = static_cast<uint32_t>(nodes_.size());
}

namespace {

const lxb_dom_attr_t* FindAttribute(const HtmlNode& node, uintptr_t id) {
  if (node.element == nullptr || id == kNoAttribute) return nullptr;
  const auto* element = static_cast<const lxb_dom_element_t*>(node.element);
  for (const auto* attribute = element->first_attr; attribute != nullptr;
       attribute = attribute->next) {
    if (attribute->node.local_name == id) return attribute;
  }
  return nullptr;
}

}  // namespace

std::string_view HtmlTree::Attribute(uint32_t node, HtmlAttribute attribute) const {
  const auto* found = FindAttribute(nodes_[node], attribute_ids_[static_cast<size_t>(attribute)]);
  if (found == nullptr || found->value == nullptr) return {};
  return View(found->value->data, found->value->length);
}

void HtmlTree::ReadAttributes(uint32_t node, std::vector<StatedAttribute>& out) const {
  out.clear();
  if (nodes_[node].element == nullptr) return;
  const auto* element = static_cast<const lxb_dom_element_t*>(nodes_[node].element);
  for (const auto* attribute = element->first_attr; attribute != nullptr;
       attribute = attribute->next) {
    const auto it =
        std::find(attribute_ids_.begin(), attribute_ids_.end(), attribute->node.local_name);
    if (it == attribute_ids_.end()) continue;
    const auto* value = attribute->value;
    out.push_back({static_cast<HtmlAttribute>(it - attribute_ids_.begin()),
                   value == nullptr ? std::string_view() : View(value->data, value->length)});
  }
}

bool HtmlTree::Uses(HtmlAttribute attribute) const {
  return attribute_ids_[static_cast<size_t>(attribute)] != kNoAttribute;
}

bool HtmlTree::Has(uint32_t node, HtmlAttribute attribute) const {
  return FindAttribute(nodes_[node], attribute_ids_[static_cast<size_t>(attribute)]) != nullptr;
}

}  // namespace afterword
