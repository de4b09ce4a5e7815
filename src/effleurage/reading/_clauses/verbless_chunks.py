"""What a chunk without a verb is: an opening, a tally, a line that is whole, a hand that leaves."""

import itertools

from effleurage.reading._words.mark import Mark


def is_off(marks: list[Mark]) -> bool:
    """As in "five breaths, and off": the hands leave."""
    return marks[-1].low == "off" and all(m.cat in ("dir", "filler", "adv", "tempo") for m in marks)


def travels(marks: list[Mark]) -> bool:
    """A way along the body, at whose end the hands may leave: "down to the feet, and off"."""
    ways = ("up", "down", "out", "across", "around")
    return any(m.cat == "dir" and m.value in ways for m in marks) or any(
        m.cat == "prep" and m.value in ("to", "path") for m in marks
    )


_OPENING = ("verb", "prep", "tool", "modal", "adv", "press", "tempo", "side", "hands", "place", "dir")


def stands_apart(marks: list[Mark]) -> bool:
    """What follows a count is forbidden, is somebody else's, or is a participle: "moving out each time"."""
    first = next((m for m in marks if m.cat == "verb"), marks[0])
    return negated(marks) or marks[0].cat not in _OPENING or first.form == "ing"


def tallies(marks: list[Mark]) -> bool:
    """As in "six slow rounds of this": a count, and neither tool nor place."""
    return any(m.cat in ("times", "freq") for m in marks) and not any(
        m.cat in ("tool", "place") for m in marks
    )


def complete(marks: list[Mark], *, back: bool) -> bool:
    """A verbless line that is whole by itself: "both palms, sacrum to shoulders".

    Args:
        marks: Its words.
        back: The verb behind it tells of the way back.
    """
    cats = [m.cat for m in marks]
    return (
        cats.count("place") > 1
        and any(m.cat == "prep" and m.value == "to" for m in marks)
        and (back or "tool" in cats or "motion" in cats)
    )


def laid(marks: list[Mark]) -> bool:
    """A tool and its place: "elbow on the buttock"."""
    tool = next((n for n, m in enumerate(marks) if m.cat == "tool"), None)
    return tool is not None and any(m.cat == "place" for m in marks[tool:])


def is_poise(marks: list[Mark]) -> bool:
    """As in "forearm pointing at the ceiling": how the arm is held behind the tool that is placed."""
    at = next((n for n, m in enumerate(marks[:4]) if m.cat in ("tool", "place")), None)
    if at is None or at + 1 >= len(marks) or any(m.cat not in _OWNED for m in marks[:at]):
        return False
    return marks[at + 1].low in _POISED


_OWNED = ("mine", "det", "side", "num", "fingers")
_POISED = (
    "pointing",
    "facing",
    "hanging",
    "relaxed",
    "dangling",
    "spread",
    "spreading",
    "turned",
    "upright",
    "vertical",
)


def sided_hand(marks: list[Mark]) -> bool:
    """Whether marks tell of one of the giver's two hands by its side: "your right hand on the hip"."""
    named = any(a.low in ("left", "right") and b.cat == "tool" for a, b in itertools.pairwise(marks))
    bare = len(marks) > 2 and marks[0].cat in ("mine", "det") and marks[1].low in ("left", "right")
    return (named or bare) and not any(m.cat in ("verb", "dir") for m in marks[1:])


def introduces(marks: list[Mark]) -> bool:
    """Whether a verbless chunk may set the scene for the verb behind it."""
    return marks[0].cat in {
        "prep",
        "tool",
        "adv",
        "num",
        "mine",
        "det",
        "press",
        "tempo",
        "filler",
        "side",
        "dir",
        "place",
        "person",
        "fingers",
        "word",
    }


def negated(marks: list[Mark]) -> bool:
    return any(m.cat == "neg" or m.cat == "caution" for m in marks)


def changes_tool(marks: list[Mark]) -> bool:
    """As in "stroke with flat hands, then with the fingertips": it is done once more with another tool."""
    cats = {m.cat for m in marks}
    return marks[0].low in ("with", "using") and "tool" in cats and not cats & {"place", "verb"}


def stands(marks: list[Mark]) -> bool:
    """A verbless chunk after "then" or a semicolon is a clause of its own when it says a way or a place."""
    cats = {m.cat for m in marks}
    return bool(cats & {"motion", "distance", "further", "again", "times", "freq"}) or (
        bool(cats & {"dir", "side"}) and bool(cats & {"place", "tool", "side", "distance"})
    )


def qualifies(behind: list[Mark]) -> bool:
    """As in "deep, slow kneading": one more quality of the same noun."""
    return len(behind) == 2 and behind[0].cat in ("press", "tempo") and behind[1].cat == "motion"


LASTLY = frozenset({"finally", "lastly", "then", "next", "afterwards"})
