# make demo: set up, report over the demonstration articles. make test: set up, run all tests, then the
# gate: it holds the working tree to the recorded figures, where there are any (python -m eval gate --record-own --record-demo).
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed

.PHONY: demo test setup bench clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q -c constraints.txt -e '.[dev]'
	touch $@

demo: $(STAMP)
	$(BIN)/checker report data/demo/articles -o out/demo
	$(BIN)/python -m eval demo out/demo/report.json
	@echo "Report: $(CURDIR)/out/demo/report.html"

test: $(STAMP)
	$(BIN)/python -m pytest
	@if [ -f eval/results/recorded.json ]; then $(BIN)/python -m eval gate; fi

bench: $(STAMP)
	$(BIN)/python -m eval bench

clean:
	rm -rf $(VENV) out build dist
