"""Trace: way points of a gliding stroke, from its places and directions."""

import math
from dataclasses import dataclass, field
from typing import final

from effleurage.planning._composer import Point
from effleurage.planning._data import rows
from effleurage.planning._place.where import LEVELS, LINES, MIDDLE, Where
from effleurage.routine import Direction, Place, Pointing, Spot, Stroke

_CLEAR = 0.8
"""Hands that are ahead of each other by this share of the passing distance turn in as they like."""

_BESIDE = 0.05
"""So far from a place's level it still counts as being there, in [m]."""


@final
@dataclass(frozen=True, kw_only=True)
class Route:
    """Way points after the one where the hands are.

    Attributes:
        points: (x, o), in [m].
        turns: Heading at each, outward positive, in [rad].
        ahead: Share of the passing distance by which the upper hand is ahead at each.
    """

    points: list[Point] = field(default_factory=list)
    turns: list[float] = field(default_factory=list)
    ahead: list[float] = field(default_factory=list)

    def add(self, point: Point, turn: float, ahead: float = 0.0) -> None:
        """Append a way point."""
        self.points.append(point)
        self.turns.append(turn)
        self.ahead.append(ahead)


@final
@dataclass(frozen=True, kw_only=True)
class Way:
    """What a route needs to know besides the stroke.

    Attributes:
        at: Where the hands are.
        turn: Their heading.
        tool: Their tool.
        home: Where the hands began the sequence.
        both: Both hands go, each on its side.
        passes: The hands pass each other.
        toward: Sign of the giver's side relative to the hands' own side.
        over: They are to end on the other side of the midline from where they are.
        shift: Further x of each of two hands that go side by side, in [m]; none for others.
    """

    at: Point
    turn: float
    tool: str
    home: Point | None
    both: bool
    passes: bool
    toward: float
    over: bool = False
    shift: tuple[float, ...] = ()


def route(stroke: Stroke, way: Way, where: Where) -> Route:
    """Way points of a gliding stroke.

    Args:
        stroke: The stroke.
        way: Where the hands are and how they go.
        where: Finds places.
    """
    out = Route()
    ways = set(stroke.direction)
    line = any(place in LINES for place in stroke.over) or _on(stroke.end_spot, LINES)
    places = [
        (place, stroke.over_spots[i] if i < len(stroke.over_spots) else None, False)
        for i, place in enumerate(stroke.over)
        if place not in LINES and place is not Place.BACK
    ]
    if stroke.end is not None:
        places = [entry for entry in places if entry[0] is not stroke.end]
        places.append((stroke.end, stroke.end_spot, True))
    home = way.home if stroke.returning else None
    if home is not None and (stroke.end is None or _in(home, stroke.end, where)):
        places = [entry for entry in places if not entry[2]]
    else:
        home = None
    for place, spot, last in places:
        if place in MIDDLE or (line and last and place in LEVELS and way.tool != "forearm"):
            _middle(out, place, spot, stroke, way, where, line=line, last=last)
        else:
            _aside(out, place, spot, stroke, way, where, last=last)
    if home is not None:
        _home(out, way)
    elif not places:
        _open_end(out, stroke, ways, way, where)
    if way.passes and not any(share == 1.0 for share in out.ahead):
        # The hand that is ahead passes below the neck, and never over its bones.
        most = where.ends(Place.NECK_BASE)[0] - 0.5 * rows()["pass"]["apart"]
        _cross(out, way, min(_now(out, way)[0], most))
    return _in_room(out) if way.both else out


def _in_room(out: Route) -> Route:
    """Two hands' fingers that point in stay each on their own side, the less the further one is ahead."""
    length, apart = rows()["pass"]["fingers"], rows()["pass"]["room"]
    turns = []
    for (_, o), turn, ahead in zip(out.points, out.turns, out.ahead, strict=True):
        most = math.asin(min(1.0, max(0.0, (abs(o) - apart) / length)))
        most += min(1.0, ahead / _CLEAR) * (0.5 * math.pi - most)
        turns.append(max(turn, -most) if turn < 0.0 < o else turn)
    return Route(points=out.points, turns=turns, ahead=out.ahead)


def _on(spot: Spot | None, places: frozenset[Place]) -> bool:
    return spot is not None and (spot.place in places or spot.line in places)


def _in(point: Point, place: Place, where: Where) -> bool:
    """A point is at the level of a place."""
    low, high = where.ends(place)
    return low - _BESIDE <= point[0] <= high + _BESIDE


def _now(out: Route, way: Way) -> Point:
    return out.points[-1] if out.points else way.at


def _turn_now(out: Route, way: Way) -> float:
    return out.turns[-1] if out.turns else way.turn


def _side_of(out: Route, way: Way) -> float:
    return -1.0 if _now(out, way)[1] < 0.0 else 1.0


def _home(out: Route, way: Way) -> None:
    assert way.home is not None
    x, o = _now(out, way)
    away = math.hypot(x - way.home[0], o - way.home[1])
    if away > 0.06 and x < way.home[0] - 0.01:
        out.add((0.55 * way.home[0] + 0.45 * x, 0.85 * way.home[1] + 0.15 * o), 0.0)
    out.add(way.home, 0.0)


def _middle(
    out: Route,
    place: Place,
    spot: Spot | None,
    stroke: Stroke,
    way: Way,
    where: Where,
    *,
    line: bool,
    last: bool,
) -> None:
    """A place across the midline: a level to reach, or where the hands meet or pass."""
    x = where.level(place) if spot is None else where.spot(spot, way.tool, within=None)[0]
    here, side = _now(out, way), _side_of(out, way)
    if spot is None and way.both and not line and not last:
        low, high = where.ends(place)
        x = min(max(here[0] - 0.012, low + 0.02), high - 0.02)
    inward = {Direction.IN, Direction.ACROSS} & set(stroke.direction)
    lane = where.lane(way.tool)
    half = rows()["half_length"][way.tool] if way.tool in ("forearm",) else 0.0
    if half:
        x += math.copysign(half, here[0] - x)
    if last and way.tool == "palm" and Direction.UP in stroke.direction:
        x -= rows()["gap"]["fingers"]
    if way.passes:
        _cross(out, way, x)
    elif inward and not line:
        inner = min(0.115, 0.85 * abs(here[1])) if way.both else lane
        turn = -math.radians(rows()["pass"]["turn"]) if way.both else way.turn
        out.add((x, side * max(inner, lane)), 0.85 * turn)
    else:
        level_turn = 0.0 if Direction.UP in stroke.direction else _turn_now(out, way)
        o = side * lane if line or last else here[1]
        out.add((x, o), level_turn)


def _cross(out: Route, way: Way, x: float) -> None:
    """Pass the midline and go on to the other side, one hand ahead of the other."""
    side, near = _side_of(out, way), rows()["pass"]["near"]
    inward = math.radians(rows()["pass"]["turn"])
    turn = _turn_now(out, way)
    target = math.copysign(max(abs(turn), inward), turn) if abs(turn) > math.radians(45.0) else -side * inward
    begun, far = _now(out, way)[0], abs(_now(out, way)[1])
    if far > 2.2 * near or begun > x + 0.03:
        out.add((x + 0.03, side * min(far, 1.6 * near)), 0.4 * target)
    # They get ahead of each other first, and only then turn in: fingers would be between each other else.
    (level, beside), now = _now(out, way), _turn_now(out, way)
    far = min(abs(beside), 1.6 * near)
    out.add((x + 0.7 * (level - x), side * 0.82 * far), now, 0.5)
    out.add((x + 0.3 * (level - x), side * 0.55 * far), 0.8 * target + 0.2 * now, 0.9)
    out.add((x, 0.0), target, 1.0)
    out.add((x - 0.010, -side * near), target, 0.9)
    out.add((x - 0.025, -side * 1.35 * near), target, 0.55)
    out.add((x - 0.055, -side * 1.75 * near), target)


def _aside(
    out: Route,
    place: Place,
    spot: Spot | None,
    stroke: Stroke,
    way: Way,
    where: Where,
    *,
    last: bool,
) -> None:
    """A place at the side: go to it, or round it."""
    side, here = _side_of(out, way), _now(out, way)
    low, high = where.ends(place)
    mid = 0.5 * (low + high)
    ways = set(stroke.direction)
    if spot is not None:
        mid = where.spot(spot, way.tool)[0]
    if way.tool == "forearm":
        half = rows()["half_length"][way.tool]
        top = high - half - rows()["gap"]["just"]
        out.add((top if here[0] < mid else low + half, here[1]), _turn_now(out, way))
        return
    wrap = math.radians(rows()["waist"]["turn"])
    if place in (Place.WAIST, Place.FLANK):
        share = rows()["waist"]["wrap"]
        reach = side * where.at_share(mid, share)
        crossed = way.both and side < 0
        turn = side * wrap if way.both or Direction.AROUND in ways else _turn_now(out, way)
        if place is Place.FLANK and Direction.TOWARD_GIVER in ways:
            out.add((here[0], side * where.at_share(here[0], rows()["pull"]["out"])), _turn_now(out, way))
            return
        if abs(here[0] - mid) > 0.12:
            level = mid + 0.45 * (here[0] - mid)
            # On the way down past the armpit there is no room for fingers beside the trunk.
            wide = 0.80 if here[0] < mid else rows()["waist"]["above"]
            out.add((level, side * where.at_share(level, wide)), turn if crossed else 0.6 * turn)
        out.add((mid, reach), turn)
        return
    outer = {Place.SHOULDER: 0.72, Place.HIP: 0.66, Place.SHOULDER_BLADE: 0.62, Place.BUTTOCK: 0.6}
    share = outer.get(place, 0.6)
    if Direction.AROUND in ways:
        top = high - 0.15 * (high - low)
        inward = -side * math.radians(35.0) if Direction.IN in ways else side * math.radians(15.0)
        begin = _turn_now(out, way)
        out.add(
            (top, side * where.at_share(top, 0.72 * share)), (0.25 if place is Place.HIP else 0.6) * begin
        )
        out.add(
            (mid, side * where.at_share(mid, share)), 2.0 * inward if place is Place.HIP else 0.3 * inward
        )
        end = low + 0.10 * (high - low)
        out.add((end, side * where.at_share(end, 0.84 * share)), inward)
        return
    if place is Place.ARMPIT:
        _armpit(out, way, where)
        return
    reach = where.out(place, way.tool, x=mid)
    if Direction.OUT in ways and reach < abs(here[1]) + _BESIDE:
        reach = where.out(place, way.tool, x=mid, share=0.9)
    over = Direction.ACROSS in ways and not way.both and (way.over or stroke.end is stroke.start)
    out.add((mid, (-side if over else side) * reach), _turn_now(out, way))


def _armpit(out: Route, way: Way, where: Where) -> None:
    """Out over the shoulder and down to the fold behind the armpit, never into the hollow."""
    along, across = where.region(Place.ARMPIT).centre or (0.0, 0.0)
    x, y = where.ground.plane(along, across)
    y -= rows()["gap"]["just"] * (way.tool == "palm")
    if any(way.shift):
        x = where.ground.arrival(x, y, way.shift)
    side, here = _side_of(out, way), _now(out, way)
    if here[0] > x + 0.05:
        level = x + 0.55 * (here[0] - x)
        out.add((level, side * 0.72 * where.at_share(level, 0.80)), _turn_now(out, way))
    out.add((x, side * y), _turn_now(out, way))


def _open_end(out: Route, stroke: Stroke, ways: set[Direction], way: Way, where: Where) -> None:
    """No place to go to: as far as the directions lead."""
    here, side, fan = _now(out, way), _side_of(out, way), rows()["fan"]
    lane = where.lane(way.tool)
    turn = 0.0 if stroke.pointing is Pointing.HEAD else _turn_now(out, way)
    on_line = any(place in LINES for place in stroke.over)
    half = rows()["half_length"][way.tool] if way.tool in ("forearm",) else 0.0
    if Direction.TOWARD_GIVER in ways:
        share = rows()["pull"]["out"]
        out.add((here[0], way.toward * abs(where.at_share(here[0], share))), turn)
    elif Direction.OUT in ways:
        rise = fan["rise"] * (Direction.UP in ways) - fan["rise"] * (Direction.DOWN in ways)
        x = here[0] + rise
        reach = side * where.at_share(x, fan["out"][0])
        out.add((here[0] + 0.6 * rise, here[1] + 0.3 * (reach - here[1])), turn)
        out.add((x, reach), turn)
    elif Direction.UP in ways or (on_line and Direction.DOWN not in ways):
        x = where.ends(Place.NECK_BASE)[0] - half
        out.add((max(x, here[0] + 0.02), side * lane if on_line else here[1]), turn)
    elif Direction.DOWN in ways:
        x = where.level(Place.SACRUM) + half
        out.add((min(x, here[0] - 0.02), side * lane if on_line else here[1]), turn)
    elif {Direction.IN, Direction.ACROSS} & ways and not way.passes:
        out.add((here[0], side * lane if Direction.IN in ways else -here[1]), turn)
