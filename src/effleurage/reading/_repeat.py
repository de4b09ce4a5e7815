"""Repeats: which earlier steps a sentence sends back to, and what it changes in them."""

import dataclasses

from effleurage.reading._mark import Mark
from effleurage.reading._state import Record, State
from effleurage.reading._written import Clause
from effleurage.routine import Direction, Hands, Kind, Place, Pressure, Side, Stroke, Technique, Tool

_SWAPPED = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.ONE: Side.OTHER, Side.OTHER: Side.ONE}
_LIFTS = ("hold", "release")
_BEGINNING = (
    "beginning",
    "start",
    "top",
    "sequence",
    "routine",
    "circuit",
    "whole sequence",
    "everything",
    "whole thing",
    "entire sequence",
    "steps",
    "cycle",
    "all",
    "treatment",
    "movements",
    "strokes",
    "set",
    "lot",
    "whole lot",
    "all of above",
    "above",
    "all of it again",
    "all of that again",
    "all of this again",
    "whole thing again",
    "it all again",
    "all again",
    "whole lot again",
    "all of that",
    "all of this",
    "everything again",
    "it all",
)


def repeated(
    clause: Clause, words: list[Mark], state: State, own: list[Stroke], here: Record
) -> list[Stroke]:
    """The strokes that a repeat causes, swapped, counted and changed as it says.

    Args:
        clause: The clause that repeats.
        words: All words of its sentence.
        state: The context, with the sentences read so far.
        own: The strokes of the sentence's own motion, which a reach back takes along.
        here: The record of this sentence, whose section and block bound the reach.
    """
    lows = [m.low for m in words]
    clause.places = [p for p in clause.places if p.place != "origin"]
    sides = _asked_sides(clause, words, limb=state.limb is not None)
    source, reached = _source(clause, lows, state, here, bool(sides))
    strokes = [s for r in source for s in r.strokes]
    if reached and own:
        strokes += own
    if not sides and clause.side_stated and clause.side in ("left", "right", "other"):
        sides = [clause.side]
    if limbs_told(clause, state) and any(low in ("second", "other") for low in lows):
        sides, clause.places = ["other"], []
    onward = _onward(lows)
    if onward:
        strokes = [
            s for s in strokes if s.technique is not Technique.HOLD or s.duration is not None
        ] or strokes
    if not strokes:
        return []
    change_hands = any(low in ("change hands", "swap hands") for low in lows) or (
        bool(
            {
                "change",
                "swap",
                "swapping",
                "changing",
                "switch",
                "switching",
                "changes",
                "swaps",
                "switches",
                "changed",
            }
            & set(lows)
        )
        and "hands" in lows
    )
    out: list[Stroke] = []
    if clause.counted and sides and _count_first(words):
        out += [_changed(s, clause, None, words, swap=False, last=False) for s in strokes]
        clause = dataclasses.replace(clause, counted=False, count=None)
        strokes = list(out)
    for side in sides or [None]:
        last_working = max(
            (n for n, s in enumerate(strokes) if s.technique not in _LIFTS), default=len(strokes) - 1
        )
        copies = [
            _changed(s, clause, side, words, swap=change_hands, last=n == last_working)
            for n, s in enumerate(strokes)
        ]
        out += copies
    return out


def limbs_told(clause: Clause, state: State) -> bool:
    """Whether a repeat names a limb that a heading named: "give the second foot the same"."""
    return clause.act == "work" and any(
        p.mark.get("limb") in state.section_limbs.values() for p in clause.places
    )


def _count_first(words: list[Mark]) -> bool:
    return any(m.cat == "conj" and m.low in ("then", "and then") for m in words) and words[0].cat in (
        "num",
        "freq",
        "again",
        "verb",
    )


def _onward(lows: list[str]) -> bool:
    text = " ".join(lows)
    return any(
        w in text
        for w in (
            "carry on",
            "continue",
            "in this way",
            "this way",
            "like that",
            "like this",
            "keep going",
            "in the same way",
            "in this manner",
            "go on",
            "in that way",
            "in this fashion",
        )
    )


def _asked_sides(clause: Clause, words: list[Mark], *, limb: bool) -> list[str]:
    sides: list[str] = []
    for n, mark in enumerate(words):
        if mark.cat == "side" and (mark.value in ("left", "right", "other") or mark.low.startswith("near")):
            nxt = words[n + 1] if n + 1 < len(words) else None
            if nxt is not None and nxt.cat == "tool" and not limb:
                continue
            if mark.value not in sides:
                sides.append(str(mark.value))
    return sides


def _source(
    clause: Clause, lows: list[str], state: State, here: Record, sided: bool
) -> tuple[list[Record], bool]:
    """The records to be repeated, and whether the repeat reaches back beyond this sentence."""
    past = [r for r in state.records if r.strokes and r.kind is not Kind.REPEAT]
    section = [r for r in past if r.section == here.section] or past
    if clause.steps is not None:
        low, high = clause.steps
        return [r for r in past if r.number is not None and low <= r.number <= high], True
    if clause.last_n:
        working = [r for r in past if r.kind is Kind.STROKE]
        first = (
            working[-clause.last_n]
            if len(working) >= clause.last_n
            else (working or past)[0]
            if past
            else None
        )
        return [r for r in past if first is not None and r.span >= first.span], True
    if any(
        low.endswith(("way i started", "way you started", "way we started", "as you started", "as you began"))
        for low in lows
    ):
        return past[:1], False
    whole = (
        bool(set(lows) & set(_BEGINNING))
        or "from beginning" in " ".join(lows)
        or any(
            low
            in (
                "from beginning",
                "from the beginning",
                "from start",
                "from the start",
                "same sequence",
                "the same sequence",
                "same routine",
                "same treatment",
                "the same treatment",
            )
            for low in lows
        )
    )
    limbs = {p.mark.get("limb") for p in clause.places} - {None}
    named = [i for i, limb in state.section_limbs.items() if limb in limbs]
    if whole and named and clause.head is not None:
        return [r for r in past if r.section in named], True
    begins = any("beginning" in low or "start" in low for low in lows)
    if begins and not state.titled and here.number is None:
        section = [r for r in section if r.block == here.block] or section
    if whole or (state.whole and "it" in lows):
        return section, True
    if sided and "left" in lows and "right" in lows:
        sided = False
    if sided:
        setter = None
        if not state.titled and here.number is None:
            section = [r for r in section if r.block == here.block] or section
        for n in range(len(section) - 1, -1, -1):
            if section[n].sets_side:
                setter = n
                break
        while setter and _same_side(section[setter - 1], section[setter]):
            setter -= 1
        if setter is not None:
            return section[setter:], True
        if state.titled or here.number is not None:
            return section, True
        block = [r for r in section if r.block == here.block]
        return block or section[-1:], True
    working = [r for r in section or past if r.kind is Kind.STROKE]
    if not working:
        return (section or past)[-1:], False
    last = working[-1]
    if all(s.technique is Technique.RELEASE for s in last.strokes) and len(working) > 1:
        return working[-2:], False
    return [last], False


def _same_side(before: Record, after: Record) -> bool:
    sides = {s.side for s in after.strokes}
    return any(s.side in sides and s.side is not None for s in before.strokes)


def _changed(
    stroke: Stroke, clause: Clause, side: str | None, words: list[Mark], *, swap: bool, last: bool
) -> Stroke:
    """One copy: slots kept, side swapped, and what the repeat itself says taken over."""
    stated: set[str] = set()
    new: dict[str, object] = {"copied": True}
    if side is not None:
        new["side"] = (
            Side(side)
            if side != "other"
            else _SWAPPED.get(stroke.side, Side.OTHER)
            if stroke.side in (Side.LEFT, Side.RIGHT)
            else Side.OTHER
        )
        stated.add("side")
    if clause.other_hand and stroke.hands in (Hands.LEFT, Hands.RIGHT):
        new["hands"] = Hands.RIGHT if stroke.hands is Hands.LEFT else Hands.LEFT
        stated.add("hands")
    if swap and stroke.hands in (Hands.LEFT, Hands.RIGHT):
        new["hands"] = Hands.RIGHT if stroke.hands is Hands.LEFT else Hands.LEFT
    if clause.counted:
        new["repeats"] = clause.count
        stated.add("repeats")
    elif clause.open_ended or any(p.role in ("to",) for p in clause.places):
        new["repeats"] = None if stroke.repeats == 1 else stroke.repeats
    if clause.pressure and stroke.technique not in (Technique.HOLD, Technique.RELEASE):
        new["pressure"] = Pressure(clause.pressure)
        stated.add("pressure")
    if clause.tool and stroke.technique not in (None,) and clause.tool_role == "with":
        new["tool"] = Tool(clause.tool)
        stated.add("tool")
    moved = [p for p in clause.places if p.role in ("at", "object", "topic") and not p.side]
    if moved and not clause.directions and not any(p.role in ("to", "from", "path") for p in clause.places):
        if stroke.technique in (Technique.HOLD, Technique.RELEASE):
            new["start"], new["start_spot"] = Place(moved[-1].place), moved[-1].spot
            stated.add("start")
        elif not last:
            new["over"], new["over_spots"] = (Place(moved[-1].place),), ()
            stated.add("over")
    if last and stroke.technique not in (Technique.HOLD, Technique.RELEASE):
        ends = [p for p in clause.places if p.role == "to"]
        begins = [p for p in clause.places if p.role == "from"]
        overs = [
            p
            for p in clause.places
            if p.role in ("path", "at", "object", "topic") and p.place not in ("head",)
        ]
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
        ways = [Direction(d) for d in clause.directions if d not in [x.value for x in stroke.direction]]
        if ways:
            own = [Direction(d) for d in clause.directions]
            new["direction"] = (*(d for d in stroke.direction if d not in own), *own)
            stated.add("direction")
        if ends or overs or ways:
            new["progress"] = True
            new["repeats"] = new.get("repeats", None if not clause.counted else clause.count)
    if (
        clause.hands_stated
        and clause.hands in ("left", "right")
        and stroke.technique is not Technique.RELEASE
    ):
        new["hands"] = Hands(clause.hands)
        stated.add("hands")
    if clause.hands_stated and stroke.technique is not Technique.HOLD and clause.hands == "alternate":
        new["hands"] = Hands.ALTERNATE
        stated.add("hands")
    new["stated"] = frozenset(stated)
    return dataclasses.replace(stroke, **new)
