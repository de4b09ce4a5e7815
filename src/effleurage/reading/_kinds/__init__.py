"""Kinds: whether a sentence moves, places, bounds, prepares, repeats or only talks."""
