"""A sentence's meaning: its kind, its strokes, what it forbids."""

from dataclasses import dataclass, field
from typing import Any, final

from effleurage.reading._arranging import arrangement_of, changes_place, poses
from effleurage.reading._details import details, hand_shape
from effleurage.reading._extract import extract
from effleurage.reading._leaning import MOTIONS, SURE, TRUST, WORDS, Leaning
from effleurage.reading._limits import contraindicates, is_rule, limits_of, only_bounds, plainly_bounds, stops
from effleurage.reading._mark import Mark
from effleurage.reading._motions import by_frame, motions_of, set_scene, strokes_of
from effleurage.reading._moves import announces, is_meant, unread
from effleurage.reading._ready import plainly_prepares, prepares, topic_of
from effleurage.reading._scan_owner import names_giver
from effleurage.reading._sending import mainly_repeats, repeats, sends
from effleurage.reading._sending_lines import (
    changes_sides,
    count_led,
    is_outcome,
    may_repeat,
    performs,
    says_again,
)
from effleurage.reading._state import State
from effleurage.reading._written import Clause
from effleurage.routine import Arrangement, Kind, Limit, Span, Stroke


@final
@dataclass
class Meaning:
    """What a sentence turned out to be."""

    kind: Kind
    strokes: list[Stroke] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    arrangement: Arrangement | None = None
    topic: str | None = None
    repeat: Clause | None = None
    unknown: Span | None = None
    more: list[Clause] = field(default_factory=list)
    problem: str | None = None
    shape: dict[str, Any] = field(default_factory=dict)
    outcome: list[tuple[Clause, str | None]] = field(default_factory=list)


def understand(parts: list[Clause], state: State, marks: list[Mark], lean: Leaning) -> Meaning:
    """Read a sentence in its context, and move the context on.

    Args:
        parts: Its clauses.
        state: The context.
        marks: All its words.
        lean: What kind of sentence its words make likely.
    """
    _take_up(parts, state)
    tool = state.tool
    for clause in parts:
        extract(clause, state.limb, tool)
        _side_of_work(clause)
        if clause.act == "put" and clause.pronoun and clause.tool is None and clause.places:
            clause.tool, clause.hands = state.mentioned_tool, clause.hands or state.mentioned_hands
        if (
            clause.pronoun
            and clause.tool is None
            and clause.act in ("put", "go")
            and clause.has("them", "it")
        ):
            _point_at_tool(clause, parts)
        state.third = state.third or clause.third or names_giver(clause)
        tool = clause.tool or tool
    limits = [] if contraindicates(parts) else [limit for clause in parts for limit in limits_of(clause)]
    meaning = Meaning(Kind.NOTE, limits=limits)
    set_scene(parts, state)
    if stops(parts):
        meaning.kind = Kind.LIMIT
        meaning.limits = limits or [Limit(span=parts[0].span, avoid=None)]
        return meaning
    last = next((r for r in reversed(state.records) if r.strokes and r.kind is not Kind.REPEAT), None)
    counted = count_led(marks, parts, last.words if last is not None else frozenset())
    again = counted or sends(parts)
    if again is not None and limits and again.head is None and not (again.counted or again.side_stated):
        again = None
    if announces(parts):
        state.technique = parts[-1].technique or state.technique
        return meaning
    bounded = counted is None and again is None and only_bounds(parts)
    others = [c for c in parts if again is not None and repeats(c, parts)]
    motions = [] if is_rule(parts) or bounded else motions_of(parts, state, again)
    if counted is not None and not any(performs(c) for c, _ in motions):
        motions = [(c, t) for c, t in motions if c.has("last", "final")]
    motions = [(c, t) for c, t in motions if not any(c is sending for sending in others)]
    if again is None and motions:
        again = changes_sides(parts)
    if again is None and not motions and not limits:
        again = says_again(parts, marks)
    plain = again is not None or any(_plain(c, t) for c, t in motions)
    if lean.over(WORDS, MOTIONS) > (SURE if plain else TRUST):
        again, motions = None, []
    if again is not None and mainly_repeats(again, motions):
        meaning.kind, meaning.repeat = Kind.REPEAT, again
        meaning.more = [c for c in parts if c is not again and c.again and c.places and repeats(c, parts)]
        meaning.outcome = [(c, t) for c, t in motions if is_outcome(c)]
    elif motions:
        drafts = strokes_of(motions, state)
        drafts = details(parts, drafts, state)
        meaning.strokes = drafts
        meant = any(is_meant(c) for c, _ in motions) or any("breathing" in c.topics for c in parts)
        placed = all(s.technique == "hold" for s in drafts) and not meant
        meaning.kind = Kind.SETUP if placed else Kind.STROKE
        meaning.repeat = again
    elif poses(parts, state) and not (limits and plainly_bounds(parts)):
        meaning.kind = Kind.SETUP
        _lay_ready(parts, state)
    elif prepares(parts, state) or (state.supplies and all(c.head is None for c in parts)):
        meaning.kind = Kind.PREPARATION
    elif only_bounds(parts):
        meaning.kind = Kind.LIMIT
        meaning.limits = limits or [Limit(span=parts[0].span, avoid=None)]
    elif limits or any(c.caution and c.lemma not in ("talk", "think", "like", "want", "love") for c in parts):
        meaning.kind = Kind.LIMIT
        if not limits:
            clause = next(c for c in parts if c.caution)
            meaning.limits = [Limit(span=clause.span, avoid=None)]
    if meaning.kind is Kind.NOTE and any(unread(c, state) for c in parts):
        meaning.kind = Kind.UNREAD
    if not meaning.strokes and meaning.repeat is None:
        _weigh(meaning, parts, state, lean)
    if not meaning.strokes and meaning.kind is Kind.SETUP:
        meaning.shape = hand_shape([m for c in parts for m in c.marks])
        _keep_shape(meaning.shape, state)
    meaning.arrangement = arrangement_of(parts)
    if meaning.kind in (Kind.NOTE, Kind.PREPARATION, Kind.LIMIT):
        meaning.topic = topic_of(parts, meaning.kind)
    return meaning


def _plain(clause: Clause, technique: str | None) -> bool:
    """A command whose verb is one of massage, with a tool or a place."""
    told = clause.subject == "imp" and clause.sub is None and clause.neg is None
    return told and technique is not None and bool(clause.tool or clause.places or clause.pronoun)


def _weigh(meaning: Meaning, parts: list[Clause], state: State, lean: Leaning) -> None:
    """Settle a sentence without a known motion by what its words make likely."""
    if meaning.kind is Kind.UNREAD and lean.over(WORDS, MOTIONS) < SURE:
        return
    if meaning.kind is Kind.PREPARATION and state.supplies:
        return
    read = Kind.NOTE if meaning.kind is Kind.UNREAD else meaning.kind
    firm = (read is Kind.LIMIT and plainly_bounds(parts)) or (
        read is Kind.SETUP and any(c.own_body or changes_place(c) for c in parts)
    )
    firm = firm or (read is Kind.PREPARATION and plainly_prepares(parts[0]))
    likely = lean.settled(read, SURE if firm else TRUST)
    if likely is Kind.STROKE:
        meaning.strokes = details(parts, strokes_of(by_frame(parts, state), state), state)
        likely = Kind.STROKE if meaning.strokes else meaning.kind
    elif likely is Kind.REPEAT:
        if lean.of(Kind.REPEAT) - lean.of(read) < SURE or not may_repeat(parts):
            return
        meaning.repeat = parts[0]
    elif likely is Kind.LIMIT and not meaning.limits:
        meaning.limits = [Limit(span=parts[0].span, avoid=None)]
    elif likely is read and lean.over((read,), MOTIONS) < TRUST:
        return
    meaning.kind = likely


def _point_at_tool(clause: Clause, parts: list[Clause]) -> None:
    """As in "She pours oil into her palms and sets them down": what was named is what is put down."""
    before = [
        c for c in parts if c.span[1] <= clause.span[0] and c.tool and c.tool_role in ("into", "to", "at")
    ]
    plural = clause.has("them")
    if before and plural == (before[-1].hands == "both") and not before[-1].places:
        clause.tool, clause.tool_wide, clause.hands = before[-1].tool, before[-1].tool_wide, before[-1].hands


def _take_up(parts: list[Clause], state: State) -> None:
    """As in "Then the thumbs start. They …" and "His right shoulder … I cup it": what was named is meant."""
    pronouns = {m.low for c in parts for m in c.marks if m.cat == "pron"}
    if state.mentioned_tool and pronouns & {"they", "them", "it", "both"}:
        state.tool, state.hands = state.mentioned_tool, state.mentioned_hands
    elif state.mentioned and "it" in pronouns:
        state.place, state.line, state.spot = state.mentioned, None, None


def _side_of_work(clause: Clause) -> None:
    """As in "On the right side of the back, place …": which side, not where."""
    first = clause.places[0] if len(clause.places) > 1 else None
    if first is None or clause.head is None or first.mark.i > clause.head.i or first.place != "flank":
        return
    if first.side in ("left", "right") and "side" in first.mark.low and first.role != "from":
        clause.side, clause.side_stated = first.side, True
        clause.places.remove(first)


def _lay_ready(parts: list[Clause], state: State) -> None:
    """A limb laid ready is where the hands will work."""
    for ref in (p for c in parts if c.neg is None for p in c.places):
        if ref.place == "leg" or (ref.place == "arm" and state.limb in ("hand", "arm")):
            state.place, state.side_place, state.reach = ref.place, ref.place, ref.reach
            one = not ref.plural or any(
                m.low in ("one", "one of") for c in parts for m in c.marks if m.end <= ref.mark.start
            )
            if state.side in ("left", "right") and ref.side is None:
                continue
            state.side = (
                ref.side if ref.side in ("left", "right", "one", "other") else "one" if one else "both"
            )


def _keep_shape(shape: dict[str, Any], state: State) -> None:
    state.fingers = shape.get("fingers", state.fingers)
    state.pointing = shape.get("pointing", state.pointing)
    state.index_along = shape.get("index", state.index_along)
