// For tests: replies held against the schemas of openapi.json.
#pragma once

#include <fmt/core.h>

#include <boost/json.hpp>
#include <string>

#include "embedded/openapi.h"

namespace afterword {

/// Knows the few keywords that openapi.json uses.
class SchemaCheck {
 public:
  SchemaCheck() : description_(boost::json::parse(openapi())) {}

  /// Why `reply` is not what `path` gives for 200; empty if it is.
  std::string Check(std::string_view path, std::string_view method,
                    const boost::json::value& reply) const {
    const auto& operation = description_.at("paths").at(path).at(method);
    const auto& content = operation.at("responses").at("200").at("content");
    return Check(content.at("application/json").at("schema"), reply, "$");
  }

  const boost::json::value& description() const { return description_; }

 private:
  using Value = boost::json::value;

  std::string Check(const Value& schema, const Value& value, const std::string& place) const {
    const auto& rules = schema.as_object();
    if (const Value* reference = rules.if_contains("$ref")) {
      return Check(description_.at_pointer(std::string(reference->as_string()).substr(1)), value,
                   place);
    }
    if (const Value* choices = rules.if_contains("oneOf")) {
      for (const Value& choice : choices->as_array()) {
        if (Check(choice, value, place).empty()) return {};
      }
      return place + " is none of its forms";
    }
    if (const Value* names = rules.if_contains("enum")) {
      for (const Value& name : names->as_array()) {
        if (name == value) return {};
      }
      return fmt::format("{} is {}", place, boost::json::serialize(value));
    }
    if (const Value* type = rules.if_contains("type"); type && !HasType(*type, value)) {
      return fmt::format("{} is {}", place, boost::json::serialize(value));
    }
    if (value.is_object()) return CheckObject(rules, value.as_object(), place);
    if (value.is_array()) return CheckArray(rules, value.as_array(), place);
    return {};
  }

  std::string CheckObject(const boost::json::object& rules, const boost::json::object& object,
                          const std::string& place) const {
    const Value* properties = rules.if_contains("properties");
    if (properties == nullptr) return {};
    for (const Value& name : rules.at("required").as_array()) {
      if (!object.contains(name.as_string())) {
        return fmt::format("{}.{} is missing", place, std::string(name.as_string()));
      }
    }
    for (const auto& [name, value] : object) {
      const std::string inner = fmt::format("{}.{}", place, std::string(name));
      const Value* schema = properties->as_object().if_contains(name);
      if (schema == nullptr) return inner + " is not described";
      std::string fault = Check(*schema, value, inner);
      if (!fault.empty()) return fault;
    }
    return {};
  }

  std::string CheckArray(const boost::json::object& rules, const boost::json::array& array,
                         const std::string& place) const {
    if (const Value* most = rules.if_contains("maxItems")) {
      if (array.size() != most->to_number<size_t>()) return place + " has another length";
    }
    const Value* items = rules.if_contains("items");
    for (size_t i = 0; items != nullptr && i < array.size(); ++i) {
      std::string fault = Check(*items, array[i], fmt::format("{}[{}]", place, i));
      if (!fault.empty()) return fault;
    }
    return {};
  }

  static bool HasType(const Value& type, const Value& value) {
    if (type.is_array()) {
      for (const Value& one : type.as_array()) {
        if (HasType(one, value)) return true;
      }
      return false;
    }
    const std::string_view name(type.as_string().data(), type.as_string().size());
    if (name == "object") return value.is_object();
    if (name == "array") return value.is_array();
    if (name == "string") return value.is_string();
    if (name == "integer") return value.is_int64() || value.is_uint64();
    if (name == "number") return value.is_number();
    if (name == "boolean") return value.is_bool();
    return name == "null" && value.is_null();
  }

  boost::json::value description_;
};

}  // namespace afterword
