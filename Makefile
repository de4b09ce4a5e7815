# The same words as in CI. Everything runs through uv, which makes the environment itself.
.PHONY: sync format check test bench pictures build

sync:
	uv sync

format:
	uv run ruff format .
	uv run ruff check --fix .

check:
	uv run ruff check .
	uv run ruff format --check .
	uv run ty check src
	uv run lint-imports

test:
	uv run pytest

bench:
	uv run python benchmarks/run.py

build:
	uv build
