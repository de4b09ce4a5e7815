"""Phrasing: strokes and steps put back into plain English, for rewriting and suggestions."""
