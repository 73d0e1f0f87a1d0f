# Each task makes its own virtual environment first; the tasks live in tools/dev.py.
PYTHON ?= python3

.PHONY: demo test check bench
demo test check bench:
	@$(PYTHON) tools/dev.py $@
