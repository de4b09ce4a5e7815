"""Oiling: oil that is spread on somebody, whatever verb and however many sentences tell it."""

import dataclasses

from effleurage.reading._clauses.supply import covers_all
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._words.settle import LIQUIDS

OILING = ("oil", "lubricate", "moisturise", "moisturize")
"""Verbs that put oil on somebody without a noun that says so."""


def cover_with_oil(parts: list[Clause], state: State) -> None:
    """As in "Warm some oil and cover the back with it, working upward": it is spread there, going that way.

    Args:
        parts: The sentence's clauses, slots filled; what covers the back, and how, becomes one stroke.
        state: The context: the sentence before may have told of the oil.
    """
    _put_on(parts)
    oiled = bool(state.records) and not LIQUIDS.isdisjoint(state.records[-1].words)
    for n, clause in enumerate(parts):
        oily = "oil" in clause.topics or not LIQUIDS.isdisjoint(clause.lows)
        told = clause.lemma in COVERING and (oiled or oily)
        if (told or (_works_it(clause) and oil_told(state))) and _takes_place(clause, parts):
            clause.act, clause.technique = "move", "effleurage"
            clause.topics = {"oil": clause.head} if clause.head is not None else {}
            clause.places = [dataclasses.replace(p, role="path") for p in clause.places]
            clause.directions = [way for way in clause.directions if way in _WAYS]
            _take_ways(clause, parts[n + 1 :])
            return
        oiled = oiled or "oil" in clause.topics


def oil_told(state: State) -> bool:
    """Whether the sentence before told of oil, or said "it" of oil that the one before that told of."""
    last, *before = [r.words for r in reversed(state.records[-2:])] or [frozenset[str]()]
    meant = "it" in last and any(not LIQUIDS.isdisjoint(words) for words in before)
    return meant or not LIQUIDS.isdisjoint(last)


def _works_it(clause: Clause) -> bool:
    """As in "Oil your hands. Rub it all over the back.": it is the oil that is rubbed."""
    if clause.lemma not in ("rub", "work", "massage") or "circle" in clause.directions:
        return False
    behind = [m.low for m in clause.marks if clause.head is not None and m.i > clause.head.i]
    return behind[:1] == ["it"] and any(p.role == "path" for p in clause.places)


def _put_on(parts: list[Clause]) -> None:
    """As in "put some oil on the back", "distribute it until the whole back has a film": spread over it.

    Which way the strokes go may be told before: "With smooth strokes that head upward, distribute the oil".
    """
    oiled = False
    for n, clause in enumerate(parts):
        # As in "Take some oil and give the whole back an even coat".
        named = oiled and clause.lemma == "give" and clause.technique is None
        oiled = oiled or "oil" in clause.topics
        oily = ("oil" in clause.topics or named) and clause.sub is None and clause.neg is None
        if not oily or (clause.tool is not None and clause.tool_role not in ("with", "pre")):
            continue
        spreads = clause.technique == "effleurage" and clause.act == "move"
        if any(c.places for c in parts[:n]):
            # As in "Using strokes that head up the back, spread the oil", which is read as a whole.
            return
        if spreads and not clause.places:
            clause.places = _gone_over(parts[n + 1 :])
        elif not spreads and _is_put_on(clause):
            clause.places = [dataclasses.replace(p, role="path") for p in clause.places]
            clause.act, clause.lemma, clause.technique = "move", "spread", "effleurage"
        elif not spreads:
            continue
        _lead(clause, parts[:n])
        return


def _is_put_on(clause: Clause) -> bool:
    """As in "put the oil on all of the back" and "give the back an even coat of oil"."""
    given = clause.lemma == "give" and clause.has(*_EVEN)
    put = (given or clause.lemma in _PUTTING) and (clause.passive or clause.subject in ("imp", "you"))
    place = clause.places[0] if len(clause.places) == 1 else None
    return put and place is not None and place.place == "back" and place.side is None


_PUTTING = ("put", "get", "apply", "apply to", "place", "bring", "lay", "drizzle")


def _gone_over(behind: list[Clause]) -> list[PlaceRef]:
    """As in "until the whole back has an even film", which takes its place with it."""
    aim = behind[0] if behind else None
    if aim is None or not covers_all(aim) or len(aim.places) != 1:
        return []
    [place], aim.places = aim.places, []
    return [dataclasses.replace(place, role="path")]


def _lead(clause: Clause, before: list[Clause]) -> None:
    """As in "Using smooth strokes in an upward direction, spread the oil": the way is told before it."""
    led = False
    for way in before:
        opens = way.head is None and way.marks[0].low in ("with", "using", "in", "by") and way.motion_noun
        relative = led and way.sub == "why" and way.act in ("go", "move")
        if way.tool or way.places or way.neg is not None or not (opens or relative):
            continue
        led = True
        clause.directions += [d for d in way.directions if d in _WAYS and d not in clause.directions]
        way.directions, way.technique, way.motion_noun, way.act = [], None, False, "manner"


def _takes_place(clause: Clause, parts: list[Clause]) -> bool:
    """As in "cover the back with it" and "with strokes that run up the back, cover all of it with oil"."""
    if not _is_spread(clause):
        return False
    if any(p.role in ("object", "path") for p in clause.places):
        return True
    strokes = next((c for c in parts if c is not clause and _tells_strokes(c)), None)
    if clause.places or strokes is None:
        return False
    clause.places = list(strokes.places)
    clause.directions += [way for way in strokes.directions if way not in clause.directions]
    strokes.places, strokes.directions, strokes.technique, strokes.act = [], [], None, "manner"
    return True


def _tells_strokes(clause: Clause) -> bool:
    """As in "stroking up the back" and "(strokes) that run up the back": the way that oil is spread."""
    relative = clause.sub == "why" and clause.marks[0].low in ("that", "which")
    going = clause.act in ("go", "move", "work") and clause.tool is None and clause.neg is None
    along = bool(clause.places) and all(p.role == "path" for p in clause.places)
    return (relative or clause.participle) and going and along


COVERING = ("cover", "coat")
_WAYS = ("up", "down", "out", "across")
_EVEN = ("evenly", "even", "film", "layer", "coat", "coating", "thinly", "all over", "lightly")


def _is_spread(clause: Clause) -> bool:
    """As in "cover the back with it", "coat it evenly": somebody is, and with nothing else."""
    told = clause.subject in ("imp", "you") and clause.neg is None and clause.sub is None
    # As in "with oil on your hands, cover the back".
    told = told and (clause.tool is None or (clause.tool == "palm" and clause.tool_role in ("with", "at")))
    clothed = any("topic" in m.cats and m is not clause.head and m.value == "draping" for m in clause.marks)
    named = "oil" in clause.topics or clause.has("it", *LIQUIDS, *_EVEN)
    return told and named and not clothed


def _take_ways(clause: Clause, behind: list[Clause]) -> None:
    """As in ", working in smooth strokes that run upward" and ", stroking upward": how it is spread."""
    for how in behind:
        relative = how.sub == "why" and how.marks[0].low in ("that", "which")
        if not (how.participle or relative) or how.places or how.tool or how.neg is not None:
            return
        ways = [way for way in how.directions if way in _WAYS]
        clause.directions += [way for way in ways if way not in clause.directions]
        how.directions, how.technique, how.motion_noun, how.act = [], None, False, "manner"


def spread_oil(parts: list[Clause]) -> None:
    """As in "I've got my oil, and I'm getting it all over her back", "work the oil over his back"."""
    oiled = False
    for clause in parts:
        oiled = oiled or "oil" in clause.topics
        if (
            clause.lemma not in ("get", "have", "work", "massage", "rub")
            or clause.neg is not None
            or not clause.has(*_ONTO)
        ):
            continue
        spread = "oil" in clause.topics or (oiled and clause.has("it", "some"))
        if spread and not clause.tool and any(p.role in ("path", "at", "into") for p in clause.places):
            clause.act, clause.lemma, clause.technique = "move", "spread", "effleurage"
    _spread_all_over(parts)


def _spread_all_over(parts: list[Clause]) -> None:
    """As in "spread the oil so that no part of the back has more": where it is spread is all of that.

    And as in "apply the oil so that it covers the back", "… until the back is covered".
    """
    for clause, aim, way in zip(parts, parts[1:], [*parts[2:], None], strict=False):
        spread = "oil" in clause.topics or clause.has(*LIQUIDS)
        plain = clause.technique == "effleurage" or clause.lemma in ("apply", "put on")
        plain = plain and clause.subject in ("imp", "you") and clause.neg is None
        so = aim.sub == "until" or (aim.sub == "why" and aim.marks[0].low.startswith("so"))
        if not (spread and plain and so) or clause.places:
            continue
        all_over = (
            (not _ALL_OVER.isdisjoint(aim.spoken.words) or aim.lemma in COVERING)
            and aim.tool is None
            and aim.topics.keys() <= {"draping"}
        )
        refs = [p for p in aim.places if p.role in ("pre", "object", "topic", "path")]
        if all_over and len(refs) == 1:
            clause.places = [dataclasses.replace(refs[0], role="path")]
            clause.act, clause.technique = "move", "effleurage"
            aim.neg = None
            _take_ways(clause, parts[parts.index(aim) + 1 :])
            if way is not None and aim.motion_noun and way.sub == "why" and not clause.directions:
                # As in "…, using strokes that all run upward".
                clause.directions, way.directions = way.directions, []


_ALL_OVER = frozenset({"no", "every", "each", "whole", "entire", "all"})


_ONTO = ("all over", "over", "into", "onto", "on", "all across", "across", "all along")
