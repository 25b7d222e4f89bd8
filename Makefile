# Two commands: `make run` and `make test`. Each installs what it lacks and says so.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

APT_RUN  := libzmq3-dev libopenblas-dev libsimdjson-dev zlib1g-dev pkg-config
APT_TEST := $(APT_RUN) python3-venv protobuf-compiler prometheus chromium
PYTHON   := .venv/bin/python
# Not the interpreter itself: that is a symbolic link, and what make and touch see behind it is the system's.
VENV     := .venv/.installed
SUDO     := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
CHECKS   := --explicit-target-dependency-import-check error
SOURCES  := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.PHONY: help run test burner idle drain lint build bench quality proto reference clean

help: ## Say what there is to make
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

run: swift-toolchain apt-run ## Build, start the daemon, watch this machine, print verdicts
	swift build -c release --product andon
	exec .build/release/andon run --config config/andon.yaml --watch-host --print

test: swift-toolchain apt-test $(VENV) ## Run all tests
	$(PYTHON) -m unittest discover Benchmarks/quality
	swift build --build-tests $(CHECKS)
	ANDON_PYTHON="$(CURDIR)/$(PYTHON)" swift test --skip-build

burner: build $(VENV) ## On an idle machine: burn a CPU, and see that Andon names the burner
	ANDON_BINARY=.build/release/andon $(PYTHON) Tests/AndonTests/Scenarios/burner.py

idle: build $(VENV) ## On an idle machine, for an hour: count the anomalies that it raises by itself
	ANDON_BINARY=.build/release/andon $(PYTHON) Tests/AndonTests/Scenarios/idle.py

drain: build $(VENV) ## Stop a release build under load, and see that it drains within five seconds
	for load in small large; do \
	  ANDON_BINARY=.build/release/andon $(PYTHON) Tests/AndonTests/Scenarios/stop_under_load.py $$load --within-five-seconds; \
	done

lint: swift-toolchain ## Check the format of all Swift files
	swift format lint --strict --recursive --parallel $(SOURCES)

build: swift-toolchain apt-run ## Build the release binary
	swift build -c release $(CHECKS)

bench: build ## Measure on an idle machine: kernels, detection, causes, replay; ratios within one run
	ANDON_BINARY="$(CURDIR)/.build/release/andon" swift run --package-path Benchmarks -c release bench

# ANDON_BINARY names a binary that is there; then nothing is built.
quality: $(if $(ANDON_BINARY),,build) $(VENV) ## Measure detection: F1 on made corpora, alarms on clean series, NAB if QUALITY_ARGS names it
	$(PYTHON) Benchmarks/quality/run.py $(QUALITY_ARGS)

proto: swift-toolchain apt-test ## Generate the protobuf code anew
	swift build --product protoc-gen-swift
	Sources/WireFormat/generate.sh

reference: ## Write config/settings.md anew from the declarations of the keys
	ANDON_WRITE_REFERENCE=1 swift test --filter SettingsReferenceTests

clean: ## Remove everything that was built
	rm -rf .build Benchmarks/.build .venv

# What must be there. Nothing is installed that is there already.

.PHONY: swift-toolchain apt-run apt-test

swift-toolchain:
	@command -v swift >/dev/null || { echo "Swift 6.3 or newer is needed: https://www.swift.org/install/linux/"; exit 1; }

apt-run: PACKAGES := $(APT_RUN)
apt-test: PACKAGES := $(APT_TEST)
apt-run apt-test:
	@command -v dpkg-query >/dev/null || { echo "Not a Debian: install what stands for $(PACKAGES)"; exit 0; }; \
	missing=$$(for p in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "Installing with apt-get:" $$missing; \
	  $(SUDO) apt-get update -qq; \
	  install="$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends"; \
	  $$install $$missing >/dev/null || $$install $$missing; \
	  if grep -qx prometheus <<<"$$missing"; then \
	    echo "Tests start a Prometheus of their own: stopping the server that comes with the package"; \
	    $(SUDO) service prometheus stop >/dev/null 2>&1 || true; \
	    $(SUDO) update-rc.d prometheus disable >/dev/null 2>&1 || true; \
	  fi; \
	fi

$(VENV): config/clients/requirements.txt Benchmarks/quality/requirements.txt | apt-test
	@echo "Installing into .venv with pip: $$(cat $^ | tr '\n' ' ')"
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check $(addprefix -r ,$^)
	@touch $@
