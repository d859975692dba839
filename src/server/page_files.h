// The page: files that were built in, sent as they are.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "server/http.h"

namespace afterword {

class PageFiles {
 public:
  /// The files of a tar archive that outlives this; they are compressed now, once. An empty
  /// archive stands for a program that was built without the page, which then says so.
  /// Errors: kCorrupt.
  static Result<PageFiles> Open(std::string_view archive);

  /// The file at `request.path`; the page itself for every path without an extension, since the
  /// page has addresses of its own ("/read/12").
  Response Answer(const Request& request) const;

 private:
  struct File {
    std::string_view bytes;
    std::string gzip;  // empty where it would not be smaller
    std::string media_type;
    std::string etag;
  };
  Response Send(const std::string& path, const File& file, const Request& request) const;

  std::map<std::string, File, std::less<>> files_;  // by path: "/assets/index.js"
};

}  // namespace afterword
