# `make demo` on a fresh machine ends with the PDFs of the example plans; `make help` lists the rest.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo test year lint bench pictures docs clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r target text; do printf '%-14s %s\n' "$$target" "$$text"; done

setup: $(READY) ## set up .venv and the system libraries (says what it installs)

demo: $(READY) ## set up, then build the example plans
	$(BIN)/acbp build plans
	@echo "The PDFs are in $(abspath output)"

test: $(READY) ## set up, then run the tests on all processors
	$(BIN)/python -m pytest -n auto --maxprocesses 8

year: $(READY) ## set up, then play a year of a plan in git and show each command with its output
	$(BIN)/python -m tests.year.year

lint: $(READY) ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

bench: $(READY) ## measure against the performance budgets
	$(BIN)/python -m benchmark

pictures: $(READY) ## draw the pictures of the READMEs anew
	$(BIN)/acbp build plans
	$(BIN)/python docs/images/pages.py output

docs: $(READY) ## write the generated pages of docs/ anew
	ACBP_LANG=en $(BIN)/acbp guide docs
	ACBP_LANG=zh $(BIN)/acbp guide docs

clean: ## remove .venv, caches and built PDFs
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis build dist
	find output -mindepth 1 ! -name .gitkeep -delete
	find acbp tests -name __pycache__ -type d -prune -exec rm -rf {} +

# What was installed follows these three files; while none of them is newer, the set-up is skipped.
$(READY): pyproject.toml constraints.txt .ci/setup.sh
	@sh .ci/setup.sh $(VENV)
	@touch $@
