# add_module(NAME text DEPENDS base LIBS RE2…)
#
# One folder of src/ as a static library `afterword_NAME` from its *.cc, and a test binary
# `NAME_tests` from its *_test.cc. DEPENDS names the modules whose headers it may include (and
# theirs in turn); tests/module_includes.py holds every #include against it. LIBS are outside
# libraries.
function(add_module)
  cmake_parse_arguments(MODULE "" "NAME" "DEPENDS;LIBS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${MODULE_NAME}/*.cc)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$|/main\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")

  list(TRANSFORM MODULE_DEPENDS PREPEND afterword_ OUTPUT_VARIABLE libraries)
  if(sources)
    add_library(afterword_${MODULE_NAME} STATIC ${sources})
    target_link_libraries(afterword_${MODULE_NAME}
      PUBLIC ${libraries} ${MODULE_LIBS} PRIVATE afterword_flags)
  else()
    add_library(afterword_${MODULE_NAME} INTERFACE)
    target_link_libraries(afterword_${MODULE_NAME} INTERFACE ${libraries} ${MODULE_LIBS})
  endif()

  if(tests)
    add_executable(${MODULE_NAME}_tests ${tests})
    target_link_libraries(${MODULE_NAME}_tests
      PRIVATE afterword_${MODULE_NAME} afterword_flags GTest::gtest_main GTest::gmock)
    target_include_directories(${MODULE_NAME}_tests PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(${MODULE_NAME}_tests PRIVATE
      AFTERWORD_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    gtest_discover_tests(${MODULE_NAME}_tests TEST_PREFIX ${MODULE_NAME}. DISCOVERY_MODE PRE_TEST)
  endif()
  set_property(GLOBAL APPEND_STRING PROPERTY AFTERWORD_MODULES
    "${MODULE_NAME}: ${MODULE_DEPENDS}\n")
endfunction()
