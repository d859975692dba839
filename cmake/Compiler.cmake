# Flags of every target of ours. Third-party code is built without our warnings.

set(AFTERWORD_SANITIZE "" CACHE STRING "Sanitizers, as in -fsanitize=…; empty for none")
option(AFTERWORD_FUZZ "Build the libFuzzer harnesses (clang only)" OFF)

if(AFTERWORD_SANITIZE)
  # -O1 keeps the sanitized tests quick without hiding frames.
  add_compile_options(-fsanitize=${AFTERWORD_SANITIZE} -fno-omit-frame-pointer -O1)
  if(NOT AFTERWORD_SANITIZE STREQUAL "thread")
    add_compile_options(-fno-sanitize-recover=all)
  endif()
  add_link_options(-fsanitize=${AFTERWORD_SANITIZE})
endif()
if(AFTERWORD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(afterword_flags INTERFACE)
target_include_directories(afterword_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(afterword_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Werror
  # g++ 12 warns of overlaps within std::string's own operator+ (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(afterword_flags INTERFACE -fstack-protector-strong)
  target_compile_definitions(afterword_flags INTERFACE _FORTIFY_SOURCE=3 _GLIBCXX_ASSERTIONS)
endif()
