"""Afterwords: a sentence that says where the stroke before it ends, what it covers, or where hands lie.

As in "Glide up beside the spine. Stop below the neck.", "You are done when the whole back shines." and "Lay
your forearm along the spine. The elbow is just above the buttock."
"""

import dataclasses
from typing import Any

from effleurage.reading._clauses.onward import arrives_there
from effleurage.reading._clauses.supply import LYING, covers_all
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._words.frames import WHOLE_WAY
from effleurage.routine import (
    Direction,
    Hands,
    Place,
    Pressure,
    Relation,
    Side,
    Spot,
    Stroke,
    Technique,
    Tool,
)

_PLACES = frozenset(place.value for place in Place)
_ENDING = ("stop", "end", "finish", "halt", "conclude")
_BARE = ("be", "lie", "rest", "sit", "stay", "come", "come to lie", "come to rest")
_HAVING = ("keep", "have", "want", "get", "need", "put")
_AIMING = ("aim", "look", "find", "choose", "pick")
_REGIONS = {
    Place.LOWER_BACK: (Place.SACRUM,),
    Place.BACK: (Place.SACRUM, Place.LOWER_BACK, Place.MID_BACK, Place.UPPER_BACK, Place.SPINE_SIDES),
    Place.UPPER_BACK: (Place.SHOULDER_BLADE,),
    Place.NECK: (Place.NECK_BASE, Place.SKULL_BASE),
}
"""Regions, and the places that lie in them."""
_BESIDE = (Relation.ABOVE, Relation.BELOW)
_ENDS = ("elbow", "forearm", "fingertips", "palm", "heel", "thumb")


def afterword(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """What a sentence without a stroke of its own says of the last one; empty if nothing.

    Args:
        parts: The sentence's clauses.
        last: The stroke before it.
    """
    if not all(map(_adds_nothing, parts[1:])):
        return {}
    clause = parts[0]
    if _keeps_side(clause, last):
        return {"side": Side.ONE}
    if _firms(clause, last) and clause.pressure is not None:
        return {"pressure": Pressure(clause.pressure)}
    refs = [p for p in clause.places if p.place in _PLACES]
    if clause.neg is not None or not refs:
        return {}
    if (_ends(clause) or _aims(clause)) and _open(last):
        return {"end": Place(refs[-1].place), "end_spot": refs[-1].spot}
    if last.technique is Technique.HOLD and (is_where(clause, last) or _it_is_where(clause, last)):
        return _start(refs[-1], last)
    return {}


def row_ended(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """Where a row ends, as said right before its last stroke; empty if nothing is.

    As in "Finish at the neck, so that the last pull goes across the shoulder".

    Args:
        parts: The sentence's clauses.
        last: The stroke before it.
    """
    final = len(parts) > 1 and parts[1].has("last", "final", "very last")
    final = final and (parts[1].motion_noun or parts[1].has("one"))
    return afterword(parts[:1], last) if final and last.progress and _ends(parts[0]) else {}


def _keeps_side(clause: Clause, last: Stroke) -> bool:
    """As in "Both hands work on the same side.": the side on which the strokes before are, left open."""
    stays = clause.subject == "imp" and clause.lemma in ("stay", "keep", "remain")
    told = clause.has("same side") and (stays or clause.subject in ("hands", "pron")) and clause.neg is None
    still = clause.technique in (None, "hold") and not (clause.directions or clause.again)
    return told and last.side is None and still


def _firms(clause: Clause, last: Stroke) -> bool:
    """As in "Be firm here.", "You can be strong here.", "Do it firmly.": how firm the stroke before it is."""
    done = clause.lemma == "do" and clause.has("it", "this", "that")
    told = (clause.lemma == "be" or done) and clause.subject in ("imp", "you") and clause.neg is None
    bare = not (clause.tool or clause.places or clause.directions)
    how = ("press", "filler", "pron", "det", "adv")
    here = clause.has("here") or all(m.cat in how or m is clause.head for m in clause.marks)
    return told and bare and here and last.pressure is None and last.technique in _WORKING


_WORKING = (Technique.EFFLEURAGE, Technique.PETRISSAGE, Technique.COMPRESSION, Technique.FRICTION)


def reached(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """Where hands reach that reached down, and are said in a sentence of its own to be put there.

    As in "Reach down. Put your hands around the waist." and "Reach down to the waist. Wrap your hands
    around it."

    Args:
        parts: The sentence's clauses.
        last: The stroke before it.
    """
    bare = not last.over and last.hands is Hands.BOTH and last.technique is Technique.EFFLEURAGE
    if len(parts) != 1 or not bare or not last.verb.startswith(_REACHING):
        return {}
    clause = parts[0]
    put = clause.act == "put" and clause.tool == "palm" and clause.tool_role == "object"
    places = tuple(Place(p.place) for p in clause.places if p.place in _PLACES)
    if not put or clause.neg is not None:
        return {}
    ways = tuple(dict.fromkeys((*last.direction, *(Direction(way) for way in clause.directions))))
    if last.end is not None:
        there = places in ((), (last.end,)) and ways != last.direction
        return {"direction": ways} if there else {}
    return {"over": places, "direction": ways, "side": last.side} if len(places) == 1 else {}


_REACHING = ("reach", "stretch")


def glides_until(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """How far a glide goes, where a sentence of its own says until where it goes on; else empty.

    As in "Let both hands travel up. Go on until they are just below the neck." and "Slide up. Don't stop
    until you have reached the shoulder.", where "don't stop" forbids nothing and is out of the way already.

    Args:
        parts: The sentence's clauses.
        last: The stroke before it.
    """
    once = not (last.copied or last.progress or last.returning) and last.hands is not Hands.ALTERNATE
    lengthwise = last.direction in ((Direction.UP,), (Direction.DOWN,))
    if len(parts) != 2 or not (once and lengthwise and _open(last)):
        return {}
    on, there = parts
    bare = not (on.places or on.directions or on.tool or on.again or on.counted or on.side_stated)
    kept = all(m.cat == "filler" for m in on.marks) and on.has("stop", "cease")
    going = kept or (bare and on.act == "on" and on.neg is None)
    if not (going and arrives_there(there, "until")):
        return {}
    ref = there.places[-1]
    return {"end": Place(ref.place), "end_spot": ref.spot} if ref.place in _PLACES else {}


def goes_far(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """Where a glide ends that left it open, and is said in a sentence of its own to go all the way there.

    As in "Slide up beside the spine. Go the whole way, to the top of the shoulder."

    Args:
        parts: The sentence's clauses.
        last: The stroke before it.
    """
    ways = {way.value for way in last.direction} & {"up", "down"}
    if len(parts) != 1 or not _open(last) or not ways or last.copied or last.returning:
        return {}
    clause = parts[0]
    told = clause.lemma in _GOING and clause.subject in ("imp", "you", "pron") and clause.neg is None
    bare = not (clause.tool or clause.counted or clause.back or clause.again or clause.side_stated)
    ref = clause.places[0] if len(clause.places) == 1 else None
    if not (told and bare and clause.has(*WHOLE_WAY)) or set(clause.directions) - ways:
        return {}
    if ref is None or ref.role != "to" or ref.place not in _PLACES:
        return {}
    return {"end": Place(ref.place), "end_spot": ref.spot}


_GOING = ("go", "travel", "run", "move", "come", "continue", "take")


def shape_told(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """What "Make a soft fan." tells of a hand that has just been brushed up and out; else empty.

    Args:
        parts: The sentence's clauses.
        last: The stroke before it.
    """
    if len(parts) != 1 or last.technique is not Technique.EFFLEURAGE or last.hands is not Hands.ONE:
        return {}
    clause = parts[0]
    made = clause.lemma in ("make", "draw", "describe") and clause.subject in ("imp", "pron", "hands")
    bare = not (clause.tool or clause.places or clause.directions or clause.counted or clause.again)
    fanned = any(m.cat == "motion" and m.base == "fan" for m in clause.marks)
    anew = clause.has("another", "second", "next", "new", "more") or clause.neg is not None
    if not (made and bare and fanned) or anew or {Direction.UP, Direction.OUT} - set(last.direction):
        return {}
    return {"pressure": Pressure(clause.pressure) if clause.pressure else last.pressure}


def astride(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """The line along which both hands run, where a sentence of its own says so; else empty.

    As in "Glide both hands up. One hand is on each side of the spine."

    Args:
        parts: The sentence's clauses.
        last: The stroke before it.
    """
    runs = last.technique is Technique.EFFLEURAGE and last.hands is Hands.BOTH and not last.over
    if len(parts) != 1 or not runs or not {Direction.UP, Direction.DOWN} & set(last.direction):
        return {}
    clause = parts[0]
    told = clause.lemma in _BARE and clause.subject == "hands" and clause.tool == "palm"
    lined = [p.place for p in clause.places] == ["spine_sides"] and not clause.directions
    if not (told and lined and clause.neg is None and clause.has(*_EACH)):
        return {}
    return {"over": (Place.SPINE_SIDES,), "side": Side.BOTH}


_EACH = ("on each side of the spine", "on either side of the spine", "on both sides of the spine")


def _open(last: Stroke) -> bool:
    return last.technique is Technique.EFFLEURAGE and last.end is None


def way_told(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """Which way a stroke goes that left it open, where a sentence of its own says so; else empty.

    As in "You fan the hand round. So it's going up and it's going out."

    Args:
        parts: The sentence's clauses.
        last: The stroke before it.
    """
    if last.technique is Technique.EFFLEURAGE and not last.direction and _strokes_go(parts, last):
        return {"direction": tuple(Direction(way) for c in parts if c.sub != "why" for way in c.directions)}
    told = last.technique is Technique.EFFLEURAGE and last.end is None and not (last.returning or last.copied)
    if told and _says_over(parts, last):
        return {"direction": last.direction}
    if not told or not set(last.direction) <= {Direction.AROUND} or "over" in last.stated:
        return {}
    if not all((c.subject == "pron" or _is_taken(c, last)) and _goes_so(c) for c in parts):
        return {}
    ways = dict.fromkeys((*last.direction, *(Direction(way) for c in parts for way in c.directions)))
    start = last.start or (last.over[0] if last.over else None)
    return {"direction": tuple(ways), "start": start, "over": ()}


def _says_over(parts: list[Clause], last: Stroke) -> bool:
    """As in "It moves away from the spine.", of a hand that went up and out: what was told already."""
    ways = {way for clause in parts for way in clause.directions}
    same = last.hands in _SINGLE and bool(ways) and ways <= {way.value for way in last.direction}
    return same and all(c.subject == "pron" and c.has("it") and _goes_so(c) for c in parts)


def _goes_so(clause: Clause) -> bool:
    return clause.act == "go" and clause.has(*_IT) and _only_ways(clause)


def _is_taken(clause: Clause, last: Stroke) -> bool:
    """As in "Sweep the hand round. Take it upward and outward.": where that hand goes."""
    told = clause.subject == "imp" and clause.link != "weak" and not clause.participle
    return told and last.hands in _SINGLE


_SINGLE = (Hands.ONE, Hands.LEFT, Hands.RIGHT)
_IT = ("it", "they", "so it", "so they", "this one", "that one")


def _strokes_go(parts: list[Clause], last: Stroke) -> bool:
    """As in "Every one of those strokes ought to head upward.", "Your strokes should go up the back."."""
    named = any(m.cat == "motion" and m.base in ("stroke", "sweep") for m in parts[0].marks)
    ways = [c for c in parts if c.directions and c.sub != "why"]
    there = all(p.role == "path" and p.place in last.over for c in ways for p in c.places)
    plain = there and all(set(c.directions) <= {"up", "down"} and not (c.tool or c.neg) for c in ways)
    return named and len(ways) == 1 and plain and parts[0].act in ("go", "state", "stay", "none")


def _only_ways(clause: Clause) -> bool:
    plain = clause.sub in (None, "why") and clause.neg is None and not (clause.tool or clause.counted)
    return plain and bool(clause.directions) and not (clause.places or clause.back or clause.again)


def covered(parts: list[Clause], last: Stroke) -> dict[str, Any]:
    """What a stroke before a sentence goes over in the end, as the sentence says; empty if it says nothing.

    Args:
        parts: The sentence's clauses.
        last: The stroke before it, which goes one way and has told of no line that it follows.
    """
    ways = {Direction.UP, Direction.DOWN} & set(last.direction)
    if last.technique is not Technique.EFFLEURAGE or last.over or not ways:
        return {}
    told = [c for n, c in enumerate(parts) if _covers(c) or (covers_all(c) and (n or c.sub == "until"))]
    return {"over": (Place(told[0].places[-1].place),)} if told else {}


def _covers(clause: Clause) -> bool:
    """As in "Cover the entire back.", "Make sure the whole back is covered.": all that is gone over."""
    if clause.lemma not in _COVERING or clause.neg is not None or clause.tool or clause.holds("person"):
        return False
    whole = clause.places and all(p.role in ("object", "pre", "path", "topic") for p in clause.places)
    clothed = any("topic" in m.cats and m is not clause.head for m in clause.marks)
    return bool(whole) and clause.sub in (None, "why") and not clothed


_COVERING = ("cover", "coat", "make sure", "take in", "include", "reach", "treat", "oil", "go over")


def _aims(clause: Clause) -> bool:
    """As in "Direct it to the glands in the armpit.": where the stroke before it is to go."""
    if clause.lemma not in _AIMED or clause.tool or clause.directions or clause.counted:
        return False
    return clause.has("it", "that one") and all(p.role in ("to", "at") for p in clause.places)


_AIMED = ("direct", "aim", "lead", "point", "steer", "head")


def _ends(clause: Clause) -> bool:
    """As in "Stop just below the base of the neck.": a verb of ending and a place, and nothing that moves."""
    first = next((m for m in clause.marks if m.cat not in _LEADING), clause.marks[0])
    told = clause.lemma in _ENDING or (
        clause.head is None
        and first.cat == "prep"
        and first.low.partition(" ")[0].removesuffix("s").removesuffix("e") in _ENDING
    )
    return told and not (clause.tool or clause.technique or clause.motion_noun or clause.counted)


_LEADING = ("subj", "modal", "theirs", "det", "times", "filler", "conj", "motion", "tool")
"""Whose way ends, as in "you finish just below it", "their journey ends above it"."""


def where_laid(parts: list[Clause], state: State) -> bool:
    """Whether a sentence only says where that lies which the last one laid down.

    Args:
        parts: The sentence's clauses.
        state: The context.
    """
    before = state.records[-1].strokes if state.records else ()
    if not before or before[-1].technique is not Technique.HOLD:
        return False
    if not all(
        _adds_nothing(c) or _points(c) or _steadied(parts[1 : n + 1]) for n, c in enumerate(parts) if n
    ):
        return False
    clause = parts[0]
    placed = clause.neg is None and clause.sub is None and any(p.place in _PLACES for p in clause.places)
    return placed and is_where(clause, before[-1])


def _adds_nothing(clause: Clause) -> bool:
    """As in "just above the hip, not on it" and "…, thank you": where it does not lie, and talk."""
    denied = clause.neg is not None and clause.head is None and bool(clause.has("it", "them", "that"))
    return clause.link == "comma" and (denied or clause.lemma in ("thank you", "thank"))


def _steadied(parts: list[Clause]) -> bool:
    """As in "… and the free hand clasps the working one, to keep it steady": how hands are arranged."""
    last = parts[-1]
    bare = not (last.tool or last.places or last.directions)
    return last.clasps or (bare and any(c.clasps for c in parts))


def _points(clause: Clause) -> bool:
    """As in "and the fingers should point to the head": how the hands lie."""
    told = clause.lemma in ("point", "face", "look", "aim") and clause.tool in ("fingertips", "palm")
    return told and clause.neg is None and clause.sub is None


def is_where(clause: Clause, last: Stroke) -> bool:
    """As in "The elbow goes just above the buttock.", "They belong right above the base of the spine."."""
    if clause.directions or clause.other_hand or clause.duration or clause.pressure:
        return False
    near = any(p.spot is not None and p.spot.relation in _BESIDE for p in clause.places)
    if clause.lemma in ("stay", "remain") and clause.subject == "imp" and near and clause.tool is None:
        # As in "Stay just above the base of the spine.", of hands that were laid on the lower back.
        return last.start_spot is None
    if clause.lemma in _HAVING or (clause.act == "put" and clause.tool_role == "object"):
        # What is asked for of an arm, or of hands at a spot made exact: "Keep the elbow above the hip."
        if clause.subject not in ("imp", "you"):
            return False
        elbow = clause.tool == "elbow" or (near and clause.has("elbow"))
        return (elbow and last.tool is Tool.FOREARM) or (
            near and clause.tool is None and clause.has("it", "them")
        )
    if clause.lemma in _AIMING:
        return near and clause.has("spot", "place", "point") and clause.tool is None
    if clause.lemma not in LYING:
        return False
    arm = clause.tool == "elbow" and last.tool is Tool.FOREARM
    hand = clause.tool in _ENDS and clause.lemma in _BARE
    whose = (clause.subject == "hands" and (arm or hand)) or clause.has("they")
    if whose or (near and clause.tool is None and clause.has("it", "spot")):
        return True
    same = clause.tool == last.tool and clause.hands in (None, last.hands) and clause.subject == "hands"
    return (same or (clause.tool is None and clause.has("it"))) and _holds_it(clause, last)


def _holds_it(clause: Clause, last: Stroke) -> bool:
    """As in "The hand lies on the lower back." behind one put on the sacrum: the region of that spot.

    Or the other way round: "Put one hand on the lower back. It goes at the base of the spine."
    """
    named = [Place(p.place) for p in clause.places if p.place in _PLACES]
    if last.start is None:
        return False
    return all(
        last.start in _REGIONS.get(place, ()) or place in _REGIONS.get(last.start, ()) for place in named
    )


def _it_is_where(clause: Clause, last: Stroke) -> bool:
    """As in "I put my forearm down along the spine and my elbow's here. It's just above the buttock."."""
    being = clause.head is None or clause.lemma in LYING
    armed = last.tool in (Tool.FOREARM, Tool.ELBOW) and not clause.technique and not clause.directions
    return armed and being and clause.subject == "pron" and clause.has("it") and len(clause.places) == 1


def _start(ref: PlaceRef, last: Stroke) -> dict[str, Any]:
    """Where hands are that lie along a line: at the level that is told, over the line."""
    place = Place(ref.place)
    if last.start in (Place.SPINE_SIDES, Place.SPINE) and place not in (Place.SPINE_SIDES, Place.SPINE):
        return {"start": place, "start_spot": ref.spot, "over": (Place.SPINE_SIDES,)}
    if last.start is Place.BACK and Place.SPINE_SIDES in last.over and place is not Place.BACK:
        # As in "on the back, next to the spine": where along it was left open.
        spot = ref.spot or Spot(place=place)
        return {"start": place, "start_spot": dataclasses.replace(spot, line=Place.SPINE_SIDES)}
    near = ref.spot is not None and ref.spot.relation in (Relation.ABOVE, Relation.BELOW)
    if not near and last.start is not None and place in _REGIONS.get(last.start, ()):
        return {"start": place, "start_spot": ref.spot}
    return {"start_spot": ref.spot if near and last.start_spot is None else last.start_spot}


def moved(state: State, told: dict[str, Any]) -> None:
    """The hands are where an afterword says."""
    if "end" in told:
        state.place, state.spot, state.line = told["end"].value, told["end_spot"], None
    elif told.get("over") and "direction" in told:
        state.place, state.spot, state.line = told["over"][0].value, None, None
    elif "direction" in told:
        state.direction = tuple(way.value for way in told["direction"])
    elif "start" in told:
        spot: Spot | None = told["start_spot"]
        lined = bool(told.get("over")) or (spot is not None and spot.line is not None)
        state.place, state.spot, state.line = told["start"].value, spot, "spine_sides" if lined else None
        state.origin, state.origin_spot = state.place, state.spot
    elif "over" in told:
        state.line, state.side, state.side_place = "spine_sides", told["side"].value, "spine_sides"
    elif "side" in told:
        state.side, state.side_place = told["side"].value, None
    elif "start_spot" in told:
        state.spot = told["start_spot"]
        if state.origin == state.place:
            state.origin_spot = state.spot
