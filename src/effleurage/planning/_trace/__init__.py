"""Trace: strokes become smooth paths on the skin and through the air."""
