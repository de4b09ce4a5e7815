"""Meaning: a clause's slots, with what the sentences before it supply."""

from typing import Any

from effleurage.reading._state import State
from effleurage.reading._written import Clause, PlaceRef
from effleurage.routine import (
    Change,
    Direction,
    Fingers,
    Hands,
    Place,
    Pressure,
    Side,
    Spot,
    Stroke,
    Technique,
    Tempo,
    Tool,
)

_TRAVEL = frozenset({"up", "down", "out", "in", "toward_giver", "away_from_giver"})
_IN_PLACE = frozenset(
    {"petrissage", "friction", "tapotement", "vibration", "compression", "stretch", "other"}
)
_LEVELS = {
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
_PAIRED = frozenset(
    {
        "spine_sides",
        "shoulder_blade",
        "shoulder",
        "shoulder_top",
        "neck_sides",
        "flank",
        "hip",
        "buttock",
        "armpit",
        "arm",
        "leg",
    }
)
_BOTH_SIDES = ("on each side", "each side", "on either side", "either side")
_OPPOSITE = {"up": "down", "down": "up", "out": "in", "in": "out"}


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
    if clause.tool:
        stated.add("tool")
    hands = _hands(clause, state, tool, stated)
    start, end, over, spots = _places(clause, state, technique, stated, hold_over=hold_over)
    direction = _direction(clause, state, technique, start, end, stated)
    side = _side(clause, state, hands, technique, stated)
    if clause.pressure:
        stated.add("pressure")
    if clause.counted:
        stated.add("repeats")
    repeats = clause.count if clause.counted else None if clause.open_ended else 1
    return Stroke(
        technique=Technique(technique) if technique else None,
        hands=Hands(hands) if hands else None,
        tool=Tool(tool) if tool else None,
        start=Place(start) if start else None,
        end=Place(end) if end else None,
        over=tuple(Place(p) for p in over),
        direction=tuple(Direction(d) for d in direction),
        side=Side(side) if side else None,
        pressure=Pressure(clause.pressure) if clause.pressure else None,
        repeats=repeats,
        stated=frozenset(stated),
        span=clause.span,
        verb=clause.lemma,
        start_spot=spots["start"],
        end_spot=spots["end"],
        over_spots=spots["over"],
        fingers=Fingers(clause.fingers) if clause.fingers else None,
        tempo=Tempo(clause.tempo) if clause.tempo else None,
        change=Change(clause.growing) if clause.growing else None,
        duration=clause.duration,
        gradual=clause.gradual,
        together=clause.together,
        other_hand=clause.other_hand,
        passes=clause.passes,
        returning=clause.back and technique == "effleurage",
    )


def _hands(clause: Clause, state: State, tool: str | None, stated: set[str]) -> str | None:
    if (
        clause.hands == "one"
        and not clause.hands_stated
        and clause.tool_role == "with"
        and any(p.side == "both" for p in clause.places)
    ):
        return "both"
    if clause.hands == "one" and any(p.mark.low.startswith(_BOTH_SIDES) for p in clause.places):
        return "both"
    if clause.hands is not None:
        if clause.hands_stated:
            stated.add("hands")
        return clause.hands
    return state.hands if tool == state.tool else None


def travels(clause: Clause, technique: str | None) -> bool:
    """Whether a clause goes somewhere, or works where it is."""
    if technique not in _IN_PLACE:
        return True
    if any(p.role in ("to", "from") for p in clause.places):
        return True
    return bool(_TRAVEL & set(clause.directions)) and technique != "stretch"


def _places(
    clause: Clause, state: State, technique: str | None, stated: set[str], *, hold_over: bool
) -> tuple[str | None, str | None, list[str], dict[str, Any]]:
    """The slots that a clause's places fill, by their roles and by what the hands do."""
    start: PlaceRef | None = None
    end: PlaceRef | None = None
    over: list[PlaceRef] = []
    in_place = technique in _IN_PLACE
    rests = technique in ("hold", "release")
    _settle_refs(clause, state)
    for ref in clause.places:
        if ref.role == "from":
            start = start or ref
        elif ref.role == "to" and not rests:
            end = ref
        elif rests:
            if ref.line and (start is not None or len(clause.places) > 1):
                over.append(ref)
            elif start is None or _narrower(ref, start):
                start = ref
            elif ref.spot is not None:
                start.spot = start.spot or ref.spot
        elif ref.role == "with" and in_place and not travels(clause, technique):
            over.append(ref)
        elif ref.role == "with" or (ref.role in ("pre", "topic", "at") and clause.start_place):
            start = start or ref
        elif ref.role == "off":
            continue
        else:
            over.append(ref)
    if (
        not in_place
        and not rests
        and "off" in clause.directions
        and over
        and end is None
        and over[-1].role == "at"
    ):
        end = over.pop()
    spots: dict[str, Any] = {"start": None, "end": None, "over": ()}
    names = _distinct(over)
    if technique == "release" and not any(r.line and r is not start for r in over):
        names = []
    spots["over"] = (
        tuple(r.spot or Spot(place=Place(r.place)) for r in _unique(over))
        if any(r.spot for r in over)
        else ()
    )
    begin, finish = start.place if start else None, end.place if end else None
    if start:
        stated.add("start")
        spots["start"] = start.spot
        line = next((r for r in over if r.line), None)
        if rests and line is not None:
            base = start.spot or Spot(place=Place(start.place))
            spots["start"] = Spot(place=base.place, relation=base.relation, line=Place(line.place))
    if end:
        stated.add("end")
        spots["end"] = end.spot
    if names:
        stated.add("over")
    if rests:
        if not hold_over or technique == "release":
            names = [n for n in names if n == "spine_sides"] if technique == "hold" else []
            if not names:
                stated.discard("over")
        if begin is None:
            begin, spots["start"] = state.place or state.line, state.spot
    elif in_place:
        moving = travels(clause, technique) or clause.back
        if moving:
            if (begin is None and state.place is not None and not names) or (
                begin is None and state.place is not None and _on_path(state.place, names, finish)
            ):
                begin = state.place
        elif not names and begin is None:
            carried = state.line or state.place or state.heading_place
            names = [carried] if carried else []
        if moving and begin is not None and "start" not in stated and spots["start"] is None:
            spots["start"] = state.spot
    elif begin is None:
        begin = state.place or state.line
        stays = technique == "effleurage" and not (
            clause.places or clause.directions or clause.pronoun or clause.back
        )
        if stays and begin is not None and not clause.other_hand:
            names, begin = [begin], None
        spots["start"] = state.spot
    return begin, finish, names, spots


def _settle_refs(clause: Clause, state: State) -> None:
    """As in "Where you began" and a bare "the sides" take their place from the context."""
    for ref in clause.places:
        if ref.place == "origin":
            ref.place = state.origin or ""
        elif ref.mark.low == "sides" and state.place in ("waist", "hip"):
            ref.place = state.place
    clause.places = [p for p in clause.places if p.place]
    if clause.there and not clause.places and state.mentioned and clause.marks:
        clause.places.append(PlaceRef(state.mentioned, "at", False, None, None, clause.marks[0]))
    if (
        "down" in clause.directions
        and any(p.place == "flank" for p in clause.places)
        and ("toward_giver" in clause.directions or clause.has("table", "bed", "mattress", "floor", "couch"))
    ):
        clause.directions = ["out" if d == "down" else d for d in clause.directions]


def _narrower(new: PlaceRef, old: PlaceRef) -> bool:
    wide = {"back": 3, "lower_back": 2, "upper_back": 2, "spine": 2, "neck": 1, "head": 1}
    if new.spot is not None and new.spot.relation.value in ("above", "below", "between", "beside"):
        return False
    return wide.get(old.place, 0) > wide.get(new.place, 0)


def _on_path(place: str, over: list[str], end: str | None) -> bool:
    if not over:
        return True
    return place in over or (end is not None and place != end and place in _LEVELS)


def _unique(refs: list[PlaceRef]) -> list[PlaceRef]:
    first: dict[str, PlaceRef] = {}
    for ref in refs:
        first.setdefault(ref.place, ref)
    return list(first.values())


def _distinct(refs: list[PlaceRef]) -> list[str]:
    return [r.place for r in _unique(refs)]


def _direction(
    clause: Clause, state: State, technique: str | None, start: str | None, end: str | None, stated: set[str]
) -> list[str]:
    """The ways that the words say, and up or down where start and end settle it."""
    ways = list(clause.directions)
    if technique == "hold":
        return []
    if technique == "release":
        ways = [d for d in ways if d == "off" and not clause.lemma.startswith("let")]
        if ways:
            stated.add("direction")
        return ways
    if technique == "compression":
        ways = ["into" if d == "in" else d for d in ways]
    if technique == "vibration":
        ways = [d for d in ways if d not in ("out", "up", "down")]
    if technique == "petrissage" and clause.lemma in (
        "pull",
        "lift",
        "pick",
        "pick up",
        "draw",
        "scoop",
        "grab",
    ):
        ways = [d for d in ways if d not in ("up", "off")]
    if ways:
        stated.add("direction")
    if clause.back and not set(ways) & set(_OPPOSITE):
        last = next((d for d in reversed(state.direction) if d in _OPPOSITE), None)
        if (
            (last and last != "out")
            or (last and "up" not in state.direction and "down" not in state.direction)
            or last
        ):
            ways.append(_OPPOSITE[last])
    if (
        start
        and end
        and not {"up", "down"} & set(ways)
        and not (clause.back and ways)
        and "across" not in ways
    ):
        climb = _climb(clause, state, start, end)
        if climb:
            ways.append(climb)
    return ways


def _climb(clause: Clause, state: State, start: str, end: str) -> str | None:
    if start == end and start in ("leg", "arm"):
        ends = [p.reach for p in clause.places if p.role == "to" and p.reach is not None]
        starts = [p.reach for p in clause.places if p.role == "from" and p.reach is not None]
        low = starts[0] if starts else state.reach
        if ends and low is not None and ends[-1] != low:
            return ("up" if ends[-1] > low else "down") if not clause.directions else None
        return None
    if end == "arm" and start != "arm":
        return "down" if start in ("shoulder", "shoulder_top", "neck", "neck_base", "head") else None
    if start == "arm":
        return "up" if end in ("shoulder", "shoulder_top", "neck", "armpit") else None
    low, high = _LEVELS.get(start), _LEVELS.get(end)
    if low is None or high is None:
        return None
    sideways = {"shoulder", "shoulder_top", "neck", "neck_base", "neck_sides", "armpit", "shoulder_blade"}
    level = abs(high - low) < 0.9 or ({start, end} <= sideways and "shoulder_blade" not in (start, end))
    if level and not {start, end} <= {"neck", "neck_base"}:
        return None
    if {start, end} == {"shoulder_blade", "armpit"}:
        return None
    return "up" if high > low else "down"


def _side(
    clause: Clause, state: State, hands: str | None, technique: str | None, stated: set[str]
) -> str | None:
    """Which of the receiver's sides: the words, then the number of a paired part, then what was carried."""
    if clause.side_stated and clause.side:
        stated.add("side")
        if clause.has("same side") and state.side in ("left", "right"):
            return state.side
        return clause.side
    for ref in clause.places:
        if ref.side:
            stated.add("side")
            return ref.side
    numbers = {_number(ref, hands) for ref in clause.places}
    numbers.discard(None)
    said = numbers.pop() if len(numbers) == 1 else None
    places = [r.place for r in clause.places]
    same = not places or any(p in (state.side_place, state.place, state.line) for p in places)
    if state.side in ("left", "right"):
        return state.side if said != "both" else said
    if said is not None:
        if said == "one" and state.side == "other":
            return state.side
        if said == "one" and same and state.side == "both":
            return None
        return said
    return state.side if same else None


def _number(ref: PlaceRef, hands: str | None) -> str | None:
    words = ref.mark.low
    if words.rstrip("s") in ("hamstring", "quad", "glute", "trap", "rhomboid", "lat", "rib") and ref.plural:
        return None
    if words.startswith(("sides", "the sides")):
        return "both" if hands not in ("one", "left", "right") else None
    if ref.mark.get("digit"):
        return "one"
    if (
        ref.mark.get("mass")
        or "between" in words.split()
        or (ref.place not in _PAIRED and not ref.mark.get("pair"))
    ):
        return None
    if ref.place == "spine_sides" and not ref.plural and not words.startswith(("side", "edge")):
        return {"both": "both", "one": "one", "alternate": None}.get(hands or "")
    if ref.plural:
        return None if hands in ("one", "left", "right") else "both"
    if ref.place in ("flank", "armpit", "hip") and words.startswith(("outside", "lateral")):
        return None
    return "one"


def advance(state: State, clause: Clause | None, stroke: Stroke) -> None:
    """Carry on from a stroke: where the hands are now, with what, on which side."""
    technique = stroke.technique.value if stroke.technique else None
    state.tool = stroke.tool.value if stroke.tool else state.tool
    state.hands = stroke.hands.value if stroke.hands else None
    lines = [p.value for p in stroke.over if p is Place.SPINE_SIDES]
    areas = [p.value for p in stroke.over if p is not Place.SPINE_SIDES]
    if technique == "release":
        if Direction.OFF in stroke.direction:
            state.place = state.line = state.spot = None
        elif stroke.start and "start" in stroke.stated:
            state.place = stroke.start.value
    elif technique == "hold":
        state.place, state.spot = (stroke.start.value if stroke.start else None), stroke.start_spot
        state.line = lines[0] if lines else None
        state.origin = state.place
        if state.place == "spine_sides":
            state.line = "spine_sides"
    elif stroke.end is not None:
        state.place, state.spot = stroke.end.value, stroke.end_spot
        state.line = None
    elif technique in _IN_PLACE and not (_TRAVEL & {d.value for d in stroke.direction}):
        if areas:
            state.place, state.spot = areas[-1], None
            state.line = None
        if lines and "over" in stroke.stated:
            state.line = lines[-1]
            if not areas:
                state.place, state.spot = None, None
    elif areas and "over" in stroke.stated:
        state.place, state.spot, state.line = areas[-1], None, None
    elif clause is not None and clause.back and state.origin:
        state.place, state.spot = state.origin, None
    elif lines and not areas and "over" in stroke.stated and "start" not in stroke.stated:
        state.line = lines[-1]
        if technique in _IN_PLACE:
            state.place = state.spot = None
    if technique not in ("hold", "release", None):
        state.technique = technique
    if stroke.direction:
        state.direction = tuple(d.value for d in stroke.direction)
    if stroke.side is not None:
        state.side = stroke.side.value
        state.side_place = (
            next((p for p in (areas + lines)), None)
            or (stroke.start.value if stroke.start else None)
            or (stroke.end.value if stroke.end else None)
        )
    if clause is not None:
        reaches = [p.reach for p in clause.places if p.reach is not None]
        if reaches:
            state.reach = reaches[-1]
