"""Advancing: what a stroke leaves behind for the next one."""

from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import TRAVEL
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.fill_places import IN_PLACE
from effleurage.routine import Direction, Hands, Place, Stroke

_ROUNDS = frozenset({"around", "circle"})
"""Ways that lead nowhere: "back" behind them is the way back of what went before."""


def advance(state: State, clause: Clause | None, stroke: Stroke) -> None:
    """Carry on from a stroke: where the hands are now, with what, on which side."""
    technique = stroke.technique
    state.tool = stroke.tool or state.tool
    state.hands = stroke.hands
    if clause is not None and clause.tool:
        state.lone = clause.hands == "one" and not (clause.hands_stated or clause.tool_plural)
    if clause is not None and _sets_out(stroke, clause, state):
        state.origin, state.origin_spot = stroke.start, stroke.start_spot
    lines, areas = _lines_and_areas(stroke)
    level = next((p.place for p in clause.places if p.level), None) if clause is not None else None
    if technique == "release":
        if Direction.OFF in stroke.direction:
            state.place = state.line = state.spot = None
        elif stroke.start and "start" in stroke.stated:
            state.place = stroke.start
    elif technique == "hold":
        there = state.technique == "effleurage" and state.place is not None and state.place == stroke.start
        state.place, state.spot = stroke.start, stroke.start_spot
        state.line = lines[0] if lines else None
        if state.origin is None or ("start" in stroke.stated and not there):
            # Hands that only stay where they came ("Wrap them round it.", "Hug the waist") set out from
            # nowhere else.
            state.origin, state.origin_spot = state.place, state.spot
        if state.place == "spine_sides":
            state.line = "spine_sides"
    elif stroke.end is not None:
        beyond = _beyond(clause)
        state.place, state.spot = (beyond, None) if beyond else (stroke.end, stroke.end_spot)
        state.line = None
    elif technique in IN_PLACE and not (TRAVEL.intersection(stroke.direction)):
        if areas:
            state.place, state.spot = areas[-1], None
            state.line = None
        if lines and "over" in stroke.stated:
            state.line = lines[-1]
            if not areas:
                state.place, state.spot = level, None
    elif areas and "over" in stroke.stated:
        state.place, state.spot, state.line = areas[-1], None, None
    elif clause is not None and clause.back and state.origin:
        state.place, state.spot = state.origin, None
    elif not areas and not lines and stroke.start is not None and "start" in stroke.stated:
        state.place, state.spot, state.line = stroke.start, stroke.start_spot, None
    elif lines and not areas and "over" in stroke.stated and "start" not in stroke.stated:
        state.line = lines[-1]
        if technique in IN_PLACE or level:
            state.place, state.spot = level, None
    if technique not in {"hold", "release", None}:
        state.technique = technique
    state.resting = technique in ("hold", "compression") and not TRAVEL.intersection(stroke.direction)
    if stroke.direction:
        ways = stroke.direction
        state.direction = (*state.direction, *ways) if _ROUNDS.issuperset(ways) else ways
    if technique == "hold" and _moved_to_the_middle(state, stroke):
        state.side = state.side_place = None
    if stroke.side is not None:
        state.side = stroke.side
        state.side_place = next(iter(areas + lines), None) or stroke.start or stroke.end
    if clause is not None:
        reaches = [p.reach for p in clause.places if p.reach is not None]
        if reaches:
            state.reach = reaches[-1]


def _lines_and_areas(stroke: Stroke) -> tuple[list[Place], list[Place]]:
    """What a stroke goes over: lines along the spine, and regions."""
    if not stroke.over:
        return [], []
    line = Place.SPINE_SIDES
    return [p for p in stroke.over if p is line], [p for p in stroke.over if p is not line]


def _sets_out(stroke: Stroke, clause: Clause, state: State) -> bool:
    """The first leg of a round begins here, or another way of working, and not its next leg."""
    technique = stroke.technique
    if technique in ("hold", "release", None) or clause.back or stroke.start is None:
        return False
    return state.origin is None or (technique != state.technique and "start" in stroke.stated)


def _beyond(clause: Clause | None) -> str | None:
    """As in "up to the neck, then round the shoulders": a way that goes on behind its end."""
    if clause is None or len(clause.places) < 2:
        return None
    last = max(clause.places, key=lambda p: p.mark.i)
    ended = any(p.role == "to" for p in clause.places)
    return last.place if ended and last.role == "path" and last.place != "spine_sides" else None


def _moved_to_the_middle(state: State, stroke: Stroke) -> bool:
    """One hand is laid on a place that has no sides: both sides of what was before are not its sides."""
    laid = stroke.start is not None and "start" in stroke.stated
    return laid and stroke.side is None and stroke.hands is Hands.ONE and state.side == "both"
