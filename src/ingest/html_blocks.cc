#include "ingest/html_blocks.h"

#include <algorithm>

namespace afterword {
namespace {

/// Appends characters to a text with white space collapsed and invisible characters left out.
class TextWriter {
 public:
  enum class WhiteSpace { kCollapse, kKeepLines };

  explicit TextWriter(std::string& text) : text_(text) {}

  /// From here on a block begins: white space before its first character is dropped.
  void Begin() {
    begin_ = text_.size();
    pending_ = 0;
    words_ = 0;
  }

  void Append(std::string_view bytes, WhiteSpace mode) {
    size_t i = 0;
    while (i < bytes.size()) {
      const auto c = static_cast<unsigned char>(bytes[i]);
      if (c <= ' ' || c == 0x7F) {
        Break(c == '\n' && mode == WhiteSpace::kKeepLines ? '\n' : ' ');
        ++i;
      } else if (c >= 0xC2 && InvisibleLength(bytes, i) > 0) {
        const size_t length = InvisibleLength(bytes, i);
        if (IsWideSpace(bytes.substr(i, length))) Break(' ');
        i += length;
      } else {
        Flush();
        const size_t run = RunLength(bytes, i);
        text_.append(bytes, i, run);
        i += run;
      }
    }
  }

  /// A separator that appears only between characters; the strongest of several wins.
  void Break(char separator) {
    const auto rank = [](char c) { return c == '\n' ? 3 : c == '\t' ? 2 : c == ' ' ? 1 : 0; };
    if (rank(separator) > rank(pending_)) pending_ = separator;
  }

  size_t begin() const { return begin_; }
  bool empty() const { return text_.size() == begin_; }
  uint32_t words() const { return words_; }

 private:
  void Flush() {
    if (empty()) {
      pending_ = 0;
      words_ = 1;
    }
    if (pending_ == 0) return;
    text_.push_back(pending_);
    pending_ = 0;
    ++words_;
  }

  /// Bytes from `i` on without white space or invisible characters.
  static size_t RunLength(std::string_view bytes, size_t i) {
    size_t end = i + 1;
    while (end < bytes.size()) {
      const auto c = static_cast<unsigned char>(bytes[end]);
      if (c <= ' ' || c == 0x7F || (c >= 0xC2 && InvisibleLength(bytes, end) > 0)) break;
      ++end;
    }
    return end - i;
  }

  /// Length of a no-break space, soft hyphen, C1 control, zero-width character or wide space at
  /// `i`; 0 if none.
  static size_t InvisibleLength(std::string_view bytes, size_t i) {
    const auto at = [&](size_t k) -> unsigned {
      return i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0;
    };
    if (at(0) == 0xC2) return (at(1) <= 0xA0 || at(1) == 0xAD) && at(1) >= 0x80 ? 2 : 0;
    if (at(0) == 0xE2 && at(1) == 0x80) {
      return (at(2) >= 0x80 && at(2) <= 0x8F) || at(2) == 0xAF || at(2) == 0xA8 || at(2) == 0xA9 ||
                     (at(2) >= 0xAA && at(2) <= 0xAE)
                 ? 3
                 : 0;
    }
    if (at(0) == 0xE2 && at(1) == 0x81 && at(2) >= 0x9F && at(2) <= 0xAF) return 3;
    if (at(0) == 0xE3 && at(1) == 0x80 && at(2) == 0x80) return 3;
    if (at(0) == 0xEF && at(1) == 0xBB && at(2) == 0xBF) return 3;
    return 0;
  }

  static bool IsWideSpace(std::string_view c) {
    if (c == "\xC2\xA0" || c == "\xC2\x85" || c == "\xE3\x80\x80") return true;
    if (!c.starts_with("\xE2\x80")) return c == "\xE2\x81\x9F";
    const auto last = static_cast<unsigned char>(c[2]);
    return last <= 0x8A || last == 0xAF || last == 0xA8 || last == 0xA9;
  }

  std::string& text_;
  size_t begin_ = 0;
  char pending_ = 0;
  uint32_t words_ = 0;
};

bool HoldsNoText(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kHead:
    case HtmlTag::kTitle:
    case HtmlTag::kScript:
    case HtmlTag::kSkipped:
    case HtmlTag::kTextarea:
      return true;
    default:
      return false;
  }
}

/// A table that holds data: rows of several short cells, with nothing built inside them. Tables
/// that only lay out a page are walked through like any other element.
bool IsDataTable(const std::vector<HtmlNode>& nodes, uint32_t table) {
  size_t rows = 0;
  size_t cells = 0;
  size_t bytes = 0;
  for (uint32_t i = table + 1; i < nodes[table].end; ++i) {
    switch (nodes[i].tag) {
      case HtmlTag::kTable:
      case HtmlTag::kForm:
      case HtmlTag::kArticle:
      case HtmlTag::kH1:
      case HtmlTag::kH2:
        return false;
      case HtmlTag::kTr:
        ++rows;
        break;
      case HtmlTag::kTd:
      case HtmlTag::kTh:
        ++cells;
        break;
      case HtmlTag::kScript:
      case HtmlTag::kSkipped:
        i = nodes[i].end - 1;
        break;
      default:
        bytes += nodes[i].text.size();
    }
  }
  return rows >= 2 && cells >= 2 * rows && bytes < 150 * cells;
}

class Splitter {
 public:
  explicit Splitter(const HtmlTree& tree) : nodes_(tree.nodes()), writer_(page_.text) {}

  HtmlPage Run() {
    for (uint32_t i = 0; i < nodes_.size();) {
      const HtmlNode& node = nodes_[i];
      if (HoldsNoText(node.tag)) {
        i = node.end;
        continue;
      }
      if (node.tag == HtmlTag::kText) {
        AddText(i);
      } else {
        AddElement(i);
      }
      ++i;
    }
    Finish();
    return std::move(page_);
  }

 private:
  void AddElement(uint32_t i) {
    const HtmlNode& node = nodes_[i];
    if (node.tag == HtmlTag::kBr) {
      if (i >= table_end_ && ++breaks_ > 1) Finish();
      writer_.Break('\n');
      return;
    }
    if (i < table_end_) {
      AddCell(node.tag);
    } else if (IsBlockLevel(node.tag)) {
      Finish();
      if (node.tag == HtmlTag::kTable && IsDataTable(nodes_, i)) table_end_ = node.end;
      if (i < table_end_) table_ = i;
    }
    if (node.tag == HtmlTag::kA) {
      if (i == link_end_) writer_.Break(' ');  // two links that only a style sheet keeps apart
      link_end_ = node.end;
      new_link_ = true;
    }
    if (node.tag == HtmlTag::kEmphasis) emphasis_end_ = std::max(emphasis_end_, node.end);
  }

  void AddCell(HtmlTag tag) {
    if (tag == HtmlTag::kTr) {
      writer_.Break('\n');
    } else if (tag == HtmlTag::kTd || tag == HtmlTag::kTh) {
      writer_.Break('\t');
    } else if (IsBlockLevel(tag)) {
      writer_.Break(' ');
    }
  }

  void AddText(uint32_t i) {
    const HtmlNode& node = nodes_[i];
    if (i >= table_end_) {
      const uint32_t holder = HolderOf(i);
      if (holder != current_.node) Finish();
      if (writer_.empty()) current_.node = holder;
    } else if (writer_.empty()) {
      current_.node = table_;
    }
    const size_t before = page_.text.size();
    const bool keeps_lines = nodes_[current_.node].tag == HtmlTag::kPre;
    writer_.Append(node.text, keeps_lines ? TextWriter::WhiteSpace::kKeepLines
                                          : TextWriter::WhiteSpace::kCollapse);
    const auto added = static_cast<uint32_t>(page_.text.size() - before);
    if (added == 0) return;
    breaks_ = 0;
    if (current_.first_text == 0) current_.first_text = i;
    last_text_ = i;
    if (i < link_end_) {
      current_.link_bytes += added;
      if (new_link_) ++current_.links;
      new_link_ = false;
    }
    if (i < emphasis_end_) current_.emphasis_bytes += added;
  }

  /// The nearest block-level ancestor.
  uint32_t HolderOf(uint32_t i) const {
    uint32_t holder = nodes_[i].parent;
    while (holder != 0 && !IsBlockLevel(nodes_[holder].tag)) holder = nodes_[holder].parent;
    return holder;
  }

  void Finish() {
    if (!writer_.empty()) {
      current_.span = MakeSpan(writer_.begin(), page_.text.size());
      // Scripts without spaces would count as one word.
      current_.words = std::max(writer_.words(), current_.span.size() / 16);
      current_.inner = InnerOf();
      current_.kind = KindOf(current_.node);
      page_.blocks.push_back(current_);
      page_.text.push_back('\n');
    }
    current_ = {};
    breaks_ = 0;
    writer_.Begin();
  }

  /// The lowest element that holds the first and the last text of the block.
  uint32_t InnerOf() const {
    uint32_t inner = nodes_[current_.first_text].parent;
    while (nodes_[inner].end <= last_text_ && inner != current_.node) inner = nodes_[inner].parent;
    return inner;
  }

  BlockKind KindOf(uint32_t node) const {
    for (int step = 0; step < 6 && node != 0; ++step, node = nodes_[node].parent) {
      const HtmlTag tag = nodes_[node].tag;
      if (IsHeading(tag)) return BlockKind::kSubheading;
      if (tag == HtmlTag::kFigcaption || tag == HtmlTag::kCaption) return BlockKind::kCaption;
      if (tag == HtmlTag::kBlockquote) return BlockKind::kQuotation;
      if (tag == HtmlTag::kLi || tag == HtmlTag::kDd || tag == HtmlTag::kDt) {
        return BlockKind::kListItem;
      }
      if (tag == HtmlTag::kTable) return step == 0 ? BlockKind::kTable : BlockKind::kParagraph;
      if (tag == HtmlTag::kArticle || tag == HtmlTag::kSection) break;
    }
    return BlockKind::kParagraph;
  }

  const std::vector<HtmlNode>& nodes_;
  HtmlPage page_;
  TextWriter writer_;
  HtmlBlock current_;
  uint32_t table_ = 0;
  uint32_t table_end_ = 0;
  uint32_t link_end_ = 0;
  uint32_t emphasis_end_ = 0;
  uint32_t last_text_ = 0;
  int breaks_ = 0;
  bool new_link_ = false;
};

}  // namespace

bool IsBlockLevel(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::kText:
    case HtmlTag::kOther:
    case HtmlTag::kA:
    case HtmlTag::kBr:
    case HtmlTag::kCode:
    case HtmlTag::kEmphasis:
    case HtmlTag::kImg:
    case HtmlTag::kLabel:
    case HtmlTag::kLink:
    case HtmlTag::kMeta:
    case HtmlTag::kNoscript:
    case HtmlTag::kScript:
    case HtmlTag::kSkipped:
    case HtmlTag::kSmall:
    case HtmlTag::kSpan:
    case HtmlTag::kSup:
    case HtmlTag::kTextarea:
    case HtmlTag::kTime:
    case HtmlTag::kTitle:
      return false;
    default:
      return true;
  }
}

HtmlPage SplitBlocks(const HtmlTree& tree) { return Splitter(tree).Run(); }

}  // namespace afterword
