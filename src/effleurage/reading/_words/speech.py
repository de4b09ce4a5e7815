"""Speech: what somebody who talks while the hands work says otherwise than somebody who writes.

"The other hand's coming in", "both palms down here on her back", "the last one, watch, goes across".
"""

from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark

_BE = Entry("verb", None, "be", {"act": "state"})
_NAMED = frozenset({"pron", "tool", "hands", "person", "side", "place", "tissue", "motion", "num", "again"})
_LIGHT = frozenset({"filler", "adv", "tempo", "press", "gradual"})
POINTING = frozenset({"here", "there"})
ASIDES = frozenset(
    [
        *("watch", "watch this", "look", "look at that", "see", "you see", "you know", "i mean", "listen"),
        *(
            "see that",
            "watch me",
            "notice",
            "got it",
            "ready",
            "remember",
            "trust me",
            "believe me",
            "mind you",
        ),
    ]
)
_BORDERS = frozenset({"comma", "dash", "open", "close", "semi"})


def being(marks: list[Mark]) -> None:
    """As in "the other hand's coming in": what it is doing, and nothing that it owns."""
    for n in range(1, len(marks) - 1):
        mark = marks[n]
        if mark.low != "'s" or mark.cat != "poss" or marks[n - 1].cat not in _NAMED:
            continue
        k = n + 1
        while k + 1 < len(marks) and marks[k].cat in _LIGHT:
            k += 1
        if marks[k].cat == "verb" and marks[k].form == "ing":
            mark.become(_BE)
            mark.form, mark.base = "s", "be"


def pointed_at(marks: list[Mark]) -> None:
    """As in "both hands down here on her lower back": where it is, and no way that a hand takes."""
    for n in range(1, len(marks)):
        way, here = marks[n - 1], marks[n]
        if way.cat != "dir" or way.value not in _LEVELS or here.low not in POINTING:
            continue
        behind = marks[n + 1] if n + 1 < len(marks) else None
        located = (
            behind is None or behind.cat in _BORDERS or (behind.cat == "prep" and behind.value in _WHERE)
        )
        goes = any(m.cat == "verb" and m.cats["verb"].get("act") in ("move", "work") for m in marks[: n - 1])
        if located and not goes:
            way.mute()
            here.mute()


_LEVELS = ("up", "down", "out")
_WHERE = ("at", "above", "below")


def laid_down(marks: list[Mark]) -> None:
    """As in "fingertips down at the side of the spine": where they lie, and no way that they take."""
    border = next((n for n, m in enumerate(marks) if m.cat == "comma"), len(marks))
    labelled = any(m.cat == "colon" for m in marks[:border])
    told = marks[:border] if labelled else marks
    if any(m.cat == "verb" or (m.cat == "prep" and m.value in ("from", "to")) for m in told):
        return
    for n in range(1, len(told) - 1):
        way, behind = marks[n], marks[n + 1]
        if way.low == "down" and behind.low == "low" and marks[n - 1].cat == "tool":
            # As in "Both hands down low, just above the hips".
            way.mute()
            behind.mute()
            continue
        lies = way.cat == "dir" and way.value in ("up", "down") and _is_tool(marks, n - 1)
        if lies and _says_where(behind):
            way.mute()
            if marks[n - 1].cat == "colon":
                marks[n - 1].mute()


def _says_where(mark: Mark) -> bool:
    """As in "at", "above", "beside the spine"."""
    if mark.cat == "place":
        return mark.low.startswith(("beside ", "next to ", "close to ", "close beside "))
    return mark.cat == "prep" and mark.value in _WHERE


def _is_tool(marks: list[Mark], n: int) -> bool:
    """A tool, which may stand as a label: "One hand only: down at the waist"."""
    if marks[n].cat == "colon" and n > 1:
        n -= 2 if marks[n - 1].cat == "filler" else 1
    return marks[n].cat == "tool"


SHOWING = frozenset({"like that", "like this", "like so"})


def shown(marks: list[Mark]) -> None:
    """As in ", pointing at the spine, like that": what is shown, and nothing that is done again."""
    for n in range(2, len(marks)):
        behind = marks[n + 1] if n + 1 < len(marks) else None
        if marks[n].low not in SHOWING:
            continue
        verbs = [m for m in marks[: n - 1] if m.cat == "verb"]
        # As in "Reach down around the waist like that.": hands go there as they are held.
        reaches = bool(verbs) and verbs[-1].base == "reach" and marks[n - 1].cat == "place"
        apart = marks[n - 1].cat in _BORDERS
        if (behind is None or behind.cat in _BORDERS) and ((apart and verbs) or reaches):
            marks[n].mute()


def goes_on(marks: list[Mark]) -> None:
    """As in "press on with the forearm, gliding up": it goes on with that, and nothing is pressed."""
    for n, (press, on, using) in enumerate(zip(marks, marks[1:], marks[2:], strict=False)):
        if press.low not in ("press", "push") or on.low != "on" or using.low != "with":
            continue
        behind = next((k for k in range(n + 3, len(marks)) if marks[k].cat in _BORDERS), len(marks))
        if any(m.cat == "verb" and m.form == "ing" for m in marks[behind + 1 : behind + 2]):
            press.mute()
            on.mute()


def set_aside(marks: list[Mark]) -> None:
    """As in "the last one, watch, goes across the shoulder": said to whoever looks on."""
    for n, mark in enumerate(marks):
        if mark.low not in ASIDES or not n:
            continue
        before, behind = marks[n - 1], marks[n + 1] if n + 1 < len(marks) else None
        if before.cat in _BORDERS and (behind is None or behind.cat in _BORDERS):
            mark.mute()
            if behind is not None and n + 2 < len(marks) and marks[n + 2].cat in ("verb", "pron"):
                # It stands between somebody and what that one does.
                before.mute()
                behind.mute()
