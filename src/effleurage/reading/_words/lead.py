"""Leads: what a sentence is for, told before it says what to do."""

from effleurage.reading._words.mark import Mark

_FAR = 7


def announced(marks: list[Mark]) -> None:
    """As in "For the fans, lay one hand on the sacrum": the name of what comes, and no stroke yet."""
    if len(marks) < 4 or marks[0].low != "for":
        return
    comma = next((n for n, m in enumerate(marks[:_FAR]) if m.cat == "comma"), None)
    if comma is None or not any(m.cat == "motion" for m in marks[1:comma]):
        return
    counted = any(m.cat in ("num", "unit", "moment", "times", "place", "verb") for m in marks[1:comma])
    if counted or not any(m.cat == "verb" for m in marks[comma:]):
        return
    for mark in marks[:comma]:
        mark.mute()
