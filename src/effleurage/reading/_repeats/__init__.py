"""Repeats: which earlier strokes a sentence sends back to, and what it changes about them."""
