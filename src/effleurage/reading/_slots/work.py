"""Kinds of work: techniques by what they do to the place that is worked on, and ways that lead elsewhere."""

ON_THE_SPOT = ("friction", "petrissage", "tapotement", "vibration")
WORKED_ON = frozenset({*ON_THE_SPOT, "compression"})
"""Work that is carried on with somewhere else is the same work; a glide that goes on is its next leg."""

TRAVEL = frozenset({"up", "down", "out", "in", "toward_giver", "away_from_giver"})
"""Ways by which hands come to be somewhere else."""
