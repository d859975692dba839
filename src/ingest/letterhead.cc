#include "ingest/letterhead.h"

#include <re2/re2.h>

#include "ingest/stated_date.h"
#include "ingest/stated_field.h"

namespace afterword {
namespace {

constexpr size_t kMaxLines = 8;
constexpr size_t kLongestLine = 120;

bool IsShortLine(std::string_view line) {
  return line.size() <= kLongestLine && line.back() != '.' && line.back() != ';' &&
         line.back() != ',';
}

/// A place or weekday and a date, and nothing else.
bool IsDateLine(std::string_view line, const StatedDate& stated) {
  static const RE2 before(R"(\(?(?:\p{L}+(?:[ '’\-]\p{L}+){0,3},? +)?(?:on )?)");
  static const RE2 after(R"([).]?)");
  const std::string_view head = line.substr(0, stated.span.begin);
  const std::string_view tail = line.substr(stated.span.end);
  return RE2::FullMatch({head.data(), head.size()}, before) &&
         RE2::FullMatch({tail.data(), tail.size()}, after);
}

/// "(Forum Record Office)" names who issues a paper; so does a bare line below the date.
std::string PublisherIn(std::string_view line, bool is_below_date) {
  static const RE2 brackets(R"(\(([^()]+)\))");
  std::string name;
  if (RE2::FullMatch({line.data(), line.size()}, brackets, &name)) return name;
  return is_below_date ? std::string(line) : std::string();
}

class LetterheadReader {
 public:
  /// False if the lines are no letterhead.
  bool Take(std::string_view line) {
    if (!IsShortLine(line)) return false;
    const auto field = ReadStatedField(line);
    if (field && !field->author.empty()) return false;
    if (field && !field->publisher.empty()) return TakePublisher(field->publisher);
    if (field && field->date) return TakeDate(*field->date);
    const auto stated = FindStatedDate(line);
    if (stated && IsDateLine(line, *stated)) return TakeDate(stated->date);
    if (stated) letterhead_.date = stated->date;
    const bool is_below_date = has_date_ && !stated;
    has_date_ = has_date_ || stated;
    if (std::string name = PublisherIn(line, is_below_date); !name.empty()) {
      return TakePublisher(std::move(name));
    }
    letterhead_.title = line;
    letterhead_.lines.push_back(LetterheadLine::kTitle);
    return true;
  }

  std::optional<Letterhead> Finish() && {
    if (!has_date_ || letterhead_.title.empty()) return std::nullopt;
    return std::move(letterhead_);
  }

 private:
  bool TakeDate(Date date) {
    has_date_ = true;
    letterhead_.date = date;
    letterhead_.lines.push_back(LetterheadLine::kDate);
    return true;
  }

  bool TakePublisher(std::string name) {
    letterhead_.publisher = std::move(name);
    letterhead_.lines.push_back(LetterheadLine::kPublisher);
    return true;
  }

  Letterhead letterhead_;
  bool has_date_ = false;
};

}  // namespace

std::optional<Letterhead> ReadLetterhead(const std::vector<std::string_view>& lines) {
  if (lines.size() < 2 || lines.size() > kMaxLines) return std::nullopt;
  LetterheadReader reader;
  for (const std::string_view line : lines) {
    if (!reader.Take(line)) return std::nullopt;
  }
  return std::move(reader).Finish();
}

}  // namespace afterword
