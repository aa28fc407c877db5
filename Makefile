# make run, make test: everything they need is set up first, on a bare Debian or Ubuntu too.
# Another Python: make PYTHON=python3.13 …

PYTHON ?= python3
SHELL  := /bin/sh

BIN    := .venv/bin
STAMP  := .venv/.ready
PICTURE ?= build/window.png
ARTICLES ?= 5000
FROM    ?= resources/sample
SECONDS ?= 300
SEED    ?= 1

# What the window needs of the system, and the tests of a real screen; asked for where it is missing.
DEBIAN := python3-venv fonts-noto-core libegl1 libgl1 libfontconfig1 libdbus-1-3 libglib2.0-0 \
          libx11-6 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 \
          libxcb-keysyms1 libxcb-shape0 xvfb xdotool

.PHONY: help setup system run test test-window test-engine lint check coverage coverage-window \
        coverage-engine audit package notice bench fuzz crash model score clean

help:
	@echo 'make run      open the window (where there is no screen: draw it to $(PICTURE))'
	@echo 'make test     run the tests'
	@echo 'make check    style, types, layers, tests, coverage, known vulnerabilities: what CI runs'
	@echo 'make package  build the program in one folder, and a .deb on Debian, into build/'
	@echo 'make notice   name the licences of all that ships, in NOTICE'
	@echo 'make bench    extraction and import rates, index size, search times, start-up; ARTICLES=100000 FROM=FOLDER'
	@echo 'make model ANERCORP=FILE  train the tagger of names again, with the same result'
	@echo 'make crash    import and index, killed at random moments; SECONDS=3600 SEED=1'
	@echo 'make fuzz     harmed files of every format beside whole ones; SECONDS=300 SEED=1'
	@echo 'make score ANSWERS=FOLDER  measure against the hand-made answers in FOLDER'
	@echo 'make clean    remove what was made, the environment too'

setup: $(STAMP)

system:
	@tools='$(DEBIAN)'; \
	command -v dpkg-query >/dev/null 2>&1 || exit 0; \
	missing=''; \
	for name in $$tools; do \
	  dpkg-query -W -f='$${db:Status-Status}\n' "$$name" 2>/dev/null | grep -q '^installed$$' \
	  || dpkg-query -W -f='$${db:Status-Status}\n' "$${name}t64" 2>/dev/null | grep -q '^installed$$' \
	  || missing="$$missing $$name"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as=''; \
	elif command -v sudo >/dev/null 2>&1; then as='sudo'; \
	else as='none'; fi; \
	echo "Missing Debian packages:$$missing"; \
	if [ "$$as" != none ] \
	   && $$as apt-get update -qq \
	   && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y --no-install-recommends $$missing; \
	then exit 0; fi; \
	echo; \
	echo "They could not be installed. Ask an administrator of this machine to run:"; \
	echo "    apt-get install$$missing"; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || exit 1; \
	echo "Going on without them; the window may not open."

$(STAMP): pyproject.toml
	@$(MAKE) --no-print-directory system
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' \
	|| { echo 'Python 3.11 to 3.14 is needed; name one: make PYTHON=python3.12'; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

run: $(STAMP)
	@$(BIN)/python main.py || { \
	  status=$$?; \
	  [ $$status = 3 ] || exit $$status; \
	  mkdir -p $(dir $(PICTURE)); \
	  $(BIN)/python main.py screenshot $(PICTURE) \
	  && echo 'The window as it would be: $(abspath $(PICTURE))'; \
	}

# The window's tests wait, the engine's calculate: side by side they take little more than the longer.
WINDOW := tests/gui tests/journeys $(wildcard tests/test_*.py)
ENGINE := $(filter-out tests/gui tests/journeys tests/samples tests/__pycache__,$(patsubst %/,%,$(wildcard tests/*/)))
TOGETHER := $(MAKE) --no-print-directory --jobs=2
PYTEST := -m pytest -q -p no:cacheprovider

test: $(STAMP)
	@$(TOGETHER) test-window test-engine

test-window: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python $(PYTEST) $(WINDOW)

test-engine: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python $(PYTEST) $(ENGINE)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

coverage-window: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run --data-file=.coverage.window $(PYTEST) $(WINDOW)

coverage-engine: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run --data-file=.coverage.engine $(PYTEST) $(ENGINE)

coverage: $(STAMP)
	@rm -f .coverage .coverage.*
	@$(TOGETHER) coverage-window coverage-engine
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --skip-covered --skip-empty
	$(BIN)/coverage report --fail-under=100 --include='newsarchive/arabic/*,newsarchive/search/*,gui/models/*'

audit: $(STAMP)
	@$(BIN)/python .ci/audit.py

check: lint coverage audit

package: $(STAMP)
	$(BIN)/python -m pip install --quiet --group package
	sh .ci/package $(BIN)/python

notice: $(STAMP)
	$(BIN)/python -m pip install --quiet --group package
	$(BIN)/python .ci/licences.py NOTICE

bench: $(STAMP)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench --articles $(ARTICLES) --from $(FROM)

model: $(STAMP)
	$(BIN)/python -m newsarchive.entities.training fit resources/models/entities.crf \
	  --anercorp '$(ANERCORP)'

crash: $(STAMP)
	$(BIN)/python -m tests.bench.crash --seconds $(SECONDS) --seed $(SEED)

fuzz: $(STAMP)
	$(BIN)/python -m tests.bench.fuzz --seconds $(SECONDS) --seed $(SEED)

score: $(STAMP)
	sh tests/bench/score.sh '$(ANSWERS)' $(abspath $(BIN)/python)

clean:
	rm -rf .venv build dist ./*.egg-info .coverage .hypothesis .mypy_cache .pytest_cache \
	       .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
