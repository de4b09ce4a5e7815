"""Lifted: how hands and arms that were at work are said to leave the skin."""

from effleurage.reading._words.fuse_hands import BORDERS
from effleurage.reading._words.lexicon import Entry, Lexicon
from effleurage.reading._words.mark import Mark

LIFTING = frozenset({"let", "allow", "lift", "raise", "having"})
"""Without one of these there is nothing to be told here."""
_OFF = Entry("dir", "off", "off", {})
_LEAVES = frozenset({"come", "lift", "float", "rise"})
_AWAY = frozenset({"off", "away"})
_TOOL = ("det", "mine", "side", "num", "filler", "press", "adv")
_HOW = ("det", "press", "adv", "tempo", "filler", "num")


def lifted(marks: list[Mark], lexicon: Lexicon) -> None:
    """As in "let the arm come away", "having lifted it off", "with a light lift, take it off".

    Args:
        marks: The sentence's words.
        lexicon: The words, for lifting itself.
    """
    for n, mark in enumerate(marks):
        if mark.low == "having" and mark.cat == "sub":
            _has_done(marks, n)
        elif mark.base in ("let", "allow") and mark.cat == "verb":
            _let_away(marks, n, lexicon)
        elif mark.base in ("lift", "raise") and mark.cat == "motion":
            _with_a_lift(marks, n)


def _has_done(marks: list[Mark], n: int) -> None:
    """As in "having gently lifted the arm off": after that was done."""
    done = next((m for m in marks[n + 1 :] if m.cat not in _HOW), None)
    if done is not None and done.form == "ed" and "verb" in done.cats:
        done.take("verb")
        done.form = "ing"
        marks[n].low = marks[n].base = "after"


def _let_away(marks: list[Mark], n: int, lexicon: Lexicon) -> None:
    """As in "let the arm come away" and "let your hands float off": they are lifted off."""
    go = next((k for k in range(n + 1, len(marks)) if marks[k].cat == "verb"), len(marks))
    what = [m for m in marks[n + 1 : go] if m.cat not in _TOOL and m.low != "to"]
    if go == len(marks) or len(what) != 1 or not ("tool" in what[0].cats or what[0].base == "arm"):
        return
    verb, behind = marks[go], marks[go + 1 : go + 2]
    first, _, way = verb.low.partition(" ")
    if first not in _LEAVES or any(m.low in ("each other", "one another") for m in marks[go:]):
        return
    if way in _AWAY:
        verb.become(_OFF)
        verb.low = verb.base = "off"
    elif behind and behind[0].low in _AWAY:
        verb.mute()
    else:
        return
    for to in (m for m in marks[n + 1 : go] if m.low == "to"):
        to.mute()
    marks[n].low = marks[n].base = "lift"
    marks[n].become(lexicon.tree["lift"][""]["verb"])


def _with_a_lift(marks: list[Mark], n: int) -> None:
    """As in "take the arm off with a gentle lift": how it is taken off, and no flesh that is lifted."""
    led = next((k for k in range(n - 1, -1, -1) if marks[k].cat not in _HOW), None)
    if led is None or marks[led].low != "with":
        return
    low = next((k + 1 for k in range(led - 1, -1, -1) if marks[k].cat in BORDERS), 0)
    ahead = low == led and n + 1 < len(marks) and marks[n + 1].cat == "comma"
    first = n + 1 + ahead
    high = next((k for k in range(first, len(marks)) if marks[k].cat in (*BORDERS, "conj")), len(marks))
    said = [*marks[low:led], *marks[first:high]]
    if any(m.cat == "verb" for m in said) and any(_AWAY & set(m.low.split()) for m in said):
        for mark in (marks[led], marks[n], *marks[n + 1 : first]):
            mark.mute()
