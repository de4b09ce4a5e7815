"""Frames, rotations and splines: NumPy and SciPy, and nothing about people."""

from effleurage.spatial._rotation import rotation_about as rotation_about
