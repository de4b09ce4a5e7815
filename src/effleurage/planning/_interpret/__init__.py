"""Interpret: a routine becomes a score, with its rows, loops, groups and sides."""
