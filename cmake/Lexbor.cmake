# lexbor, the HTML parser. Debian 12 lacks it. Its whole source, with CMake files and licence,
# stands in the source package of `selectolax` on the Python registry: taken from there by pip,
# under the address the machine's pip is set up with, and checked by digest.
# A lexbor that the system has is preferred.

find_path(LEXBOR_INCLUDE lexbor/html/html.h)
find_library(LEXBOR_LIBRARY NAMES lexbor lexbor_static)
add_library(lexbor_html INTERFACE)
if(LEXBOR_INCLUDE AND LEXBOR_LIBRARY)
  target_include_directories(lexbor_html SYSTEM INTERFACE ${LEXBOR_INCLUDE})
  target_link_libraries(lexbor_html INTERFACE ${LEXBOR_LIBRARY})
  return()
endif()

set(LEXBOR_PACKAGE selectolax-1.0.2)
set(LEXBOR_DIGEST f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418)
# Shared by all presets, so that it is fetched once.
set(LEXBOR_CACHE ${CMAKE_SOURCE_DIR}/build/fetched)
set(LEXBOR_ARCHIVE ${LEXBOR_CACHE}/${LEXBOR_PACKAGE}.tar.gz)

if(NOT EXISTS ${LEXBOR_ARCHIVE})
  message(STATUS "Fetching lexbor's source (${LEXBOR_PACKAGE}) with pip")
  execute_process(
    COMMAND python3 -m pip download --quiet --no-deps --no-binary selectolax
            --dest ${LEXBOR_CACHE} selectolax==1.0.2
    RESULT_VARIABLE fetch_status)
  if(NOT fetch_status EQUAL 0)
    message(FATAL_ERROR "lexbor is neither on this system nor could pip fetch ${LEXBOR_PACKAGE}. "
      "Put ${LEXBOR_PACKAGE}.tar.gz into ${LEXBOR_CACHE} by hand, or install lexbor.")
  endif()
endif()
file(SHA256 ${LEXBOR_ARCHIVE} found_digest)
if(NOT found_digest STREQUAL LEXBOR_DIGEST)
  message(FATAL_ERROR "${LEXBOR_ARCHIVE}: SHA-256 is ${found_digest}, expected ${LEXBOR_DIGEST}; "
    "delete the file and configure again")
endif()
if(NOT EXISTS ${LEXBOR_CACHE}/${LEXBOR_PACKAGE}/lexbor/CMakeLists.txt)
  file(ARCHIVE_EXTRACT INPUT ${LEXBOR_ARCHIVE} DESTINATION ${LEXBOR_CACHE})
endif()

set(LEXBOR_BUILD_SHARED OFF CACHE BOOL "" FORCE)
set(LEXBOR_BUILD_STATIC ON CACHE BOOL "" FORCE)
add_subdirectory(${LEXBOR_CACHE}/${LEXBOR_PACKAGE}/lexbor ${CMAKE_BINARY_DIR}/lexbor EXCLUDE_FROM_ALL)
target_include_directories(lexbor_html SYSTEM INTERFACE
  ${LEXBOR_CACHE}/${LEXBOR_PACKAGE}/lexbor/source)
target_link_libraries(lexbor_html INTERFACE lexbor_static)
