# SPDX-License-Identifier: GPL-3.0-or-later
# A thin front: meson and ninja build, tools/run-tests tests. `make help` lists the targets.
# DEPS=no leaves the system's packages alone, WEB=no builds without the pages, J=4 does four at a time.

J ?= $(shell nproc 2>/dev/null || echo 2)
DEPS ?= yes
WEB ?= yes
MESON = meson setup --prefix=/usr/local
SANITIZE = -Ddeveloper=true -Db_sanitize=address,undefined
CLANG = $(shell command -v ccache) clang

WEB_SOURCES = $(shell find web -name node_modules -prune -o -name dist -prune -o -type f -print)

.DEFAULT_GOAL = build
.PHONY: build run check check-quick bench install deb sizes lint fuzz clean help deps-build deps-all deps-bench dev clang release

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

deps-build:
	@[ $(DEPS) = no ] || tools/install-deps build web

deps-all:
	@[ $(DEPS) = no ] || tools/install-deps

deps-bench:
	@[ $(DEPS) = no ] || tools/install-deps bench

build/release/build.ninja: | deps-build
	$(MESON) -Dtests=false build/release
build/dev/build.ninja: | deps-build
	$(MESON) $(SANITIZE) build/dev
build/clang/build.ninja: | deps-all
	CC="$(CLANG)" $(MESON) $(SANITIZE) -Dfuzz=true build/clang

# Packages of npm: the versions and hashes of the lock file, none of which runs a script.
%/node_modules/.installed: %/package.json %/package-lock.json | deps-build
	cd $* && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
web/dist/index.html: $(WEB_SOURCES) web/node_modules/.installed
	cd web && npm run build --silent -- --logLevel warn

ifeq ($(WEB)$(wildcard web/package.json),yesweb/package.json)
release dev clang: web/dist/index.html
endif
release: deps-build build/release/build.ninja
	@ninja -C build/release -j$(J)
dev: deps-build build/dev/build.ninja
	@ninja -C build/dev -j$(J)
clang: deps-all build/clang/build.ninja
	@ninja -C build/clang -j$(J)

build: release ## build/zhun, optimised and hardened
	@cp --remove-destination build/release/src/zhun/zhun build/zhun

run: build ## serves the demonstration world on this machine and says where to look
	@build/zhun demo serve

check-quick: dev ## the tests that take less than a minute, on SQLite; some of them wait, so one more at a time than cores
	@tools/run-tests --quick --jobs $$(($(J) + 1))

check: deps-all dev clang build tests/openapi/node_modules/.installed tests/oidc/node_modules/.installed ## every test: gcc and clang, both databases, HTTP, browser
	@tools/with-postgres tools/run-tests --jobs $(J)

bench: deps-bench build ## measures beside the peers over CERTIFICATES=1000000; writes build/bench.tsv
	@bench/run $(if $(CERTIFICATES),--certificates $(CERTIFICATES))

install: build ## into DESTDIR, prefix /usr/local
	@meson install -C build/release --no-rebuild $(if $(DESTDIR),--destdir $(abspath $(DESTDIR)))

deb: build ## build/zhun_VERSION_ARCH.deb: program, manual, completion, hardened service
	@tools/make-deb

sizes: ## lines per file and function
	@tools/sizes

lint: dev ## clang-tidy and cppcheck
	@tools/lint build/dev

fuzz: clang ## each fuzz target for SECONDS=60
	@tools/fuzz build/clang $(or $(SECONDS),60)

clean: ## takes the build away
	rm -rf build web/dist
