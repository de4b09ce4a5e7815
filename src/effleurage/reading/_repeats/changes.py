"""Changes: what a repeat says about its copies; everything else they keep."""

from typing import Any

from effleurage.reading._slots.fill_side import number_of
from effleurage.reading._slots.fill_ways import climb_between
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._strokes.anew import anew
from effleurage.routine import Direction, Hands, Place, Pressure, Side, Stroke, Technique, Tool

_SWAPPED = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.ONE: Side.OTHER, Side.OTHER: Side.ONE}
_OTHER_HAND = {Hands.LEFT: Hands.RIGHT, Hands.RIGHT: Hands.LEFT}
_BY_NUMBER = (None, Hands.ONE, Hands.BOTH)
"""Hands that a tool's number settled, as the number of another tool settles them anew."""
_SINGLE = (Hands.ONE, Hands.LEFT, Hands.RIGHT, Hands.ALTERNATE)
_STILL = (Technique.HOLD, Technique.RELEASE)
_AT = ("at", "object", "topic")


def last_working(strokes: list[Stroke], *, going: bool = False) -> int:
    """Index of the stroke that a way or an end goes to: the last that neither holds nor lets go.

    Args:
        strokes: What is copied.
        going: It is what is gone over in the end, which no way back is for.
    """
    working = [n for n, s in enumerate(strokes) if s.technique not in _STILL]
    ahead = [n for n in working if not strokes[n].returning] if going else working
    return (ahead or working or [len(strokes) - 1])[-1]


def main_side(strokes: list[Stroke]) -> Side | None:
    """The side that the strokes work on."""
    sided = [s.side for s in strokes if s.side in _SWAPPED]
    working = [s.side for s in strokes if s.side in _SWAPPED and s.technique not in _STILL]
    return (working or sided or [None])[-1]


def changed(
    stroke: Stroke, clause: Clause, side: str | None, main: Side | None, *, swap: bool, last: bool
) -> Stroke:
    """One copy: slots kept, side swapped, and what the repeat itself says taken over.

    Args:
        stroke: What is copied.
        clause: The repeat, with all that its sentence says.
        side: The side that it names, or None.
        main: The side that the copied strokes work on.
        swap: The giver's hands change places.
        last: This is the stroke that a way or an end goes to.
    """
    stated: set[str] = set()
    new: dict[str, Any] = {"copied": True}
    if side is not None:
        new["side"] = _sided(stroke.side, side, main)
        stated.add("side")
    if clause.counted:
        new["repeats"] = clause.count
        stated.add("repeats")
    elif clause.open_ended or any(p.role == "to" for p in clause.places):
        new["repeats"] = None if stroke.repeats == 1 else stroke.repeats
    if clause.pressure and stroke.technique not in _STILL:
        new["pressure"] = Pressure(clause.pressure)
        stated.add("pressure")
    if clause.tool and stroke.technique is not None and clause.tool_role == "with" and not clause.other_hand:
        new["tool"] = Tool(clause.tool)
        stated.add("tool")
    _hands(stroke, clause, new, stated, swap=swap)
    _places(stroke, clause, new, stated, last=last)
    new["stated"] = frozenset(stated)
    return anew(stroke, **new)


_TURNED = {
    Direction.UP: Direction.DOWN,
    Direction.DOWN: Direction.UP,
    Direction.OUT: Direction.IN,
    Direction.IN: Direction.OUT,
    Direction.TOWARD_GIVER: Direction.AWAY_FROM_GIVER,
    Direction.AWAY_FROM_GIVER: Direction.TOWARD_GIVER,
}


def reversed_way(stroke: Stroke) -> Stroke:
    """The same stroke the other way: what went up goes down, and ends where it began."""
    ways = tuple(_TURNED.get(way, way) for way in stroke.direction)
    if stroke.end is None:
        return anew(stroke, direction=ways)
    return anew(
        stroke,
        direction=ways,
        start=stroke.end,
        end=stroke.start,
        start_spot=stroke.end_spot,
        end_spot=stroke.start_spot,
    )


def _sided(old: Side | None, side: str, main: Side | None) -> Side:
    """The side of a copy; a hand that rests on the other side changes over with the one that works."""
    if side == "both":
        return Side.BOTH
    if side == "other":
        return _SWAPPED.get(old or main, Side.OTHER) if (old or main) is not None else Side.OTHER
    asked = Side(side)
    opposite = _SWAPPED.get(asked)
    if old is asked and main is opposite and opposite is not None:
        return opposite
    return asked


def _hands(stroke: Stroke, clause: Clause, new: dict[str, Any], stated: set[str], *, swap: bool) -> None:
    if clause.other_hand and stroke.hands in _OTHER_HAND:
        new["hands"] = _OTHER_HAND[stroke.hands]
        stated.add("hands")
    if swap and stroke.hands in _OTHER_HAND:
        new["hands"] = _OTHER_HAND[stroke.hands]
    if not clause.hands_stated:
        renamed = "tool" in stated and clause.hands in ("one", "both") and stroke.hands in _BY_NUMBER
        if renamed:
            new["hands"] = Hands(clause.hands)
        return
    lets_go = stroke.technique is Technique.RELEASE and stroke.hands not in _OTHER_HAND
    if clause.hands in ("left", "right") and not lets_go:
        new["hands"] = Hands(clause.hands)
        stated.add("hands")
    told = clause.hands in ("one", "both") and clause.tool_role == "with" and not clause.other_hand
    if told and stroke.technique not in _STILL:
        new["hands"] = Hands(clause.hands)
        stated.add("hands")
    same_side = clause.has("same side", "that side")
    its_turn = clause.other_hand and clause.tool_role != "at" and (same_side or not clause.side_stated)
    if its_turn and stroke.hands is Hands.ONE:
        # As in "Repeat with the second hand.": its turn, on the side where the first one was.
        new["other_hand"] = new["follows"] = stroke.technique not in _STILL
        stated.add("hands")
        if same_side and stroke.side in (None, Side.ONE):
            new["side"] = Side.ONE
            stated.add("side")
    if clause.hands == "alternate" and stroke.technique is not Technique.HOLD:
        new["hands"] = Hands.ALTERNATE
        stated.add("hands")


def _places(stroke: Stroke, clause: Clause, new: dict[str, Any], stated: set[str], *, last: bool) -> None:
    """Place for place: a spot is worked on instead, a way and an end are added to the last that works."""
    still = stroke.technique in _STILL
    bare = not (stroke.over or stroke.start or stroke.end)
    told = [p for p in clause.places if bare or p.side in (None, "both")]
    spots = [p for p in told if p.role in _AT]
    travels = bool(clause.directions) or any(p.role in ("to", "from", "path") for p in clause.places)
    if spots and not travels and still:
        new["start"], new["start_spot"] = Place(spots[-1].place), spots[-1].spot
        stated.add("start")
    elif spots and not travels and not last:
        new["over"], new["over_spots"] = (Place(spots[-1].place),), ()
        stated.add("over")
    if last and not still:
        _way(stroke, clause, told, new, stated)


def _way(stroke: Stroke, clause: Clause, told: list[PlaceRef], new: dict[str, Any], stated: set[str]) -> None:
    ends = [p for p in clause.places if p.role == "to"]
    begins = [p for p in clause.places if p.role == "from"]
    overs = [p for p in told if p.role in ("path", *_AT) and p.place != "head"]
    if ends:
        new["end"], new["end_spot"] = Place(ends[-1].place), ends[-1].spot
        stated.add("end")
    if begins:
        new["start"], new["start_spot"] = Place(begins[0].place), begins[0].spot
        stated.add("start")
    if overs:
        new["over"] = tuple(dict.fromkeys(Place(p.place) for p in overs))
        new["over_spots"] = ()
        stated.add("over")
        if "side" not in stated and any(p.side == "both" for p in overs):
            new["side"] = Side.BOTH
            stated.add("side")
        elif "side" not in stated and stroke.side is None and stroke.hands in _SINGLE:
            # As in "Climb like this up the side of the spine.": one hand's strokes are on one side of it.
            sided = [p for p in overs if p.side is None and number_of(p, stroke.hands.value) == "one"]
            new.update({"side": Side.ONE} if sided else {})
    ways = [Direction(d) for d in clause.directions]
    if any(way not in stroke.direction for way in ways):
        new["direction"] = (*(d for d in stroke.direction if d not in ways), *ways)
        stated.add("direction")
    elif ends and begins and not ways:
        climb = climb_between(begins[0].place, ends[-1].place)
        if climb and Direction(climb) not in stroke.direction:
            new["direction"] = (*stroke.direction, Direction(climb))
    if ends or overs or ways or clause.whole:
        new["progress"] = True
        new["repeats"] = new.get("repeats", None if not clause.counted else clause.count)
