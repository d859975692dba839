# `make package`: a .deb that names the Debian libraries it needs, and a tarball of the same tree.
# The page and the lexicons are compiled into the program; samples and documents lie beside it.

install(TARGETS afterword RUNTIME DESTINATION bin)
install(DIRECTORY samples DESTINATION share/afterword)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION share/doc/afterword)
install(DIRECTORY doc/ DESTINATION share/doc/afterword/doc PATTERN "*.md")

set(CPACK_PACKAGE_NAME afterword)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "The Afterword developers <afterword@afterword.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS xdg-utils)
include(CPack)
