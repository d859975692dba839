// The records as JSON: one form for `extract`, the API and exports. Described in
// doc/records.md; spans are [begin, end] in bytes of `text`.
#pragma once

#include <boost/json.hpp>

#include "record/analysis.h"
#include "record/document.h"

namespace afterword {

boost::json::array ToJson(const std::vector<Span>& spans);
boost::json::object ToJson(const Entity& entity);

/// With the speaker's name beside the index into `entities`.
boost::json::object ToJson(const Statement& statement, const std::vector<Entity>& entities);

/// `{"id","title","date","publisher",…}`: what is stated; absent strings are null.
boost::json::object ToJson(const Publication& publication);

/// One line of `extract --format jsonl`.
boost::json::object ToJson(const Document& document, const Analysis& analysis);

}  // namespace afterword
