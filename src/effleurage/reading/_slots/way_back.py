"""The way back, told without a verb: "and back", "home along the ribs", "light on the return"."""

from effleurage.reading._words.mark import Mark

RETURNS = ("back", "and back", "there and back", "and home")
_MANNER = frozenset({"press", "tempo", "adv", "filler", "gradual"})
OPPOSITE = {"up": "down", "down": "up", "out": "in", "in": "out"}
_ON_THE_WAY = frozenset(
    [
        *("back", "home", "return", "on the return", "on return", "on the return journey", "on the way back"),
        *("on the way home", "on the way down", "on the way up", "on the way in", "on the way out"),
        *("coming back", "going back", "coming home", "going down", "coming down", "going up", "coming up"),
        *("down", "up", "on the return stroke", "on the way back down", "on the way back up"),
        *("on the backward stroke", "on the downward stroke", "on the downstroke", "on the upstroke"),
    ]
)


def past_manner(marks: list[Mark]) -> list[Mark]:
    """The marks behind "lightly", "and then slowly" and the like."""
    n = next((k for k, m in enumerate(marks) if m.cat not in _MANNER), 0)
    return marks[n:]


def returns(marks: list[Mark]) -> bool:
    """As in "and up again", "and down once more": the way back of a stroke there and back."""
    return (
        marks[0].cat == "dir"
        and marks[0].value in OPPOSITE
        and len(marks) > 1
        and marks[1].low in ("again", "once again", "once more")
    )


def goes_home(marks: list[Mark], before: list[Mark]) -> bool:
    """As in ", back along the flanks" and ", home by the ribs": behind a stroke that went somewhere."""
    plain = past_manner(marks)
    if plain[0].cat != "back" or plain[0].low not in ("back", "home"):
        return False
    onward = len(plain) == 1 or plain[1].cat in ("prep", "dir")
    return onward and _went(before) and not any(m.cat == "back" for m in before)


def lighter_back(marks: list[Mark], before: list[Mark]) -> list[Mark] | None:
    """As in "light on the return" and "firm up, light down": the way back, told by how it presses.

    Args:
        marks: What stands between two commas, without a verb.
        before: The words of the stroke that it goes with.

    Returns:
        The same as a return: its pressure, "back" and its way; None if it is something else.
    """
    press = [m for m in marks if m.cat == "press"]
    rest = [m for m in marks if m.cat not in {"press", "tempo", "adv"}]
    words = " ".join([m.low for m in rest])
    if not press or not rest or words not in _ON_THE_WAY or any(m.cat == "back" for m in before):
        return None
    way = words.split()[-1]
    if way in OPPOSITE:
        told = {m.value for m in before if m.cat == "dir"}
        told |= {m.low.split()[-1] for m in before if m.cat == "filler" and "way" in m.low.split()}
        if way in told or OPPOSITE[way] not in told:
            return None
    elif not _went(before):
        return None
    last = rest[-1]
    home = Mark("back", None, None, "back", "", last.i, last.j, last.start, last.end)
    ways = [m for m in rest if m.cat == "dir"]
    if way in OPPOSITE and not ways:
        ways = [Mark("dir", way, None, way, "", last.i, last.j, last.start, last.end)]
    return [*press, home, *ways]


def is_on_the_way(marks: list[Mark]) -> str | None:
    """As in "Lighter on the way back": the last word of a line that is only a way and how it presses."""
    rest = [m for m in marks if m.cat not in _MANNER or m.low in _ON_THE_WAY]
    words = " ".join([m.low for m in rest if m.cat not in ("comma", "det")])
    told = " " in words and words in _ON_THE_WAY
    return words.split()[-1] if told and any(m.cat in ("press", "tempo") for m in marks) else None


def parts_ways(marks: list[Mark], n: int) -> bool:
    """As in "firm up and light down": each way presses in its own manner."""
    return (
        0 < n < len(marks) - 2
        and marks[n - 1].cat == "dir"
        and marks[n + 1].cat == "press"
        and marks[n + 2].cat == "dir"
        and OPPOSITE.get(marks[n - 1].value) == marks[n + 2].value
    )


def _went(marks: list[Mark]) -> bool:
    return any(
        (m.cat == "prep" and m.value == "to") or (m.cat == "dir" and m.value in OPPOSITE) for m in marks
    )
