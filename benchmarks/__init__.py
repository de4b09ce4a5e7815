"""Measurements against other tools; ``python -m benchmarks`` writes RESULTS.md beside this file."""
