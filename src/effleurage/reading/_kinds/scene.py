"""The scene: what the clauses before a motion tell of where and with what it is made."""

import dataclasses
import itertools
from collections.abc import Iterable

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, PlaceRef

_FOUND = ("meet", "find", "feel", "hit", "touch", "come across", "reach")


ON_IT = ("petrissage", "friction", "tapotement", "vibration", "compression", "hold")


def _bare_tool(clause: Clause) -> bool:
    """As in "Knuckles next: drag them down": with what the rest is done."""
    return not (clause.technique or clause.directions or clause.places or clause.neg or clause.counted)


def _side_told(parts: list[Clause], state: State) -> None:
    """As in "Start with the right leg: wrap …" and "Left hamstring first: …": where it is done."""
    first = parts[0] if len(parts) > 1 and parts[1].link == "strong" else None
    if first is not None and first.tool and first.head is None and _bare_tool(first):
        state.tool, state.hands = first.tool, first.hands
        return
    if first is None or first.tool or first.technique or first.directions or first.sub or first.neg:
        return
    if first.head is not None and first.act != "begin":
        return
    if first.side_stated and first.side in ("left", "right") and first.head is not None:
        state.side, state.side_place = first.side, None
    for ref in [p for p in first.places if not p.points]:
        if _is_meant(ref, parts[1]):
            state.place, state.line, state.spot = ref.place, None, None
            first.places = [p for p in first.places if p is not ref]
        if ref.side in ("left", "right"):
            state.side, state.side_place = ref.side, ref.place
        if first.head is None and len(first.marks) < 4:
            state.place, state.line, state.spot = ref.place, None, None
            nxt = parts[1]
            onward = nxt.technique in (*ON_IT, "effleurage") and (nxt.directions or nxt.places)
            if onward and all(p.role in ("from", "to") for p in nxt.places):
                nxt.places.insert(0, dataclasses.replace(ref, role="path"))
                if first.side_stated and not nxt.side_stated:
                    nxt.side, nxt.side_stated = first.side, True


def _is_meant(ref: PlaceRef, nxt: Clause) -> bool:
    """As in "On to the shoulders: knead them": where it goes is what is worked on."""
    return ref.role == "to" and nxt.pronoun and nxt.technique in ON_IT and not nxt.tool


def _done_anew(clause: Clause) -> bool:
    """As in "When you reach the neck do the other side": what is done again begins where it began."""
    return bool(clause.again) or (clause.act == "work" and clause.side == "other" and not clause.directions)


def _beside_limb(parts: list[Clause], state: State) -> None:
    """As in "Kneel by the left foot and hold the ankle": the limb that the giver goes to is worked."""
    for clause in parts:
        for ref in clause.places if clause.act == "pose" and clause.subject in ("imp", "you") else ():
            if ref.place in ("arm", "leg") and ref.side in ("left", "right"):
                state.side, state.side_place = ref.side, ref.place


def _hand_told(parts: list[Clause]) -> None:
    """As in "One hand does nothing: it lies on the head.": what lies there is the hand."""
    for before, clause in itertools.pairwise(parts):
        told = before.subject == "hands" and before.tool_role == "pre" and not before.places
        lies = clause.subject == "pron" and clause.has("it", "they") and clause.act in ("stay", "put")
        if told and lies and clause.places and clause.tool is None and clause.neg is None:
            clause.subject, clause.tool, clause.tool_role = "hands", before.tool, "pre"
            clause.tool_wide, clause.tool_plural = before.tool_wide, before.tool_plural
            clause.hands, clause.hands_stated = before.hands, before.hands_stated
            clause.other_hand = before.other_hand


def _last_told(parts: list[Clause]) -> None:
    """As in "The last pull is different, it goes across the shoulder": what goes there is the last pull."""
    for before, clause in itertools.pairwise(parts):
        told = before.act == "state" and before.subject == "thing" and before.motion_noun
        goes = clause.subject == "pron" and clause.has("it") and clause.act in ("go", "move")
        if told and goes and before.has("last", "final") and clause.places:
            last = [m for m in before.marks if before.head is not None and m.i < before.head.i]
            clause.marks = [*last, *[m for m in clause.marks if m.low != "it"]]
            clause.subject, clause.motion_noun, clause.pronoun = "thing", True, False
            clause.look_through()


def _told_as_done(parts: list[Clause], state: State) -> None:
    """As in "when the palms have slid out around the hips, they return": a way that is not told before."""
    ways: Iterable[str] = state.direction
    for clause in parts:
        glides = clause.sub == "when" and clause.technique == "effleurage" and clause.act in ("go", "move")
        perfect = clause.form == "ed" and clause.has("has", "have") and clause.subject != "receiver"
        plain = not (clause.neg or clause.passive or clause.counted) and bool(clause.directions)
        if glides and perfect and plain and set(ways).isdisjoint(clause.directions):
            clause.sub = None
            # As in "when the first has brushed up": the first of the hands that are told of.
            clause.subject = "hands" if clause.subject == "imp" else clause.subject
        # A hand that is laid somewhere has gone nowhere yet.
        ways = clause.directions or (() if clause.technique == "hold" else ways)


def set_scene(parts: list[Clause], state: State) -> None:
    """As in "When you reach the shoulders," says where the hands are."""
    _side_told(parts, state)
    _beside_limb(parts, state)
    _hand_told(parts)
    _last_told(parts)
    _told_as_done(parts, state)
    for n, clause in enumerate(parts):
        if (
            clause.sub == "if"
            and clause.lemma in _FOUND
            and clause.places
            and clause.subject in ("you", "imp")
        ):
            nxt = next((c for c in parts[n + 1 :] if c.sub is None and c.neg is None), None)
            if nxt is not None and nxt.has("it", "them", "there") and not nxt.places:
                nxt.places = [dataclasses.replace(clause.places[-1], role="at")]
        if (
            (
                clause.sub == "when"
                and clause.places
                and n + 1 < len(parts)
                and clause.subject in ("you", "imp", "hands", "pron")
            )
            and clause.neg is None
            and clause.act
            in (
                "end",
                "go",
                "state",
                "move",
                "none",
                "put",
                "manner",
                "mind",
            )
        ):
            ref = clause.places[-1]
            nxt = next((c for c in parts[n + 1 :] if c.sub is None), None)
            if nxt is not None and nxt.has("them", "it") and nxt.directions == ["around"] and not nxt.places:
                nxt.places = [dataclasses.replace(ref, role="path")]
            if nxt is not None and nxt.tool is None and clause.tool is not None:
                nxt.tool, nxt.tool_wide, nxt.hands = clause.tool, clause.tool_wide, clause.hands
            if nxt is not None and not _done_anew(nxt) and not any(p.role == "from" for p in nxt.places):
                spot = clause.lemma in _FOUND[:-1]
                ref.role = "at" if spot else "from"
                nxt.places.insert(0, ref)
                nxt.start_place = not spot


def spot_told(parts: list[Clause]) -> None:
    """As in "Where there are knots beside the spine, press them": what is found there is worked on there."""
    for n, clause in enumerate(parts):
        found = clause.sub in ("if", "when") and clause.neg is None and len(clause.places) == 1
        there = clause.head is None and clause.has("there")
        if not found or clause.tool or (clause.lemma not in _MET and not there):
            continue
        nxt = next((c for c in parts[n + 1 :] if c.sub is None and c.technique in ON_IT), None)
        if nxt is None or not nxt.has("it", "them", "one", "there"):
            continue
        if any(p.place != "there" for p in nxt.places):
            continue
        ref = clause.places[0]
        if ref.role in ("at", "path", "object", "pre", "topic"):
            nxt.places = [dataclasses.replace(ref, role="at")]


_MET = (
    "be",
    "find",
    "feel",
    "hit",
    "meet",
    "come across",
    "notice",
    "see",
    "creep",
    "have",
    "get",
    "run into",
)
