"""A sentence's meaning: its kind, its strokes, what it forbids."""

from dataclasses import dataclass, field
from typing import Any, final

from effleurage.reading._applying import apply_to
from effleurage.reading._arrangement import arrangement_of
from effleurage.reading._arranging import changes_place, poses
from effleurage.reading._bounds import only_bounds, plainly_bounds, takes_fear
from effleurage.reading._details import crossing_told, details, hand_shape
from effleurage.reading._extract import extract
from effleurage.reading._follow import strokes_of
from effleurage.reading._leaning import MOTIONS, Leaning
from effleurage.reading._limits import contraindicates, is_rule, limits_of, stops
from effleurage.reading._mark import Mark
from effleurage.reading._merging import advances
from effleurage.reading._motions import by_frame, motions_of
from effleurage.reading._ready import plainly_prepares, prepares, topic_of
from effleurage.reading._scan_owner import names_giver
from effleurage.reading._scene import set_scene
from effleurage.reading._sending import mainly_repeats, repeats, sends
from effleurage.reading._sending_lines import (
    WORKED_ON,
    carries_on,
    changes_sides,
    count_led,
    is_bare_time,
    is_outcome,
    may_repeat,
    opens_again,
    performs,
    says_again,
    time_led,
)
from effleurage.reading._state import State
from effleurage.reading._staying import is_meant
from effleurage.reading._verbless import announces, unread
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
    crossing: dict[str, Any] = field(default_factory=dict)
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
        apply_to(clause)
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
    counted = counted or time_led(marks, parts)
    worked = any(r.strokes for r in state.records[-2:])
    if counted is None and worked and not state.resting and is_bare_time(marks):
        counted, parts[0].open_ended = parts[0], True
    again = counted or sends(parts) or opens_again(parts, marks)
    if again is None and state.technique in WORKED_ON:
        again = parts[0] if parts and carries_on(parts[0]) else None
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
    grammar = _by_grammar(parts, state, limits, motions, again)
    firm = _is_firm(grammar, parts, motions, again)
    listed = grammar is Kind.PREPARATION and state.supplies
    measured = grammar is Kind.LIMIT and only_bounds(parts)
    onward = state.at_work and bool(motions) and all(advances(c) for c in parts)
    held = len(marks) == 1 and bool(motions)
    plain = listed or measured or onward or held
    kind = grammar if plain else lean.settled(grammar, firm=firm)
    lasting = state.at_work and all(c.duration is not None and t == "hold" for c, t in motions)
    still = firm and bool(motions) and (state.resting or lasting)
    if kind is Kind.NOTE and grammar in (Kind.SETUP, Kind.STROKE) and still:
        kind = grammar if all(_is_calm(c, t) for c, t in motions) else kind
    if kind is Kind.SETUP and grammar is Kind.STROKE and motions and all(_glides(c, t) for c, t in motions):
        kind = grammar
    if kind is Kind.SETUP and grammar is Kind.STROKE and any(r.strokes for r in state.records[-3:]):
        kind = grammar if any(_travels(c, t) for c, t in motions) else kind
    if kind not in MOTIONS:
        again, motions = None, []
    if kind is Kind.STROKE and not motions and again is None:
        motions = by_frame(parts, state)
    if kind is Kind.SETUP:
        motions = [(c, t) for c, t in motions if t == "hold"]
    if kind is Kind.REPEAT and (
        again is not None or (not motions and may_repeat(parts, likely=lean.of(kind)))
    ):
        meaning.kind, meaning.repeat = Kind.REPEAT, again or parts[0]
        if again is None and parts[0].sub == "as_if":
            parts[0].places, parts[0].directions = [], []
        meaning.more = [c for c in parts if c is not again and c.again and c.places and repeats(c, parts)]
        meaning.outcome = [(c, t) for c, t in motions if is_outcome(c)]
    elif motions:
        meaning.strokes = details(parts, strokes_of(motions, state), state)
        placed = kind is Kind.SETUP and all(s.technique == "hold" for s in meaning.strokes)
        meaning.kind = Kind.SETUP if placed else Kind.STROKE
        meaning.repeat = again
    elif again is not None:
        meaning.kind, meaning.repeat = Kind.REPEAT, again
    else:
        meaning.kind = grammar if kind in (Kind.STROKE, Kind.REPEAT) else kind
    if meaning.kind is Kind.SETUP and not meaning.strokes and grammar is Kind.SETUP:
        _lay_ready(parts, state)
    if meaning.kind is Kind.LIMIT and not limits:
        clause = next((c for c in parts if c.caution), parts[0])
        meaning.limits = [Limit(span=clause.span, avoid=None)]
    if not meaning.strokes and meaning.kind is Kind.SETUP:
        meaning.shape = hand_shape([m for c in parts for m in c.marks])
        _keep_shape(meaning.shape, state)
    if not meaning.strokes and meaning.repeat is None:
        meaning.crossing = crossing_told(marks)
    meaning.arrangement = arrangement_of(parts)
    if meaning.kind in (Kind.NOTE, Kind.PREPARATION, Kind.LIMIT):
        meaning.topic = topic_of(parts, meaning.kind)
    return meaning


def _plain(clause: Clause, technique: str | None) -> bool:
    """A command or a passive whose verb is one of massage, or a tool and a place with such a motion."""
    if clause.sub is not None or clause.neg is not None or technique is None:
        return False
    told = clause.head is not None and (clause.subject in ("imp", "hands") or clause.passive)
    named = clause.tool or clause.places or clause.pronoun or clause.directions or clause.pressure
    lasts = technique == "hold" and (
        clause.lemma == "wait" or clause.duration or clause.moment or clause.open_ended
    )
    return bool(told and named) or bool(clause.tool and clause.places) or bool(lasts)


def _is_calm(clause: Clause, technique: str | None) -> bool:
    """As in "then let them land", behind hands that were laid: they lie on, press or leave."""
    return technique in ("hold", "release", "compression") and clause.subject in (
        "imp",
        "you",
        "hands",
        "pron",
    )


def _glides(clause: Clause, technique: str | None) -> bool:
    """As in "run the edge of your hand down the groove": a command that takes the tool along a way."""
    if clause.head is None:
        return (
            technique == "effleurage"
            and clause.tool is not None
            and bool({"up", "down"} & set(clause.directions))
        )
    told = clause.subject == "imp" and clause.tool_role == "object" and clause.act in ("move", "go")
    return told and technique == "effleurage" and any(p.role in ("path", "to") for p in clause.places)


def _travels(clause: Clause, technique: str | None) -> bool:
    """As in "the hands reach down around the waist", behind hands that are at work: they go on."""
    led = (clause.subject in ("hands", "pron") or bool(clause.tool)) and clause.sub in (None, "while")
    return led and technique == "effleurage" and bool(clause.directions) and bool(clause.places)


def _by_grammar(
    parts: list[Clause],
    state: State,
    limits: list[Limit],
    motions: list[tuple[Clause, str | None]],
    again: Clause | None,
) -> Kind:
    """The kind of sentence that its grammar alone makes it."""
    if again is not None and mainly_repeats(again, motions):
        return Kind.REPEAT
    if motions:
        meant = any(is_meant(c) for c, _ in motions) or any("breathing" in c.topics for c in parts)
        return Kind.SETUP if not meant and all(t == "hold" for _, t in motions) else Kind.STROKE
    if poses(parts, state) and not (limits and plainly_bounds(parts)):
        return Kind.SETUP
    if prepares(parts, state) or (state.supplies and all(c.head is None for c in parts)):
        return Kind.PREPARATION
    careful = any(c.caution and c.lemma not in ("talk", "think", "like", "want", "love") for c in parts)
    if only_bounds(parts) or limits or careful:
        return Kind.LIMIT
    return Kind.UNREAD if any(unread(c, state) for c in parts) else Kind.NOTE


def _is_firm(
    grammar: Kind, parts: list[Clause], motions: list[tuple[Clause, str | None]], again: Clause | None
) -> bool:
    """The grammar is plain: words that are unusual for such a sentence count little against it."""
    if grammar in (Kind.STROKE, Kind.REPEAT):
        return again is not None or any(_plain(c, t) for c, t in motions)
    if grammar is Kind.SETUP:
        return any(_plain(c, t) for c, t in motions) or any(c.own_body or changes_place(c) for c in parts)
    if grammar is Kind.LIMIT:
        return plainly_bounds(parts)
    if grammar is Kind.NOTE:
        return all(c.head is None for c in parts) or takes_fear(parts)
    return grammar is Kind.UNREAD or plainly_prepares(parts[0])


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
