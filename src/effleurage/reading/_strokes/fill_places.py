"""Start, end and over: what a clause's places are to its stroke, and what is carried."""

from typing import Any

from effleurage.reading._slots.fill_ways import LEVELS
from effleurage.reading._slots.state import State
from effleurage.reading._slots.work import TRAVEL, WORKED_ON
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.routine import Place, Spot

IN_PLACE = frozenset({*WORKED_ON, "stretch", "other"})


def travels(clause: Clause, technique: str | None) -> bool:
    """Whether a clause goes somewhere, or works where it is."""
    if technique not in IN_PLACE:
        return True
    if any(p.role in ("to", "from") for p in clause.places):
        return True
    # Flesh that is pulled up is lifted off the bone, and goes nowhere.
    lifted = {"up"} if technique == "petrissage" and clause.flesh else set()
    return bool(TRAVEL & (set(clause.directions) - lifted)) and technique != "stretch"


def places_of(
    clause: Clause, state: State, technique: str | None, stated: set[str], *, hold_over: bool
) -> tuple[str | None, str | None, list[str], dict[str, Any]]:
    """The slots that a clause's places fill, by their roles and by what the hands do."""
    start: PlaceRef | None = None
    end: PlaceRef | None = None
    over: list[PlaceRef] = []
    in_place = technique in IN_PLACE
    rests = technique in ("hold", "release")
    _settle_refs(clause, state)
    lies = clause.tool == "forearm" and technique == "hold" and bool(clause.places)
    if lies and state.tool == "elbow" and state.place and all(p.line for p in clause.places):
        # As in "Set your elbow above the buttock. The forearm lies along the spine.": from there.
        clause.places.append(PlaceRef(state.place, "at", False, None, state.spot, clause.marks[0]))
    ends = any(p.role == "to" for p in clause.places)
    for ref in clause.places:
        if ref.role == "from":
            if start is not None and start.line and start.role != "from":
                over.append(start)
                start = None
            start = start or ref
        elif ref.role == "to" and not rests:
            end = ref
        elif rests:
            if ref.line and (start is not None or len(clause.places) > 1):
                over.append(ref)
            else:
                start = _narrowed(start, ref)
        elif ref.role == "with" and in_place and not travels(clause, technique):
            over.append(ref)
        elif (
            ref.role == "with" and start is not None and start.line and start.role == "with" and not ref.line
        ):
            over.append(start)
            start = ref
        elif ref.role == "with" or (ref.role in ("pre", "topic", "at") and clause.start_place):
            start = _narrowed(start, ref) if start is None or _one_spot(clause, start, ref) else start
        elif ref.role == "off":
            continue
        elif start is None and _fronted(clause, ref) and (ends or (not in_place and _sets_out(clause, ref))):
            start = ref
        else:
            over.append(ref)
    if in_place and len(over) > 1:
        over = [r for n, r in enumerate(over) if not (n and _only_near(r, over[n - 1]))]
    if in_place and any(r.line for r in over):
        level = ("at", "into", "object") if not travels(clause, technique) else ("at",)
        for ref in over:
            ref.level = ref.level or (not ref.line and ref.role in level)
    if not rests and any(r.line for r in over) and any(r.level for r in over):
        level = next(r for r in over if r.level)
        over = [r for r in over if not r.level]
        around = technique == "effleurage" and "circle" in clause.directions and end is None
        if start is None and travels(clause, technique) and not around:
            start = level
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
        if (
            moving
            and clause.pronoun
            and not names
            and not clause.back
            and technique in ("petrissage", "tapotement", "vibration")
        ):
            carried = state.line or state.place
            names = [carried] if carried and clause.has("it", "them") else []
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
        if begin is None and _spreads_oil(clause, state):
            begin = state.heading_place or state.titled_place
        stays = technique == "effleurage" and not (
            clause.places
            or ("circle" not in clause.directions and (clause.directions or clause.pronoun))
            or set(clause.directions) - {"circle", "around"}
            or clause.back
        )
        rounds = "around" in clause.directions and clause.pronoun and not (clause.places or finish)
        if rounds and begin is not None:
            names = [begin]
        elif stays and begin is not None and not clause.other_hand:
            names, begin = [begin], None
        spots["start"] = state.spot
    return begin, finish, names, spots


def _spreads_oil(clause: Clause, state: State) -> bool:
    """As in "Oil: spread evenly, always upward": over all that is worked on."""
    oiled = "oil" in clause.topics or "oil" in state.titles.get(state.section, ())
    return oiled and not (clause.places or clause.other_hand)


def _leads_on(clause: Clause) -> bool:
    """As in "up the sides to the armpits": past the place where the hands are."""
    return any(
        p.role == "to" and p.place in ("armpit", "shoulder", "shoulder_top", "neck") for p in clause.places
    )


_NECK = ("neck", "neck_base", "skull_base", "head")


def _settle_refs(clause: Clause, state: State) -> None:
    """As in "Where you began" and a bare "the sides" take their place from the context."""
    for ref in clause.places:
        if ref.place == "spine" and _lies_along(clause, ref):
            ref.place, ref.line = "spine_sides", True
        if ref.place == "origin":
            ref.place, ref.spot = state.origin or "", ref.spot or state.origin_spot
        elif ref.place == "there":
            ref.place = state.mentioned or state.line or state.place or state.heading_place or ""
            ref.line = ref.place == "spine_sides"
            ref.spot = ref.spot or (state.mentioned_spot if state.mentioned else None)
        elif ref.mark.low == "side" and _is_pointed_at(clause, ref):
            ref.place, ref.line = state.line or "", state.line == "spine_sides"
            clause.side = clause.side or state.side or "one"
        elif ref.mark.low == "sides" and state.place in ("waist", "hip") and not _leads_on(clause):
            ref.place = state.place
        elif ref.mark.low in ("sides", "side") and ref is not clause.places[0]:
            before = clause.places[: clause.places.index(ref)]
            ref.place = "neck_sides" if all(p.place in _NECK for p in before) else ref.place
    clause.places = [p for p in clause.places if p.place]
    if clause.tool == "forearm" and clause.technique == "hold" and len(clause.places) > 1:
        # As in "Set your forearm along the spine, the elbow above the buttock": the giver's own elbow.
        clause.places = [p for p in clause.places if p.place != "arm"] or clause.places
    named = clause.there or (clause.other_hand and clause.flesh and clause.technique == "petrissage")
    if named and not clause.places and state.mentioned and clause.marks:
        spot = state.mentioned_spot
        clause.places.append(PlaceRef(state.mentioned, "at", False, None, spot, clause.marks[0]))
    if (
        "down" in clause.directions
        and any(p.place == "flank" for p in clause.places)
        and ("toward_giver" in (*clause.directions, *state.direction) or _reaches_table(clause))
    ):
        clause.directions = ["out" if d == "down" else d for d in clause.directions]


def _is_pointed_at(clause: Clause, ref: PlaceRef) -> bool:
    """As in "all the way up that side": the one that is worked on, and not the flank."""
    n = next((k for k, m in enumerate(clause.marks) if m is ref.mark), 0)
    lengthwise = not {"up", "down"}.isdisjoint(clause.directions)
    return lengthwise and ref.role == "path" and n > 0 and clause.marks[n - 1].low in ("that", "this")


def _lies_along(clause: Clause, ref: PlaceRef) -> bool:
    """As in "lay the forearm along the spine, on the near side": beside it, and not on the bone."""
    return clause.technique == "hold" and ref.role == "path" and clause.tool == "forearm"


_TABLES = ("table", "bed", "mattress", "floor", "couch")


def _reaches_table(clause: Clause) -> bool:
    """As in "down the side to the table", and not "close to the table"."""
    at = next((k for k, m in enumerate(clause.marks) if m.low in _TABLES), 0)
    lead = next((m for m in reversed(clause.marks[:at]) if m.cat not in ("det", "mine")), None)
    return lead is not None and not lead.low.startswith(("close", "near", "next", "by", "along"))


def _fronted(clause: Clause, ref: PlaceRef) -> bool:
    """As in "Between the shoulder blades, rub … up to the neck": where it begins is told first."""
    return ref.role == "at" and clause.head is not None and ref.mark.i < clause.head.i and not ref.line


def _sets_out(clause: Clause, ref: PlaceRef) -> bool:
    """As in "At the neck they pass outward": from there."""
    n = next((k for k, m in enumerate(clause.marks) if m is ref.mark), 0)
    led = any(m.low == "at" for m in clause.marks[max(0, n - 2) : n])
    return led and bool(TRAVEL & set(clause.directions))


def _only_near(ref: PlaceRef, named: PlaceRef) -> bool:
    """As in "squeeze the arm just under the shoulder": which part of the region that is named."""
    near = ref.spot is not None and ref.spot.relation.value in ("above", "below") and ref.level
    return near and ref.role == "at" and named.role == "object" and not named.line and not named.level


def _narrower(new: PlaceRef, old: PlaceRef) -> bool:
    wide = {"back": 3, "lower_back": 2, "upper_back": 2, "spine": 2, "neck": 1, "head": 1}
    if new.spot is not None and new.spot.relation.value in ("above", "below", "between", "beside"):
        return False
    return wide.get(old.place, 0) > wide.get(new.place, 0)


def _narrowed(start: PlaceRef | None, ref: PlaceRef) -> PlaceRef:
    """Of two names for one spot the narrower; "just above X" behind a region leaves the region."""
    if start is None or _narrower(ref, start):
        return ref
    if ref.spot is not None:
        start.spot = start.spot or ref.spot
    return start


def _one_spot(clause: Clause, start: PlaceRef, ref: PlaceRef) -> bool:
    """As in "with both palms on the lower back, just above the sacrum, glide up": no second hand there."""
    between = [m for m in clause.marks if start.mark.i < m.i < ref.mark.i]
    return not any(m.cat in ("tool", "hands", "conj", "verb", "dir", "side") for m in between)


def _on_path(place: str, over: list[str], end: str | None) -> bool:
    if not over:
        return True
    return place in over or (end is not None and place != end and place in LEVELS)


def _unique(refs: list[PlaceRef]) -> list[PlaceRef]:
    first: dict[str, PlaceRef] = {}
    for ref in refs:
        first.setdefault(ref.place, ref)
    return list(first.values())


def _distinct(refs: list[PlaceRef]) -> list[str]:
    return [r.place for r in _unique(refs)]
