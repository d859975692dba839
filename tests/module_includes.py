#!/usr/bin/env python3
"""Holds every #include in src/ against the modules' declared dependencies, and every type to one
meaning.

    module_includes.py SOURCE_FOLDER MODULES_FILE

MODULES_FILE has a line a module, "name: depends;on;these", written by CMake from
src/CMakeLists.txt. A module may include itself and what it depends on, directly or in turn.
Only store/ may include sqlite3.h, and only cli/ CLI11. A type that two headers define under one
name would give the linker two meanings to choose from. Exit status 1 and one line for each include
or type that breaks this.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
TYPE = re.compile(r'^(?:struct|class|enum class) (\w+)[^;]*?\{', re.MULTILINE)
# A library that is one module's own business.
PRIVATE_LIBRARIES = {"sqlite3.h": "store", "CLI/CLI.hpp": "cli"}


def read_modules(path):
    direct = {}
    for line in path.read_text().splitlines():
        name, _, depends = line.partition(":")
        direct[name] = [d for d in depends.strip().split(";") if d]
    return direct


def closure(name, direct):
    found = {name}
    for depend in direct[name]:
        found |= closure(depend, direct)
    return found


def broken_includes(source, direct):
    for path in sorted(source.glob("*/*.cc")) + sorted(source.glob("*/*.h")):
        module = path.parent.name
        if module not in direct:
            yield f"{path}: the folder is no declared module"
            continue
        allowed = closure(module, direct)
        for include in INCLUDE.findall(path.read_text(encoding="utf-8")):
            target = include.split("/")[0]
            if target in direct and "/" in include and target not in allowed:
                yield f"{path}: {module} may not include {include}"
            if PRIVATE_LIBRARIES.get(include, module) != module:
                yield f"{path}: only {PRIVATE_LIBRARIES[include]} may include {include}"


def types_defined_twice(source):
    homes = {}
    for path in sorted(source.glob("*/*.h")):
        for name in TYPE.findall(path.read_text(encoding="utf-8")):
            if name in homes and homes[name] != path:
                yield f"{path}: {name} is defined in {homes[name]} too"
            homes.setdefault(name, path)


def main():
    source, modules = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    direct = read_modules(modules)
    broken = [*broken_includes(source, direct), *types_defined_twice(source)]
    print("\n".join(broken) or f"{len(direct)} modules keep to their dependencies")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
