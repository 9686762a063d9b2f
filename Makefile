# `make run` starts sendself; `make test` checks it. Both set up what they need in .venv first.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" launch.py --check-python >/dev/null 2>&1 && echo "$$p" && break; done)
VENV := .venv/bin/python
LOCK := $(VENV) -m uv pip compile --universal --python-version 3.11 --generate-hashes --fork-strategy fewest \
	--upgrade --quiet --custom-compile-command "make lock"

# The tests in Chromium wait more than they count, so there are more processes than cores.
PROCESSES ?= $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 2)")

.PHONY: run test lint lock prove bench pictures golden dev chromium poppler clean python

run: python
	@$(PYTHON) launch.py

test: dev chromium poppler lint
	$(VENV) -m pytest -m "not prove" --numprocesses $(PROCESSES) --dist loadgroup --no-loadscope-reorder --durations=25

lint: dev
	$(VENV) -m ruff check
	$(VENV) -m ruff format --check
	$(VENV) -m mypy --num-workers auto

# The slower proofs, such as that every part can be installed on every system.
prove: dev chromium poppler
	$(VENV) -m pytest -m prove

# Measure how fast it is on this computer.
bench: dev chromium
	$(VENV) -m bench

# Picture the pages of the app for the guide.
pictures: dev chromium
	$(VENV) -m tests.browser.pictures

# Write the texts of the reports anew that tests compare with; look at what changed.
golden: dev
	$(VENV) -m tests.report.golden_texts

# Take the newest versions that pyproject.toml allows.
lock: dev
	$(LOCK) pyproject.toml --output-file requirements.txt
	$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt

dev: python
	@$(PYTHON) launch.py --prepare-only --dev

chromium: dev
	@$(VENV) -m tests.browser.chromium --install

poppler: dev
	@$(VENV) -m tests.document.poppler --install

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

python:
	@test -n "$(PYTHON)" || { echo "sendself needs Python 3.11, 3.12, 3.13 or 3.14. On Debian or Ubuntu: sudo apt install" \
		"python3 python3-venv. Elsewhere: python.org, or ask IT."; exit 1; }
