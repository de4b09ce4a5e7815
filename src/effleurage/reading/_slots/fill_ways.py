"""Direction: the ways that words say, and those that start and end settle."""

from effleurage.reading._slots.state import State
from effleurage.reading._slots.way_back import OPPOSITE
from effleurage.reading._slots.written import Clause

LEVELS = {
    "sacrum": 0.0,
    "buttock": 0.0,
    "hip": 0.3,
    "lower_back": 1.0,
    "waist": 1.0,
    "mid_back": 2.0,
    "back": 2.0,
    "shoulder_blade": 3.0,
    "upper_back": 3.0,
    "armpit": 3.0,
    "shoulder": 4.0,
    "shoulder_top": 4.3,
    "neck_base": 4.6,
    "neck": 5.2,
    "neck_sides": 5.2,
    "skull_base": 6.2,
    "head": 7.0,
    "leg": -2.0,
}
_LATERAL = frozenset({"arm", "waist", "flank", "hip", "armpit", "shoulder", "shoulder_top"})
"""Where a stroke that is said to go out or in comes to lie; that it climbs a little goes without saying."""

_TAKERS = frozenset(
    [
        *("pull", "lift", "pick", "pick up", "draw", "scoop", "grab", "pinch", "gather", "take"),
        *("haul", "heap", "bunch"),
    ]
)
"""Verbs whose "up" lifts flesh off the bone, and is no way along the body."""


_BARE = 2
"""A clause of so few words is a verb, with a word that leads on or says how."""


TELLING = {
    **dict.fromkeys(("climb", "mount", "ascend", "rise"), "up"),
    **dict.fromkeys(("descend",), "down"),
    **dict.fromkeys(("separate", "open out", "diverge", "split", "divide", "part"), "out"),
    **dict.fromkeys(("cross", "traverse"), "across"),
}
"""Verbs that are words of a way themselves."""


def direction_of(
    clause: Clause, state: State, technique: str | None, start: str | None, end: str | None, stated: set[str]
) -> list[str]:
    """The ways that the words say, and up or down where start and end settle it."""
    ways = list(clause.directions)
    if technique == "hold":
        return []
    if technique == "release":
        eased = clause.lemma.startswith("let") or clause.has("pressure", "the pressure", "weight")
        ways = [d for d in ways if d == "off" and not eased]
        if ways:
            stated.add("direction")
        elif clause.tool == "forearm" and clause.lemma in ("lift", "raise"):
            # As in "The arm is lifted gently".
            return ["off"]
        elif clause.lemma == "lift" and len(clause.marks) <= _BARE and state.technique == "effleurage":
            # As in "And lift.", behind a glide.
            return ["off"]
        return ways
    if technique == "compression":
        ways = pressed_in(clause)
    if technique == "vibration":
        ways = [d for d in ways if d not in ("out", "up", "down")]
    if technique == "effleurage" and "off" in ways and _fans(clause):
        ways = ["out" if d == "off" else d for d in ways]
    if technique == "petrissage" and clause.lemma in _TAKERS:
        ways = [d for d in ways if not (d == "up" and clause.lifts) and d != "off"]
    told = TELLING.get(clause.lemma) if technique == "effleurage" else None
    if told and not {told, OPPOSITE.get(told, "")} & set(ways):
        ways.insert(0, told)
    if ways:
        stated.add("direction")
    if clause.back and "across" in ways and "in" not in ways and not end:
        # As in "come back across the upper back": to the middle, and not the way that they went.
        ways.insert(0, "in")
    if clause.back and not set(ways) & set(OPPOSITE):
        last = next((d for d in reversed(state.direction) if d in OPPOSITE), None)
        settled = start and end and climb_between(start, end)
        if last and not (settled and last in ("out", "in")):
            ways.append(OPPOSITE[last])
    if (
        start
        and end
        and not {"up", "down"} & set(ways)
        and not (clause.back and ways)
        and "across" not in ways
    ):
        climb = _climb(clause, state, start, end)
        if climb:
            ways.insert(-1 if ways[-1:] == ["off"] else len(ways), climb)
    return ways


def _fans(clause: Clause) -> bool:
    """As in "brush up and away in a soft fan": away from where it begins, and not off the skin."""
    return "up" in clause.directions and any(m.base in _FANS for m in clause.marks)


_FANS = ("fan", "arc", "fan shape", "half moon", "crescent")


_DEEPER = ("in", "inward", "inwards")


def pressed_in(clause: Clause) -> list[str]:
    """With a word of pressing "in" means into the body; "towards each other" stays a way along it."""
    if "in" not in clause.directions:
        return list(clause.directions)
    inward = any(m.cat == "dir" and m.value == "in" and m.low not in _DEEPER for m in clause.marks)
    return ["into" if d == "in" and not inward else d for d in clause.directions]


def _climb(clause: Clause, state: State, start: str, end: str) -> str | None:
    if start == end and start in ("leg", "arm"):
        ends = [p.reach for p in clause.places if p.role == "to" and p.reach is not None]
        starts = [p.reach for p in clause.places if p.role == "from" and p.reach is not None]
        low = starts[0] if starts else state.reach
        if ends and low is not None and ends[-1] != low:
            return ("up" if ends[-1] > low else "down") if set(clause.directions) <= {"circle"} else None
        return None
    if {start, end} & _LATERAL and {"out", "in"} & set(clause.directions):
        return None
    return climb_between(start, end)


def climb_between(start: str, end: str) -> str | None:
    """Up or down, where two places settle it."""
    if end == "arm" and start != "arm":
        return "down" if start in ("shoulder", "shoulder_top", "neck", "neck_base", "head") else None
    if start == "arm":
        return "up" if end in ("shoulder", "shoulder_top", "neck", "armpit") else None
    low, high = LEVELS.get(start), LEVELS.get(end)
    if low is None or high is None:
        return None
    sideways = {"shoulder", "shoulder_top", "neck", "neck_base", "neck_sides", "armpit", "shoulder_blade"}
    level = abs(high - low) < 0.9 or ({start, end} <= sideways and "shoulder_blade" not in (start, end))
    if level and not {start, end} <= {"neck", "neck_base"}:
        return None
    if {start, end} == {"shoulder_blade", "armpit"}:
        return None
    return "up" if high > low else "down"
