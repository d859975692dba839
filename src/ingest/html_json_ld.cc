#include "ingest/html_json_ld.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <map>
#include <string_view>

#include "base/limits.h"
#include "ingest/html_text.h"

namespace afterword {
namespace {

namespace json = boost::json;

constexpr size_t kMaxObjects = 5'000;
constexpr size_t kMaxAuthors = 30;

/// How much an object of this type is the page itself; 0: not at all.
int RankOfType(std::string_view type) {
  if (type.ends_with("article") || type.ends_with("posting") || type == "report" ||
      type == "reportage" || type == "scholarlyarticle") {
    return type == "jobposting" ? 2 : 4;
  }
  if (type == "recipe" || type == "howto" || type == "creativework" || type == "book" ||
      type == "videoobject" || type == "event" || type == "product" || type == "podcastepisode") {
    return 3;
  }
  if (type.ends_with("page")) return 1;
  return 0;
}

/// Members that hold other things than the page.
bool LeadsAway(std::string_view key) {
  static constexpr std::array<std::string_view, 16> kKeys{"comment",         "itemListElement",
                                                          "review",          "isPartOf",
                                                          "citation",        "hasPart",
                                                          "mentions",        "potentialAction",
                                                          "breadcrumb",      "isRelatedTo",
                                                          "suggestedAnswer", "acceptedAnswer",
                                                          "image",           "logo",
                                                          "speakable",       "about"};
  return std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end();
}

std::string StringOf(const json::value& value) {
  const json::value* v = &value;
  if (v->is_array() && !v->as_array().empty()) v = &v->as_array().front();
  if (v->is_object()) {
    const json::object& object = v->as_object();
    for (const char* key : {"name", "@value", "url", "@id"}) {
      if (const auto* inner = object.if_contains(key); inner != nullptr && inner->is_string()) {
        return PlainText(inner->as_string());
      }
    }
    return {};
  }
  return v->is_string() ? PlainText(v->as_string()) : std::string();
}

std::string Member(const json::object& object, std::string_view key) {
  const auto* value = object.if_contains(key);
  return value == nullptr ? std::string() : StringOf(*value);
}

std::vector<std::string> TypesOf(const json::object& object) {
  std::vector<std::string> types;
  const auto add = [&types](const json::value& value) {
    if (!value.is_string()) return;
    std::string type = LowerAscii(std::string_view(value.as_string()));
    types.push_back(type.substr(type.find_last_of("/:") + 1));
  };
  const auto* value = object.if_contains("@type");
  if (value == nullptr) return types;
  if (value->is_array()) {
    for (const auto& one : value->as_array()) add(one);
  } else {
    add(*value);
  }
  return types;
}

/// Raw control characters in strings, which JSON forbids and pages have.
std::string WithoutControls(std::string_view text) {
  std::string clean(text);
  for (char& c : clean) {
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  }
  return clean;
}

class Reader {
 public:
  /// Adds all objects of one script.
  void Add(std::string_view script) {
    // Old pages wrap scripts in comments or CDATA.
    const size_t begin = script.find_first_of("{[");
    const size_t end = script.find_last_of("}]");
    if (begin == script.npos || end == script.npos || end < begin) return;
    script = script.substr(begin, end - begin + 1);
    if (script.starts_with("[CDATA[")) script = script.substr(script.find('{', 1));
    json::parse_options options;
    options.max_depth = kMaxJsonDepth;
    options.allow_comments = true;
    options.allow_trailing_commas = true;
    json::error_code error;
    values_.push_back(std::make_unique<json::value>(
        json::parse(WithoutControls(script), error, json::storage_ptr(), options)));
    if (!error) Walk(*values_.back());
  }

  LinkedData Finish() {
    // The fullest object of the best rank speaks for the page; others fill its gaps.
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Found& a, const Found& b) { return a.rank > b.rank; });
    for (const Found& found : found_) {
      if (found.rank > 0) Take(*found.object);
    }
    for (const Found& found : found_) {
      if (!data_.publisher.empty()) break;
      const auto types = TypesOf(*found.object);
      const bool publishes = std::any_of(types.begin(), types.end(), [](const std::string& type) {
        return type == "website" || type.ends_with("organization");
      });
      if (publishes) data_.publisher = Member(*found.object, "name");
    }
    return std::move(data_);
  }

 private:
  struct Found {
    const json::object* object;
    int rank;
  };

  void Walk(const json::value& root) {
    std::vector<const json::value*> open{&root};
    while (!open.empty() && found_.size() < kMaxObjects) {
      const json::value* value = open.back();
      open.pop_back();
      if (value->is_array()) {
        const auto& array = value->as_array();
        for (auto it = array.rbegin(); it != array.rend(); ++it) open.push_back(&*it);
      } else if (value->is_object()) {
        AddObject(value->as_object());
        std::vector<const json::value*> members;
        for (const auto& [key, member] : value->as_object()) {
          if (member.is_structured() && !LeadsAway(key)) members.push_back(&member);
        }
        open.insert(open.end(), members.rbegin(), members.rend());
      }
    }
  }

  void AddObject(const json::object& object) {
    int rank = 0;
    for (std::string& type : TypesOf(object)) {
      rank = std::max(rank, RankOfType(type));
      data_.types.push_back(std::move(type));
    }
    found_.push_back({&object, rank});
    if (const auto* id = object.if_contains("@id"); id != nullptr && id->is_string()) {
      if (object.if_contains("name") != nullptr) by_id_[std::string(id->as_string())] = &object;
    }
  }

  void Take(const json::object& object) {
    const auto fill = [](std::string& field, std::string value) {
      if (field.empty()) field = std::move(value);
    };
    fill(data_.headline, Member(object, "headline"));
    fill(data_.headline, Member(object, "name"));
    fill(data_.published, Member(object, "datePublished"));
    fill(data_.modified, Member(object, "dateModified"));
    fill(data_.created, Member(object, "dateCreated"));
    fill(data_.created, Member(object, "uploadDate"));
    fill(data_.url, Member(object, "url"));
    fill(data_.url, Member(object, "mainEntityOfPage"));
    fill(data_.language, Member(object, "inLanguage"));
    fill(data_.description, Member(object, "description"));
    if (const auto* body = object.if_contains("articleBody");
        body != nullptr && body->is_string() && data_.body.empty()) {
      data_.body = std::string(body->as_string());
    }
    if (const auto* publisher = object.if_contains("publisher")) {
      fill(data_.publisher, NameOf(*publisher));
    }
    for (const char* key : {"author", "creator"}) {
      const auto* author = object.if_contains(key);
      if (author != nullptr && data_.authors.empty()) TakeAuthors(*author);
    }
  }

  void TakeAuthors(const json::value& value) {
    if (!value.is_array()) {
      if (std::string name = NameOf(value); !name.empty()) data_.authors.push_back(std::move(name));
      return;
    }
    for (const auto& one : value.as_array()) {
      if (data_.authors.size() >= kMaxAuthors) break;
      if (std::string name = NameOf(one); !name.empty()) data_.authors.push_back(std::move(name));
    }
  }

  /// Name of a person or organisation: a string, an object, or a reference to one by @id.
  std::string NameOf(const json::value& value) const {
    if (value.is_object()) {
      const auto& object = value.as_object();
      if (std::string name = Member(object, "name"); !name.empty()) return name;
      const auto* id = object.if_contains("@id");
      if (id == nullptr || !id->is_string()) return {};
      const auto it = by_id_.find(std::string(id->as_string()));
      return it == by_id_.end() ? std::string() : Member(*it->second, "name");
    }
    return StringOf(value);
  }

  LinkedData data_;
  std::vector<std::unique_ptr<json::value>> values_;
  std::vector<Found> found_;
  std::map<std::string, const json::object*> by_id_;
};

}  // namespace

LinkedData ReadLinkedData(const HtmlTree& tree) {
  Reader reader;
  const auto& nodes = tree.nodes();
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != HtmlTag::kScript || nodes[i].end == i + 1) continue;
    const std::string type = LowerAscii(tree.Attribute(i, HtmlAttribute::kType));
    if (type.find("ld+json") != type.npos) reader.Add(nodes[i + 1].text);
  }
  return reader.Finish();
}

}  // namespace afterword
