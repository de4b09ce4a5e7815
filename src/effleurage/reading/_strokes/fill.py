"""Meaning: a clause's slots, with what the sentences before it supply."""

from effleurage.reading._slots.fill_side import side_of
from effleurage.reading._slots.fill_ways import direction_of
from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import WORKED_ON
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.fill_places import places_of
from effleurage.routine import (
    Change,
    Direction,
    Fingers,
    Hands,
    Place,
    Pressure,
    Side,
    Stroke,
    Technique,
    Tempo,
    Tool,
)

_TECHNIQUES = {word.value: word for word in Technique}
_HANDS = {word.value: word for word in Hands}
_TOOLS = {word.value: word for word in Tool}
_PLACES = {word.value: word for word in Place}
_SIDES = {word.value: word for word in Side}
_PRESSURES = {word.value: word for word in Pressure}
_DIRECTIONS = {word.value: word for word in Direction}
_MEETING = (
    "toward each other",
    "towards each other",
    "toward one another",
    "towards one another",
    "together again",
)
"""Hands that come back like this come to each other, and not the way they went."""
_BOTH_SIDES = ("on each side", "each side", "on either side", "either side")


def _verb(clause: Clause) -> str:
    """What is done, by its verb; as in "make a smooth brushing fan" by what is made."""
    if clause.act != "make" or not clause.motion_noun:
        return clause.lemma
    made = [m for m in clause.marks if "motion" in (m.cat, *m.cats) and m is not clause.head]
    named = [*(m for m in made if m.form == "ing"), *made[-1:]]
    # As in "a fanning brush": how the hand moves, rather than what shape that has.
    return next((m.base for m in named if m.base != "fan"), named[0].base if named else clause.lemma)


def fill(clause: Clause, state: State, technique: str | None, *, hold_over: bool = True) -> Stroke:
    """The stroke that a clause means in its context; the context is not changed.

    Args:
        clause: The clause as it is written.
        state: What was carried here.
        technique: What the hands do, settled before.
        hold_over: Whether a hold's line is kept as its `over`.
    """
    stated: set[str] = set()
    tool = clause.tool or state.tool
    raised = state.tool == "fingertips" and state.fingers == "raised"
    if clause.tool_wide and raised and not (clause.hands == "one" and clause.hands_stated):
        tool = state.tool
    elif clause.tool:
        stated.add("tool")
    hands = _hands(clause, state, tool, stated)
    if technique == "hold" and hands == "alternate":
        hands = "both"
    start, end, over, spots = places_of(clause, state, technique, stated, hold_over=hold_over)
    direction = direction_of(clause, state, technique, start, end, stated)
    side = side_of(clause, state, hands, technique, stated)
    if clause.pressure:
        stated.add("pressure")
    if clause.counted:
        stated.add("repeats")
    repeats = clause.count if clause.counted else None if clause.open_ended else 1
    return Stroke(
        technique=_TECHNIQUES[technique] if technique else None,
        hands=_HANDS[hands] if hands else None,
        tool=_TOOLS[tool] if tool else None,
        start=_PLACES[start] if start else None,
        end=_PLACES[end] if end else None,
        over=tuple([_PLACES[p] for p in over]),
        direction=tuple([_DIRECTIONS[d] for d in direction]),
        side=_SIDES[side] if side else None,
        pressure=_PRESSURES[clause.pressure] if clause.pressure else None,
        repeats=repeats,
        stated=frozenset(stated),
        span=clause.span,
        verb=_verb(clause),
        start_spot=spots["start"],
        end_spot=spots["end"],
        over_spots=spots["over"],
        fingers=Fingers(clause.fingers) if clause.fingers else None,
        tempo=Tempo(clause.tempo) if clause.tempo else None,
        change=Change(clause.growing) if clause.growing else None,
        duration=clause.duration,
        gradual=clause.gradual,
        together=clause.together,
        other_hand=clause.other_hand or (state.other_works and hands == "one" and technique in WORKED_ON),
        passes=clause.passes,
        returning=clause.back
        and technique == "effleurage"
        and not clause.has(*_MEETING)
        and not _goes_in(clause),
    )


def _goes_in(clause: Clause) -> bool:
    """As in "and back in across the upper back": back toward the middle, but not where it set out."""
    inward = not {"in", "across"}.isdisjoint(clause.directions)
    roles = {p.role for p in clause.places}
    return inward and "path" in roles and "to" not in roles


def _hands(clause: Clause, state: State, tool: str | None, stated: set[str]) -> str | None:
    if clause.hands == "one" and any(p.mark.low.startswith(_BOTH_SIDES) for p in clause.places):
        return "both"
    if clause.hands == "one" and (clause.on_each or (clause.has(*_BOTH_SIDES) and not clause.counted)):
        return "both"
    known = state.hands in ("left", "right") and tool == state.tool
    if known and clause.hands == "one" and not (clause.hands_stated or clause.tool_new or clause.other_hand):
        return state.hands
    if clause.hands is not None:
        if clause.hands_stated:
            stated.add("hands")
        return clause.hands
    if clause.tool and clause.tool_plural and state.lone:
        return None
    if tool == "fingertips" and (state.fingers == "raised" or state.together):
        return "both"
    return state.hands if tool == state.tool else None
