# Everything works on a machine with only Python 3.11 or newer and make: the first target that needs it makes .venv.

PYTHON ?= python3
DOCUMENTS ?= tests/documents
GRAPH ?= graph

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help run install test check format bench lock clean

help:
	@echo "make run      build, validate and query the graph of DOCUMENTS ($(DOCUMENTS)) in GRAPH ($(GRAPH))"
	@echo "make test     run the tests"
	@echo "make check    check format, style and types"
	@echo "make format   format the code"
	@echo "make bench    measure pages a second"
	@echo "make lock     resolve the packages of requirements.lock again"
	@echo "make clean    remove what was made"

run: $(INSTALLED)
	$(BIN)/kg build "$(DOCUMENTS)" --output "$(GRAPH)" || test $$? -eq 1
	$(BIN)/kg validate --graph "$(GRAPH)"
	$(BIN)/kg query documents --graph "$(GRAPH)"
	@echo
	$(BIN)/kg query reports-due --graph "$(GRAPH)"

install: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "un-kg needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

test: $(INSTALLED)
	$(BIN)/python -m pytest

check: $(INSTALLED)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy --strict

format: $(INSTALLED)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(INSTALLED)
	$(BIN)/python benchmarks/bench.py

lock:
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	$(PYTHON) -m venv "$$folder"; "$$folder/bin/pip" install --quiet --disable-pip-version-check uv; \
	printf "hatchling>=1.25\neditables>=0.5\n" | "$$folder/bin/uv" pip compile pyproject.toml - --group dev --universal \
	  --python-version 3.11 --generate-hashes --no-header --no-annotate --upgrade --quiet -o "$$folder/lock"; \
	{ echo "# Every package that un-kg and its tests need, for Python 3.11 to 3.14 on any system. Made by \`make lock\`."; \
	  cat "$$folder/lock"; } > requirements.lock

clean:
	rm -rf $(VENV) graph inspect dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find kg tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
