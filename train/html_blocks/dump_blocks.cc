// dump_html_blocks FOLDER PREFIX
//
// Writes what train.py needs of the pages that FOLDER/gold.jsonl lists: PREFIX.names (one feature a
// line), PREFIX.f32 ([blocks × features], row-major), PREFIX.u32 ([blocks × levels × 2], the blocks
// that each container holds) and PREFIX.jsonl (id and texts of the blocks, one page a line).
#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <string>

#include "base/file.h"
#include "ingest/charset.h"
#include "ingest/html_features.h"
#include "ingest/html_metadata.h"

namespace afterword {
namespace {

class Dump {
 public:
  explicit Dump(const std::string& prefix)
      : names_(prefix + ".names"),
        features_(prefix + ".f32", std::ios::binary),
        levels_(prefix + ".u32", std::ios::binary),
        pages_(prefix + ".jsonl") {}

  Status AddPage(const boost::json::value& id, std::string_view bytes, std::string_view url) {
    const std::string utf8 = TRY(ToUtf8(bytes, CharsetDeclaredInHtml(bytes)));
    const HtmlTree tree = TRY(HtmlTree::Parse(utf8));
    const HtmlPage page = SplitBlocks(tree);
    const HtmlOutline outline(tree, page);
    const auto hints = FindHints(tree);
    const HtmlMetadata data = ReadMetadata(tree, page, hints, url);
    const FeatureTable table = ComputeFeatures({tree, page, outline, hints, data});
    WriteNames(table);
    for (size_t row = 0; row < table.rows(); ++row) {
      for (size_t column = 0; column < table.columns(); ++column) {
        Write(features_, table.Column(column)[row]);
      }
      for (const BlockRange& range : outline.Containers(page.blocks[row].node)) {
        Write(levels_, range.begin);
        Write(levels_, range.end);
      }
    }
    boost::json::array blocks;
    for (const HtmlBlock& block : page.blocks) blocks.emplace_back(page.TextOf(block));
    pages_ << boost::json::serialize(boost::json::object{{"id", id}, {"blocks", blocks}}) << "\n";
    return Ok();
  }

 private:
  void WriteNames(const FeatureTable& table) {
    if (names_.tellp() > 0) return;
    for (const std::string& name : table.names()) names_ << name << "\n";
  }

  template <typename T>
  static void Write(std::ofstream& out, T value) {
    out.write(reinterpret_cast<const char*>(&value), sizeof value);
  }

  std::ofstream names_;
  std::ofstream features_;
  std::ofstream levels_;
  std::ofstream pages_;
};

int Run(const std::string& folder, const std::string& prefix) {
  Dump dump(prefix);
  std::ifstream gold(folder + "/gold.jsonl");
  std::string line;
  while (std::getline(gold, line)) {
    const boost::json::object row = boost::json::parse(line).as_object();
    const auto bytes =
        ReadFile(folder + "/" + std::string(row.at("file").as_string()), size_t{1} << 28);
    const auto status = bytes.ok() ? dump.AddPage(row.at("id"), bytes.value(),
                                                  std::string_view(row.at("url").as_string()))
                                   : Status(bytes.error());
    if (!status.ok()) std::fprintf(stderr, "%s\n", status.error().message.c_str());
  }
  return 0;
}

}  // namespace
}  // namespace afterword

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: dump_html_blocks FOLDER PREFIX\n");
    return 2;
  }
  return afterword::Run(argv[1], argv[2]);
}
