# Two commands are enough: `make demo` and `make test`. `make help` lists the rest.
# Every package comes from requirements/*.lock, with its hash; the environment is .venv and nothing outside it.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo install test browser lint types lock bench clean

VENV := .venv
RUN := $(VENV)/bin
WORKERS ?= 2
CHROMIUM := /usr/bin/chromium

# The system's certificates, as in a closed network with an authority of its own.
export UV_SYSTEM_CERTS ?= 1
export UV_CUSTOM_COMPILE_COMMAND := make lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.runtime ## see it: a database of its own, three blogs, http://127.0.0.1:8000 (PORT=… for another port)
	@CALLED_BY="make demo" $(RUN)/communique demo $(if $(PORT),--port $(PORT)) $(OPTIONS)

install: $(VENV)/.development ## what demo and test need, without running either
	@echo "Installed. Type: $(RUN)/communique --help"

test: browser lint types ## everything that CI checks: style, types, import contracts, tests
	$(RUN)/pytest -n $(WORKERS)

browser:
	@test -x $(CHROMIUM) || { echo "The tests drive a browser, and $(CHROMIUM) is missing. Type: apt-get install chromium" >&2; exit 1; }

lint: $(VENV)/.development ## style and import contracts
	$(RUN)/ruff check
	$(RUN)/ruff format --check
	$(RUN)/lint-imports

types: $(VENV)/.development ## mypy, strict
	$(RUN)/mypy

bench: $(VENV)/.development ## measure reads, writes and the server
	$(RUN)/python -m bench

lock: $(VENV)/.tools ## write requirements/*.lock anew from *.in; UPGRADE=1 takes newer releases
	$(call lock,runtime)
	$(call lock,development,--constraint requirements/runtime.lock)
	$(call lock,tools,--constraint requirements/development.lock)

clean: ## remove the environment and every cache
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis dist
	find . -name __pycache__ -not -path './web/*' -prune -exec rm -rf {} +

# An environment that is there is added to, never emptied: something may be running from it. `make clean` begins anew.
$(VENV)/.tools: requirements/tools.lock
	@$(make_environment)
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.lock \
		|| { echo "The packages could not be fetched. Behind a proxy or a mirror, set HTTPS_PROXY or PIP_INDEX_URL." >&2; exit 1; }
	@touch $@

$(VENV)/.runtime: $(VENV)/.tools requirements/runtime.lock pyproject.toml
	@$(call install,runtime)
	@$(editable)
	@touch $@

$(VENV)/.development: $(VENV)/.runtime requirements/development.lock
	@$(call install,development)
	@touch $@

define make_environment
set -e; \
if $(RUN)/python -m pip --version >/dev/null 2>&1; then exit 0; fi; \
for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
	if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; \
	python=; \
done; \
[ -n "$$python" ] || { \
	echo "This needs Python 3.11 or newer, and there is none on the path. Type: apt-get install python3 python3-venv" >&2; \
	echo "If it stands elsewhere: make PYTHON=/path/to/python3.11 …" >&2; exit 1; }; \
echo "Making $(VENV) with $$("$$python" --version)"; \
"$$python" -m venv --clear $(VENV) || { \
	rm -rf $(VENV); echo "Python cannot make environments here. Type: apt-get install python3-venv" >&2; exit 1; }
endef

# uv first, because it takes seconds; pip where uv has no build or cannot reach its index.
define install
set -e; \
echo "Installing requirements/$(1).lock"; \
$(RUN)/uv pip install --quiet --python $(RUN)/python --require-hashes -r requirements/$(1).lock || { \
	echo "uv could not; pip goes on, which takes a minute." >&2; \
	$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$(1).lock; }
endef

define editable
$(RUN)/uv pip install --quiet --python $(RUN)/python --no-deps --no-build-isolation --editable . || \
$(RUN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef

define lock
$(RUN)/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url --generate-hashes \
	$(if $(UPGRADE),--upgrade) $(2) requirements/$(1).in -o requirements/$(1).lock
endef
