"""Assemble: timed strokes become one track, with its segments, blocks and waits."""
