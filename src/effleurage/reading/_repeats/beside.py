"""Beside: what a sentence that sends back says besides, and what it causes."""

import dataclasses

from effleurage.reading._clauses.supply import covers_all, covers_side, passed_over
from effleurage.reading._kinds.sending import comes_back, returns
from effleurage.reading._kinds.sending_lines import is_outcome
from effleurage.reading._repeats.inside import with_repeat
from effleurage.reading._repeats.repeat import repeated
from effleurage.reading._slots.state import Record, State
from effleurage.reading._slots.written import Clause
from effleurage.reading._strokes.advance import advance
from effleurage.reading._strokes.follow import strokes_of
from effleurage.reading._strokes.meaning import Meaning
from effleurage.reading._words.frames import verbs
from effleurage.reading._words.mark import Mark
from effleurage.routine import Kind, Side, Stroke, Technique


def send_back(
    meaning: Meaning, repeat: Clause, parts: list[Clause], marks: list[Mark], state: State, record: Record
) -> None:
    """Give a sentence the strokes that it causes by sending back to earlier ones.

    Args:
        meaning: What the sentence means, without them.
        repeat: Its clause that sends back; what the others say of it is told to it.
        parts: All its clauses.
        marks: All its words.
        state: The context, which moves on.
        record: What is remembered of the sentence itself.
    """
    for part in parts:
        told = part is not repeat and part.sub not in ("when", "if")
        if told and part.counted and not repeat.counted:
            repeat.count, repeat.counted = part.count, True
        _take_tool(repeat, part)
        if part is not repeat and part.further and comes_back(part, repeat):
            repeat.directions += [d for d in part.directions if d not in repeat.directions]
            repeat.places = [p for p in repeat.places if p not in part.places]
        short = part.neg is not None and part.neg.low.startswith(("stopping short", "stop short"))
        if short and part is not repeat:
            repeat.places += [dataclasses.replace(p, role="to") for p in part.places]
        if (
            part is not repeat
            and part not in meaning.more
            and part.neg is None
            and (part.sub == "until" or not is_outcome(part))
            and part.lemma not in verbs("swap")
            and not _comes_after(part, marks)
            and not _lays_head(part)
            and (part.sub == "until" or not (returns(part, part.technique) or comes_back(part, repeat)))
            and (part.sub in (None, "while", "until") or part.has("each time", "every time"))
            and meaning.kind is Kind.REPEAT
        ):
            _borrow(repeat, part)
    if meaning.kind is Kind.REPEAT:
        laid = {m.i for part in parts if part is not repeat and _lays_head(part) for m in part.marks}
        _only_repeat(meaning, repeat, [m for m in marks if m.i not in laid], state, record)
        return
    meaning.strokes = with_repeat(meaning.strokes, repeat, marks, state, record)
    side, side_place = state.side, state.side_place
    copies = [s for s in meaning.strokes if s.copied]
    if any(s.technique is not Technique.HOLD for s in copies):
        # Where hands are laid down and something is done again, they do more than lie.
        meaning.kind = Kind.STROKE
    for stroke in copies:
        advance(state, None, stroke)
    if copies and copies[-1] is meaning.strokes[-1]:
        _leave_side(copies, state, (side, side_place))


def _only_repeat(meaning: Meaning, repeat: Clause, marks: list[Mark], state: State, record: Record) -> None:
    """The strokes of a sentence that only repeats, and the context behind it."""
    first = [m for m in marks if not meaning.more or m.i < meaning.more[0].marks[0].i]
    copies = repeated(repeat, first or marks, state, [], record)
    for clause in meaning.more:
        copies += repeated(clause, clause.marks, state, [], record)
    side, side_place = state.side, state.side_place
    for stroke in copies:
        advance(state, None, stroke)
    _leave_side(copies, state, (side, side_place))
    meaning.strokes = [*copies, *strokes_of(meaning.outcome, state)]
    if not copies:
        meaning.kind = Kind.STROKE if meaning.strokes else Kind.NOTE
        meaning.problem = "R205"


def _leave_side(copies: list[Stroke], state: State, before: tuple[str | None, str | None]) -> None:
    """The side that a repeat asks for ends with it."""
    asked = {s.side for s in copies if "side" in s.stated}
    if asked:
        state.side, state.side_place = before
    if asked & {Side.LEFT, Side.RIGHT}:
        state.side = state.side_place = None


def _lays_head(part: Clause) -> bool:
    """As in "go round, have the head turned the other way, and repeat": how the receiver lies there."""
    head = bool(part.places) and all(p.place in ("head", "front") for p in part.places)
    turned = any(m.base in _TURNED for m in part.marks) or part.lemma in ("ask", "have", "let", "get")
    return part.tool is None and part.neg is None and ("lie" in part.topics or (head and turned))


_TURNED = ("turn", "rotate", "roll", "look", "face", "swivel", "change")


def _comes_after(part: Clause, marks: list[Mark]) -> bool:
    """As in "repeat on the left before you go any higher": what is done next says nothing of the copies."""
    lead = next((m for m in reversed(marks) if part.marks and m.j <= part.marks[0].i), None)
    return lead is not None and lead.low == "before"


def _take_tool(clause: Clause, part: Clause) -> None:
    """As in "Same, fists instead of palms" and "again, but with your thumbs": with what it is done again."""
    listed = part.head is None and part is not clause
    listed = listed and (part.link == "comma" or part.tool_role == "with")
    if listed and part.tool and clause.tool is None and not (part.places or part.technique or part.neg):
        clause.tool, clause.tool_role = part.tool, "with"
        clause.hands, clause.hands_stated = part.hands, part.hands_stated


def _goes_elsewhere(part: Clause) -> bool:
    """As in "move to the hips and do the same": there, and not on the way there."""
    onward = part.directions or part.distance or part.further or part.back or part.participle
    return part.lemma in ("move", "go", "shift", "come") and not onward


def _borrow(clause: Clause, part: Clause) -> None:
    """What the rest of a repeat's sentence says counts for the repeat."""
    if part.counted and not clause.counted:
        clause.count, clause.counted = part.count, True
    clause.pressure = clause.pressure or part.pressure
    if part.sub == "until":
        clause.whole = clause.whole or covers_all(part) or covers_side(part)
        passed = passed_over(part)
        if is_outcome(part) and not passed and part.lemma not in verbs("cover"):
            # As in "until her shoulders drop": what comes of it, and not how far it goes.
            part.places = [ref for ref in part.places if ref.role != "pre"]
        for n, ref in enumerate(part.places):
            ref.role = "path" if passed and not n else "to"
    if part.act == "end":
        for ref in part.places:
            ref.role = "to"
    if part.sub == "until":
        clause.places += part.places
    elif part.subject in ("imp", "you", "hands") and not part.again:
        if part.back and part.directions:
            # As in "return to the spine, a little higher, and pull again": where it begins once more.
            part.places = [ref for ref in part.places if ref.role != "to"]
        if _goes_elsewhere(part):
            for ref in part.places:
                ref.role = "at" if ref.role == "to" else ref.role
        clause.places += part.places
        clause.directions += [d for d in part.directions if d not in clause.directions]
    clause.open_ended = clause.open_ended or part.open_ended or part.sub == "until"
