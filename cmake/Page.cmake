# embed_page(TARGET target) packs web/dist, the page as `make page` builds it, into one tar archive
# and embeds it as page_archive(). Without web/dist the archive is empty and the server says so.
# Files that come or go are seen at the next build.
function(embed_page)
  cmake_parse_arguments(PAGE "" "TARGET" "" ${ARGN})
  set(dist ${CMAKE_SOURCE_DIR}/web/dist)
  set(archive ${CMAKE_BINARY_DIR}/page.tar)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${dist} ${dist}/*)
  if(files)
    list(TRANSFORM files PREPEND ${dist}/ OUTPUT_VARIABLE paths)
    add_custom_command(OUTPUT ${archive}
      COMMAND ${CMAKE_COMMAND} -E tar cf ${archive} --format=gnutar --mtime=2020-01-01 -- ${files}
      WORKING_DIRECTORY ${dist} DEPENDS ${paths} COMMENT "Packing the page")
  else()
    add_custom_command(OUTPUT ${archive}
      COMMAND ${CMAKE_COMMAND} -E rm -f ${archive}
      COMMAND ${CMAKE_COMMAND} -E touch ${archive} COMMENT "Leaving the page out")
  endif()
  embed_file(TARGET ${PAGE_TARGET} SYMBOL page_archive FILE ${archive})
endfunction()
