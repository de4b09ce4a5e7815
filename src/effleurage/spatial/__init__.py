"""Frames, rotations and splines: NumPy and SciPy, and nothing about people."""
