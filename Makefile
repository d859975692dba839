# The way in. `make run` and `make test` work on a fresh Debian 12.
#
#   make run       build, read samples/, open the page
#   make build     the release program: build/release/afterword
#   make test      every test: C++ under sanitizers, the program end to end, the page in a browser
#   make score     the figures over ../shared/data
#   make bench     read rates and memory
#   make fuzz      each fuzzer for a minute
#   make package   a .deb and a tarball in build/package
#   make format    clang-format over src, tests, bench and fuzz
#   make tidy      clang-tidy over src
#   make clean     everything built goes

SHELL = /bin/sh
RELEASE = build/release/afterword
CASEBOOK = build/samples.casebook
PAGE = web/dist/index.html
PAGE_SOURCES = $(shell find web/src web/public web/index.html web/package.json web/vite.config.ts -type f 2>/dev/null)


.PHONY: run build page test test-program test-page test-package score bench fuzz package format tidy clean setup

run: build
	$(RELEASE) read samples/*/ --casebook $(CASEBOOK)
	$(RELEASE) serve --casebook $(CASEBOOK) --open

setup:
	@tools/setup/install-packages

web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(PAGE): web/node_modules/.package-lock.json $(PAGE_SOURCES)
	cd web && npm run --silent build

page: setup
	@$(MAKE) --no-print-directory $(PAGE)

build: page
	cmake --preset release --log-level=WARNING
	cmake --build --preset release

test: build test-program test-page test-package

test-program:
	cmake --preset dev --log-level=WARNING
	cmake --build --preset dev
	ctest --preset dev --parallel 2
	ctest --preset release --tests-regex '^(end_to_end|ingest\..*Confined)' --parallel 2

test-page:
	cd web && npm run --silent check && npm test --silent
	cd web && AFTERWORD=$(CURDIR)/$(RELEASE) npm run --silent browser

score: build
	tools/score/all

bench: build
	bench/read

FUZZ_SECONDS = 60
fuzz:
	cmake --preset fuzz --log-level=WARNING
	cmake --build --preset fuzz
	@for fuzzer in build/fuzz/fuzz/*_fuzzer; do \
	  echo "$$fuzzer: $(FUZZ_SECONDS) s"; \
	  $$fuzzer -max_total_time=$(FUZZ_SECONDS) -timeout=10 -verbosity=0 || exit 1; \
	done

package: build
	cd build/release && cpack --config CPackConfig.cmake -B $(CURDIR)/build/package >/dev/null
	@ls -1 build/package/afterword[-_]*

test-package: package
	tests/package_test.sh build/package

SOURCES = $(shell git ls-files '*.cc' '*.h')
CLANG_FORMAT = $(shell command -v clang-format-19 clang-format | head -n 1)
format:
	$(CLANG_FORMAT) -i $(SOURCES)

CLANG_TIDY = $(shell command -v clang-tidy-19 clang-tidy | head -n 1)
tidy: build
	$(CLANG_TIDY) -p build/release --quiet $(filter-out %_test.cc,$(filter src/%.cc,$(SOURCES)))

clean:
	rm -rf build web/dist web/node_modules
