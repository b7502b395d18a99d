# A bare `make` explains itself: the text behind `##` is the help.

MAKEFLAGS += --no-print-directory --no-builtin-rules
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
LOWEST := .venv-lowest
ADDRESS ?= 127.0.0.1:8000
ARGS ?=
SECONDS ?= 60
# The tests of a file stay together, for what they share; more processes each build a site of their own.
BESIDE := -n auto --maxprocesses 4 --dist loadfile

# Material advertises its successor on every run unless told not to.
export NO_MKDOCS_2_WARNING := 1
# One interpreter and one environment, whatever is active around us.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME CONDA_PREFIX UV_SYSTEM_PYTHON UV_PYTHON

##@ Read and write
.PHONY: site serve fmt
site: .venv/site.stamp build/engine/stamp ## build the whole site into site/
	@$(BIN)/claimbook build

serve: .venv/site.stamp build/engine/stamp ## serve the site, rebuilt on every change (ADDRESS=127.0.0.1:8000)
	@$(BIN)/mkdocs serve --dev-addr $(ADDRESS)

fmt: .venv/dev.stamp ## put code and claims into their usual form, and generate what is made of them
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format .
	@$(BIN)/claimbook fmt
	@$(BIN)/claimbook generate

##@ Prove
.PHONY: check check-code check-format check-types check-claims check-generated check-workflows
check: check-code check-format check-types check-claims check-generated check-workflows ## lint, types, every claim, and what is generated

check-code: .venv/dev.stamp
	@$(BIN)/ruff check .

check-format: .venv/dev.stamp
	@$(BIN)/ruff format --check .

check-types: .venv/dev.stamp
	@$(BIN)/mypy

check-claims: .venv/site.stamp
	@$(BIN)/claimbook check --strict

check-generated: .venv/site.stamp
	@$(BIN)/claimbook generate --check

# actionlint is no Python package: it looks too where it is installed.
check-workflows: .venv/dev.stamp
	@$(BIN)/zizmor --offline --quiet --no-progress --persona=pedantic .github .forgejo/workflows/*.yml
	@! command -v actionlint >/dev/null || actionlint

# Strangers' texts as a browser takes them.
IN_BROWSER = tests/browser/test_payloads.py tests/browser/test_hostile.py tests/browser/test_needs.py
.PHONY: test hostile test-lowest bench
test: .venv/dev.stamp build/cms/stamp build/engine/stamp ## run all tests, some minutes (ARGS="-k sora" runs some)
	@requirements/chromium.sh
	@$(BIN)/python -m pytest $(BESIDE) $(ARGS)

hostile: .venv/dev.stamp ## try hostile files and broken machines as often as there is time, some twenty minutes
	@requirements/chromium.sh
	@$(BIN)/python -m pytest $(BESIDE) --whole tests/hostile tests/properties $(IN_BROWSER) $(ARGS)

.PHONY: fuzz
fuzz: .venv/dev.stamp build/fuzz/stamp ## look for bytes that break a reader, one after the other (SECONDS=60 ARGS="prose url" of some)
	@$(BIN)/python -m tests.fuzz.run --seconds $(SECONDS) $(ARGS)

test-lowest: $(LOWEST)/stamp ## run the quick tests on the built wheel with the oldest versions we support
	@$(LOWEST)/bin/python -m pytest tests/unit tests/mkdocs -m "not browser and not slow and not wheel" $(BESIDE) $(ARGS)

bench: .venv/dev.stamp build/bench/stamp ## measure where the time goes, and compare with Hugo (ARGS="--claims 10000 --rounds 5")
	@$(BIN)/python tests/bench/run.py
	@$(BIN)/python tests/bench/versus.py $(ARGS)

.PHONY: oracles
oracles: build/oracles/stamp ## ask citeproc-js and pandoc anew how they cite tests/oracles/works.txt
	@$(BIN)/python -m tests.oracles.make

.PHONY: weigh look walks
weigh: site .venv/dev.stamp ## print what every kind of page costs a reader, as the browser counts it
	@requirements/chromium.sh
	@$(BIN)/python -m tests.browser.weighing site

look: site .venv/dev.stamp ## take pictures of every kind of page into build/look/
	@requirements/chromium.sh
	@$(BIN)/python -m tests.browser.look site build/look

walks: site .venv/dev.stamp build/cms/stamp build/editor/stamp ## walk every way from a false claim to a merged file, and write the page about it
	@requirements/chromium.sh
	@$(BIN)/python -m tests.browser.walks

##@ Look after
.PHONY: lock audit dist clean help
lock: .venv/uv.stamp ## write requirements/*.txt anew from pyproject.toml (UPGRADE=--upgrade for newer versions)
	@requirements/lock.sh $(BIN)/uv

# Asks PyPI. A package that it does not know fails, too: who cannot ask has not been told anything.
audit: build/audit/stamp ## look for known vulnerabilities in everything that is locked
	@for list in site dev bench audit; do \
		echo "requirements/$$list.txt"; \
		build/audit/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off \
			--requirement requirements/$$list.txt || exit 1; \
	done

dist: .venv/site.stamp build/audit/stamp ## make what is released: wheel, source, bill of materials and checksums, into dist/
	@requirements/dist.sh $(BIN) build/audit/bin

clean: ## remove everything that make has made
	rm -rf site dist build .venv $(LOWEST) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

help:
	@awk 'BEGIN { FS = ":.*## " } \
		/^##@ / { printf "%s%s\n", n++ ? "\n" : "", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# The environment. A stamp is as new as what was installed.
INSTALL_SELF := uv pip install --quiet --no-deps --no-build-isolation

.venv/uv.stamp: requirements/uv.txt
	@echo "Making .venv"
	@requirements/venv.sh .venv
	@touch $@

# Once the tests' packages are there they stay, and the site's are among them.
.venv/site.stamp: .venv/uv.stamp requirements/site.txt pyproject.toml
	@set -e; list=site; [ ! -e .venv/dev.stamp ] || list=dev; \
	echo "Installing requirements/$$list.txt into .venv"; \
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements/$$list.txt
	@$(BIN)/$(INSTALL_SELF) --python $(BIN)/python --editable .
	@touch $@

.venv/dev.stamp: .venv/site.stamp requirements/dev.txt
	@echo "Installing requirements/dev.txt into .venv"
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.txt
	@$(BIN)/$(INSTALL_SELF) --python $(BIN)/python --editable .
	@touch $@

# Python for browsers. Who cannot get it has a claim builder that checks nothing.
build/engine/stamp: .venv/uv.stamp requirements/engine.sh $(wildcard requirements/engine/*)
	@echo "Installing Pyodide into build/engine"
	@if requirements/engine.sh $(BIN)/uv build/engine; then touch $@; \
	else echo "Pyodide could not be installed: the claim builder will check nothing in the browser."; fi

# What we compare with. Eleventy needs npm and is left out where there is none.
build/bench/stamp: .venv/uv.stamp requirements/bench.txt tests/bench/eleventy/package.json
	@echo "Installing requirements/bench.txt and Eleventy into build/bench"
	@rm -rf build/bench && mkdir -p build/bench/eleventy
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --target build/bench/python --require-hashes -r requirements/bench.txt
	@cp tests/bench/eleventy/package.json build/bench/eleventy
	@! command -v npm >/dev/null || npm install --prefix build/bench/eleventy --silent --no-package-lock --ignore-scripts
	@touch $@

# What looks at packages stays apart from them.
build/audit/stamp: .venv/uv.stamp requirements/audit.txt
	@echo "Installing requirements/audit.txt into build/audit"
	@rm -rf build/audit
	@$(BIN)/uv venv --quiet --python $(BIN)/python build/audit
	@$(BIN)/uv pip sync --quiet --python build/audit/bin/python --require-hashes requirements/audit.txt
	@touch $@

build/fuzz/stamp: .venv/uv.stamp requirements/fuzz.txt
	@echo "Installing requirements/fuzz.txt into build/fuzz"
	@rm -rf build/fuzz/python && mkdir -p build/fuzz
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --target build/fuzz/python --require-hashes -r requirements/fuzz.txt
	@touch $@

# A form for claims that people install beside their site. Where it cannot be had its test is skipped.
build/cms/stamp: tests/browser/cms/package.json
	@echo "Installing Sveltia CMS into build/cms"
	@rm -rf build/cms && mkdir -p build/cms
	@cp tests/browser/cms/package.json build/cms
	@! command -v npm >/dev/null || npm install --prefix build/cms --silent --no-package-lock --ignore-scripts || echo "Left out: npm could not install it"
	@touch $@

# What Visual Studio Code runs to check YAML.
build/editor/stamp: tests/browser/editor/package.json
	@echo "Installing yaml-language-server into build/editor"
	@rm -rf build/editor && mkdir -p build/editor
	@cp tests/browser/editor/package.json build/editor
	@npm install --prefix build/editor --silent --no-package-lock --ignore-scripts
	@touch $@

# Only what they say is kept, in tests/oracles/*.json.
build/oracles/stamp: .venv/uv.stamp tests/oracles/requirements.txt tests/oracles/package.json
	@echo "Installing citeproc-js, pandoc and the styles of the CSL project into build/oracles"
	@rm -rf build/oracles && mkdir -p build/oracles
	@$(BIN)/uv pip install --quiet --no-deps --python $(BIN)/python --target build/oracles/python -r tests/oracles/requirements.txt
	@cp tests/oracles/package.json build/oracles
	@npm install --prefix build/oracles --silent --no-package-lock --ignore-scripts
	@touch $@

# Made anew for every change: the wheel is built and installed as a stranger would get it.
$(LOWEST)/stamp: .venv/dev.stamp requirements/lowest.txt $(shell find plugins -type f -not -name '*.pyc' 2>/dev/null)
	@echo "Installing requirements/lowest.txt and the built wheel into $(LOWEST)"
	@[ -e $(LOWEST)/bin/python ] || $(BIN)/uv venv --quiet --python $(BIN)/python $(LOWEST)
	@$(BIN)/uv pip sync --quiet --python $(LOWEST)/bin/python --require-hashes requirements/lowest.txt
	@rm -rf build/wheel && $(BIN)/uv build --quiet --wheel --no-build-isolation --python $(BIN)/python --out-dir build/wheel
	@$(BIN)/$(INSTALL_SELF) --python $(LOWEST)/bin/python build/wheel/*.whl
	@touch $@
