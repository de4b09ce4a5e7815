"""Ways to say one stroke, the fullest first: the caller takes the one that is read as meant."""

import itertools
from collections.abc import Iterator

from effleurage.reading._phrasing.phrases import lasting, noun, phrases, times, tool
from effleurage.routine import Direction, Place, Pointing, Side, Stroke, Technique

_WAYS = (Direction.UP, Direction.DOWN, Direction.OUT, Direction.IN, Direction.ACROSS)
_GIVER = (Direction.TOWARD_GIVER, Direction.AWAY_FROM_GIVER)
_POINTED = {Pointing.HEAD: "to the head", Pointing.FEET: "to the feet", Pointing.OUT: "outward"}
_LINES = (Place.SPINE_SIDES, Place.SPINE, Place.NECK_SIDES)


def ways_to_say(stroke: Stroke, *, placing: bool) -> Iterator[str]:
    """Clauses in the imperative without full stop, the fullest first.

    Args:
        stroke: What is to be said.
        placing: The step only puts hands on, so a `hold` is a placing and not a rest.
    """
    options = itertools.product(_verbs(stroke, placing=placing), (True, False), (True, False), _sides(stroke))
    for verb, with_tool, with_start, suffix in options:
        said = _said(stroke, verb, with_tool=with_tool, with_start=with_start, suffix=suffix)
        if stroke.crossed:
            yield f"with the arms crossed, {said}"
        yield said
    if stroke.hands is None and stroke.tool is not None and stroke.technique in phrases()["nouns"]:
        yield from _verbless(stroke)


def _verbless(stroke: Stroke) -> Iterator[str]:
    """An outline's line, the only one that names a tool and no hands: "thumb kneading over …"."""
    assert stroke.technique is not None
    assert stroke.tool is not None
    what = f"{phrases()['tools'][stroke.tool]['one']} {phrases()['nouns'][stroke.technique]}"
    for suffix in _sides(stroke):
        rest = _said(stroke, what, with_tool=False, with_start=True, suffix=suffix)
        yield rest
        if not _travels(stroke):
            yield rest.replace(what, f"{what} over", 1)


def _verbs(stroke: Stroke, *, placing: bool) -> list[str]:
    if stroke.technique is None:
        return ["work", "massage"]
    verbs = list(phrases()["verbs"][stroke.technique])
    if stroke.technique is Technique.HOLD and placing:
        verbs.reverse()
    if Direction.CIRCLE in stroke.direction:
        size = "small" if stroke.technique is Technique.FRICTION else "big"
        verbs.insert(0, f"make {size} circles")
    own = [stroke.verb] if stroke.verb and stroke.technique not in _FIXED else []
    return list(dict.fromkeys(own + verbs)) or [stroke.verb or "work"]


_FIXED = (Technique.HOLD, Technique.RELEASE)


def _sides(stroke: Stroke) -> list[str]:
    """Ways to say the side besides the places' own words."""
    named = {
        Side.LEFT: "on the left side",
        Side.RIGHT: "on the right side",
        Side.BOTH: "on both sides",
        Side.ONE: "on one side",
        Side.OTHER: "on the other side",
        Side.MIDDLE: "in the middle",
    }
    return ["", named[stroke.side]] if stroke.side is not None else [""]


def _said(stroke: Stroke, verb: str, *, with_tool: bool, with_start: bool, suffix: str) -> str:
    with_ = tool(stroke) if with_tool else ""
    manner = phrases()["pressures"][stroke.pressure] if stroke.pressure else ""
    slowly = {"slow": "slowly", "quick": "quickly"}.get(stroke.tempo or "", "")
    ends = [suffix, lasting(stroke.duration), times(stroke.repeats)]
    if stroke.technique is Technique.HOLD:
        parts = _held(stroke, verb, with_, manner, with_start=with_start)
    elif stroke.technique is Technique.RELEASE:
        parts = _release(stroke, with_, manner, with_start=with_start)
    elif _travels(stroke):
        parts = _travel(stroke, verb, with_, f"{manner} {slowly}", with_start=with_start)
    else:
        parts = _in_place(stroke, verb, with_, f"{manner} {slowly}")
    return " ".join(" ".join(filter(None, [*parts, *ends])).split())


def _travels(stroke: Stroke) -> bool:
    return stroke.end is not None or any(way in (*_WAYS, *_GIVER) for way in stroke.direction)


def _held(stroke: Stroke, verb: str, with_: str, manner: str, *, with_start: bool) -> list[str]:
    if not with_ and stroke.start is not None and with_start:
        return ["hold", noun(stroke.start, stroke.side, spot=stroke.start_spot), manner]
    return [verb, with_ or "your hands", manner, _at(stroke) if with_start else "", _shape(stroke)]


def _at(stroke: Stroke) -> str:
    if stroke.start is None:
        return ""
    words = noun(stroke.start, stroke.side, spot=stroke.start_spot)
    if stroke.start_spot is not None and stroke.start_spot.place is not stroke.start:
        return f"on {noun(stroke.start, stroke.side)}, {words}"
    if stroke.over and stroke.start_spot is None:
        return f"on {noun(stroke.over[0], stroke.side)}, at {words}"
    return words if words.startswith(("just", "beside")) else f"on {words}"


def _shape(stroke: Stroke) -> str:
    told = []
    if stroke.fingers is not None and stroke.fingers in ("splayed", "together"):
        told.append(f"with the fingers {stroke.fingers}")
    if stroke.pointing in _POINTED:
        told.append(f"with the fingers pointing {_POINTED[stroke.pointing]}")
    return ", ".join(told)


def _release(stroke: Stroke, with_: str, manner: str, *, with_start: bool) -> list[str]:
    place = noun(stroke.start, stroke.side, spot=stroke.start_spot) if stroke.start and with_start else ""
    if Direction.OFF in stroke.direction:
        own = with_.replace("one ", "your ", 1) if with_.startswith("one ") else with_
        return ["lift", own or "your hands", "off", place, manner]
    return ["gradually" if stroke.gradual else "", "let go", f"of {place}" if place else "", manner]


def _travel(stroke: Stroke, verb: str, with_: str, manner: str, *, with_start: bool) -> list[str]:
    start = noun(stroke.start, stroke.side, spot=stroke.start_spot) if stroke.start and with_start else ""
    end = noun(stroke.end, stroke.side, spot=stroke.end_spot) if stroke.end else ""
    glides = stroke.technique is Technique.EFFLEURAGE and not verb.startswith("make")
    head = [verb, with_] if glides else [verb, f"with {with_}" if with_ else ""]
    way = _way(stroke)
    return [*head, manner, f"from {start}" if start else "", way, f"to {end}" if end else ""]


def _way(stroke: Stroke) -> str:
    """Directions and what they run along, each "around" or "across" before its own place."""
    overs = [
        noun(place, stroke.side, spot=stroke.over_spots[n] if n < len(stroke.over_spots) else None)
        for n, place in enumerate(stroke.over)
    ]
    lines = [place in _LINES for place in stroke.over]
    words: list[str] = []
    used = 0
    for way in stroke.direction:
        if way is Direction.CIRCLE:
            continue
        if way in (Direction.AROUND, Direction.ACROSS) and used < len(overs):
            words.append(f"{way} {overs[used]}")
            used += 1
            if used < len(overs):
                words.append("and")
        else:
            and_ = "and " if words and words[-1] in ("up", "down", "outward", "inward") else ""
            words.append(f"{and_}{phrases()['directions'][way]}")
    for n in range(used, len(overs)):
        words.append(f"{'and ' if n > used else ''}{'along' if lines[n] else 'over'} {overs[n]}")
    return " ".join(words)


def _in_place(stroke: Stroke, verb: str, with_: str, manner: str) -> list[str]:
    overs = [
        noun(place, stroke.side, spot=stroke.over_spots[n] if n < len(stroke.over_spots) else None)
        for n, place in enumerate(stroke.over)
    ]
    what = " and ".join(overs)
    if Direction.AROUND in stroke.direction:
        what = f"around {what}"
    into = Direction.INTO in stroke.direction
    circles = Direction.CIRCLE in stroke.direction and not verb.startswith("make")
    if verb.startswith("make"):
        lead = [
            verb,
            f"with {with_}" if with_ else "",
            manner,
            f"{'' if what.startswith('around') else 'on '}{what}" if what else "",
        ]
    else:
        lead = [verb, f"into {what}" if into and what else what, f"with {with_}" if with_ else "", manner]
    return [*lead, "in circles" if circles else ""]
