"""Strokes: what a clause means in its context, and what it leaves to the next one."""
