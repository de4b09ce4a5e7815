"""Lanes: a surface is covered by doing the same beside, below or further out, line by line."""

import dataclasses

from effleurage.reading._kinds.sending_lines import is_outcome
from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef
from effleurage.reading._words.frames import phrases, says, verbs
from effleurage.reading._words.mark import Mark, Words
from effleurage.routine import Technique

_STILL = (Technique.HOLD, Technique.RELEASE)
_ONE = ("one", "ones")
_DONE = ("cover", "do", "have", "treat", "finish", "be", "work", "go over", "oil", "coat")
"""Until this is so, as in "until you have covered the whole back": which is no place where it ends."""
_SPREADING = ("distance", "further")


def next_lane(parts: list[Clause], marks: Words, state: State) -> Clause | None:
    """The clause that takes what was done to the next lane, or None.

    As in "Next lane: an inch further out", "Take the strip below" and "A little further over each time".

    Args:
        parts: The sentence's clauses; the one that is returned is changed.
        marks: All its words.
        state: The context, in which something works that may be done beside.
    """
    last = state.records[-1].strokes[-1:] if state.at_work and state.records else ()
    if not last or last[0].technique in _STILL or not parts:
        return None
    if _lies_beside(parts):
        return _goes_on(parts[0], parts)
    # As in "Come back lightly and begin the next one further out": the way back is a stroke of its own.
    main = [c for c in parts if c.sub is None][:2]
    came = len(main) == 2 and main[0].back and main[0].act in ("go", "move") and not main[0].places
    first = main[1] if came else parts[0]
    sentence, parts = parts, parts[parts.index(first) :]
    stepped = _steps_on(first)
    if stepped is not None:
        first.directions = [*dict.fromkeys([*first.directions, stepped])]
        first.motion_noun, first.technique, first.lane, first.open_ended = False, None, True, True
        first.side, first.side_stated, first.places = None, False, [p for p in first.places if p.role == "to"]
        for tail in (c for c in parts if c is not first and c.head is None and c.sub is None):
            if not (tail.tool or tail.has("last", "final")):
                # As in ", up to the base of the neck": how far they go.
                first.places += tail.places
                tail.places, tail.directions = [], []
        _take_onward(first, sentence, parts)
        return first
    told = first.head is None or (first.lemma in verbs("lane") and first.act != "move")
    if came and told and _is_beside(first):
        return _goes_on(first, parts)
    if not told or first.sub is not None or first.neg is not None or first.caution is not None:
        return None
    spoken_of = first.subject == "receiver" or (first.subject == "pron" and first.head is not None)
    if spoken_of or first.person or first.topics or (first.motion_noun and not first.further):
        return None
    if any(c.head is not None and c.sub is None and not _goes_along(c) for c in parts[1:]):
        return None
    words = [m for c in parts if c.sub is None for m in c.marks]
    spread = any(m.cat in _SPREADING or m.value in ("below", "above") for m in words)
    each = spread and (came or says(marks.spoken, "each_lane"))
    if not (each or _names_lane(words, spread=spread)):
        return None
    first.places, ways = _ways(first.places, words)
    first.directions += [way for way in ways if way not in first.directions]
    first.side, first.side_stated, first.lane = None, False, True
    _take_onward(first, sentence, parts)
    _cover(first, parts)
    if each:
        first.open_ended, first.counted = True, False
    return first


def _steps_on(clause: Clause) -> str | None:
    """As in "start every pull slightly higher than the last": which way each of a row begins further on."""
    led = clause.head is None or clause.lemma in {*verbs("lane"), "let", "place", "set"}
    if (
        not led
        or clause.neg is not None
        or clause.sub is not None
        or clause.tool
        or clause.caution is not None
    ):
        return None
    each = any(
        one.low in ("each", "every")
        and any(m.cat == "motion" or "motion" in m.cats or m.low in _ONE for m in clause.marks[n + 1 : n + 3])
        for n, one in enumerate(clause.marks)
    )
    way = next((_STEPS[word] for m in clause.marks for word in m.low.split() if word in _STEPS), None)
    return way if each else None


_STEPS = {"higher": "up", "above": "up", "lower": "down", "below": "down"}


def _is_beside(clause: Clause) -> bool:
    """As in "begin the next stroke alongside the last": beside the one that was told."""
    words = clause.spoken.words
    named = any(m.cat == "motion" or m.base in (*phrases("lanes"), *_ONE) for m in clause.marks)
    return named and not words.isdisjoint(phrases("beside_last"))


def _lies_beside(parts: list[Clause]) -> bool:
    """As in "The strokes are laid next to one another" and "let the strokes overlap"."""
    first = parts[0]
    laid = (
        first.head is None
        or first.lemma in verbs("lane")
        or first.lemma in ("overlap", "set", "let", "place")
    )
    if not laid or first.sub is not None or first.neg is not None or first.tool or first.person:
        return False
    text = first.spoken.text
    lined = any(f" {words} " in text for words in phrases("side_by_side"))
    named = any(m.cat == "motion" or m.base in (*phrases("lanes"), "stroke") for m in first.marks)
    return lined and named


def _goes_on(first: Clause, parts: list[Clause]) -> Clause:
    """It takes the stroke to lane after lane, until what is told."""
    first.places, first.directions, first.motion_noun, first.technique = [], [], False, None
    first.side, first.side_stated, first.lane = None, False, True
    first.open_ended = True
    _cover(first, parts)
    return first


def _cover(first: Clause, parts: list[Clause]) -> None:
    """As in "until you have covered the whole back": over what the lanes are, and no place where they end."""
    for clause in parts:
        if clause.sub == "until" and clause.lemma in _DONE:
            whole = [
                p for p in clause.places if p.place == "back" and p.role in ("object", "pre", "to", "path")
            ]
            first.places += [dataclasses.replace(p, role="path") for p in whole[:1]]
            clause.places = []


def _take_onward(first: Clause, sentence: list[Clause], parts: list[Clause]) -> None:
    """As in "…, and go on up to the neck": how far the row goes, and no clause of the sentence besides."""
    for clause in [c for c in parts[1:] if c.act == "on" and c.sub is None]:
        first.places += clause.places
        sentence.remove(clause)


def _goes_along(clause: Clause) -> bool:
    """As in "…, and go on to the neck, where the last one crosses the shoulder": how a row ends."""
    return clause.lemma in verbs("lane") or clause.act == "on" or is_outcome(clause)


def _names_lane(marks: list[Mark], *, spread: bool) -> bool:
    """As in "the next strip", "a third track": one more of them, and not the one that was told."""
    for n, mark in enumerate(marks):
        lane = mark.base in phrases("lanes") or (spread and (mark.low in _ONE or mark.cat == "motion"))
        if lane and any(m.low in phrases("next_one") for m in marks[max(0, n - 2) : n]):
            return True
    below = len(marks) > 1 and marks[0].cat == "det" and marks[1].low == "one"
    return below and any(m.value in ("below", "above") for m in marks[2:])


def _ways(places: list[PlaceRef], marks: list[Mark]) -> tuple[list[PlaceRef], list[str]]:
    """As in "further from the spine" and "closer to the spine": a way, and neither start nor end."""
    ways = {"from": "out", "to": "in"}
    told = [
        ways[p.role]
        for p in places
        if p.role in ways
        and p.place == "spine"
        and any(m.cat == "further" or m.low in ("closer", "nearer") for m in marks)
    ]
    kept = [p for p in places if not (told and p.place == "spine")]
    return [dataclasses.replace(p, role="path") if p.role in ("at", "topic") else p for p in kept], told
