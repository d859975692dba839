#include "server/gzip.h"

#include <zlib.h>

#include <cassert>

namespace afterword {

std::string Gzip(std::string_view bytes) {
  constexpr int kGzipWindow = 15 + 16;  // the largest window; + 16 asks for gzip's frame
  constexpr int kMemoryLevel = 8;
  z_stream stream{};
  [[maybe_unused]] int code = deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzipWindow,
                                           kMemoryLevel, Z_DEFAULT_STRATEGY);
  assert(code == Z_OK);
  std::string member(deflateBound(&stream, bytes.size()), '\0');
  // zlib does not write to what it reads, though it asks for it.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(member.data());
  stream.avail_out = static_cast<uInt>(member.size());
  code = deflate(&stream, Z_FINISH);
  assert(code == Z_STREAM_END);
  member.resize(stream.total_out);
  deflateEnd(&stream);
  return member;
}

}  // namespace afterword
