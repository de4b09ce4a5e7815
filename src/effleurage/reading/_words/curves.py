"""Curves: a line that rises takes the hand upward, as in "in an arc that climbs and leads away"."""

from effleurage.reading._words.mark import Mark

RISING = frozenset({"rises", "climbs", "ascends", "rising", "climbing", "ascending"})
"""What such a line does; without one of these words there is none."""
CURVES = frozenset({"curve", "arc", "fan", "arch", "semicircle", "bow", "circle", "line", "sweep"})


def curve_rises(marks: list[Mark]) -> None:
    """As in "in a curve that rises and goes out from the spine" and "in a rising curve": up, and then out."""
    for n, mark in enumerate(marks):
        if mark.low not in RISING or not n:
            continue
        told = n > 1 and marks[n - 1].low in ("that", "which") and marks[n - 2].base in CURVES
        named = n + 1 < len(marks) and marks[n + 1].base in CURVES
        if not told and not (named and marks[n - 1].cat == "det"):
            continue
        mark.cat, mark.value, mark.entry, mark.cats = "dir", "up", None, {}
        if told and n + 3 < len(marks) and marks[n + 1].cat == "conj":
            # As in "and goes out": the same line, further on.
            onward = marks[n + 3].cat == "dir" or marks[n + 3].low.startswith("out from")
            if onward and marks[n + 2].form == "s":
                marks[n + 2].mute()
