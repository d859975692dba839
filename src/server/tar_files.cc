#include "server/tar_files.h"

#include <charconv>

namespace afterword {
namespace {

constexpr size_t kBlock = 512;

/// A field up to its first zero or blank.
std::string_view Field(std::string_view header, size_t at, size_t size) {
  const std::string_view field = header.substr(at, size);
  return field.substr(0, field.find_first_of(std::string_view("\0 ", 2)));
}

Error Corrupt(std::string_view what) {
  return {ErrorCode::kCorrupt, "the archive of the page: " + std::string(what)};
}

Result<size_t> SizeIn(std::string_view header) {
  constexpr size_t kSizeAt = 124;
  constexpr size_t kSizeDigits = 12;
  const std::string_view digits = Field(header, kSizeAt, kSizeDigits);
  size_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size, 8);
  if (error != std::errc() || end != digits.data() + digits.size()) return Corrupt("no size");
  return size;
}

}  // namespace

Result<std::vector<TarFile>> ReadTar(std::string_view archive) {
  constexpr size_t kNameSize = 100;
  constexpr size_t kTypeAt = 156;
  std::vector<TarFile> files;
  while (archive.size() >= kBlock && archive[0] != '\0') {
    const std::string_view header = archive.substr(0, kBlock);
    archive.remove_prefix(kBlock);
    const size_t size = TRY(SizeIn(header));
    if (size > archive.size()) return Corrupt("it is cut off");
    std::string_view name = header.substr(0, kNameSize);
    name = name.substr(0, name.find('\0'));
    if (name.starts_with("./")) name.remove_prefix(2);
    const char type = header[kTypeAt];
    if (type == '0' || type == '\0') {
      files.push_back({std::string(name), archive.substr(0, size)});
    } else if (type != '5') {
      return Corrupt("an entry that is neither a file nor a folder");
    }
    archive.remove_prefix(std::min(archive.size(), (size + kBlock - 1) / kBlock * kBlock));
  }
  return files;
}

}  // namespace afterword
