"""Leads: what stands before a sentence's own words, what it is for or what it puts first."""

from effleurage.reading._words.mark import Mark

_FAR = 7


def announced(marks: list[Mark]) -> None:
    """As in "For the fans, lay one hand on the sacrum": the name of what comes, and no stroke yet."""
    if len(marks) < 4 or marks[0].low != "for":
        return
    comma = next((n for n, m in enumerate(marks[:_FAR]) if m.cat == "comma"), None)
    if comma is None:
        return
    named = any(m.cat == "motion" for m in marks[1:comma])
    placed = any(m.cat == "place" for m in marks[1:comma])
    # As in "For the shoulder, lay one hand on the blade": where the work is, and then where the hand lies.
    narrowed = placed and not named and any(m.cat == "place" for m in marks[comma:])
    if not (narrowed or (named and not placed)):
        return
    counted = any(m.cat in ("num", "unit", "moment", "times", "verb") for m in marks[1:comma])
    if counted or not any(m.cat == "verb" for m in marks[comma:]):
        return
    for mark in marks[:comma]:
        mark.mute()


_IS = frozenset({"is", "'s"})
_PUT_FIRST = 9


def put_first(marks: list[Mark]) -> None:
    """As in "It is with crossed arms that you reach down": with crossed arms, you reach down."""
    if len(marks) < 6 or marks[0].low != "it" or marks[1].low not in _IS:
        return
    that = next((n for n, m in enumerate(marks[:_PUT_FIRST]) if m.low == "that"), None)
    if that is None or that < 3 or that + 1 == len(marks):
        return
    said, behind = marks[2:that], marks[that + 1]
    led = said[0].cat in ("prep", "filler", "adv", "pron", "sub") and said[0].cat != "neg"
    acts = behind.cat == "subj" or "tool" in behind.cats or behind.low in ("they", "your", "both")
    if not (led and acts) or any(m.cat in ("verb", "neg") for m in said):
        return
    marks[0].mute()
    marks[1].mute()
    marks[that].cat, marks[that].value, marks[that].entry, marks[that].cats = "comma", None, None, {}
