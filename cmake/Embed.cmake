# embed_file(TARGET target SYMBOL name FILE path) makes
#   std::string_view name();   declared in "embedded/name.h"
# of the file's bytes, by the assembler's .incbin: no generated source, no limits on size.
function(embed_file)
  cmake_parse_arguments(EMBED "" "TARGET;SYMBOL;FILE" "" ${ARGN})
  set(folder ${CMAKE_BINARY_DIR}/embedded/${EMBED_TARGET})
  set(header ${folder}/embedded/${EMBED_SYMBOL}.h)
  set(source ${folder}/${EMBED_SYMBOL}.cc)
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT [[
#pragma once
#include <string_view>
namespace afterword {
/// The bytes of @EMBED_SYMBOL@, compiled in.
std::string_view @EMBED_SYMBOL@();
}  // namespace afterword
]])
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include "embedded/@EMBED_SYMBOL@.h"
__asm__(
    ".section .rodata\n"
    "embedded_@EMBED_SYMBOL@_begin:\n"
    ".incbin \"@EMBED_FILE@\"\n"
    "embedded_@EMBED_SYMBOL@_end:\n"
    ".byte 0\n"
    ".previous\n");
extern "C" const char embedded_@EMBED_SYMBOL@_begin[];
extern "C" const char embedded_@EMBED_SYMBOL@_end[];
namespace afterword {
std::string_view @EMBED_SYMBOL@() {
  return {embedded_@EMBED_SYMBOL@_begin, embedded_@EMBED_SYMBOL@_end};
}
}  // namespace afterword
]])
  set_property(SOURCE ${source} APPEND PROPERTY OBJECT_DEPENDS ${EMBED_FILE})
  target_sources(${EMBED_TARGET} PRIVATE ${source})
  target_include_directories(${EMBED_TARGET} PUBLIC ${folder})
endfunction()
