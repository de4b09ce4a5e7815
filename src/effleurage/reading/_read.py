"""The reader: text in, Routine and Report out."""

import dataclasses
from dataclasses import dataclass
from typing import Any, final

from effleurage.errors import Finding, Severity
from effleurage.reading._advance import advance
from effleurage.reading._again import settle_again
from effleurage.reading._asking import asks
from effleurage.reading._clauses import clauses
from effleurage.reading._details import one_sided
from effleurage.reading._findings import findings
from effleurage.reading._follow import strokes_of
from effleurage.reading._frames import verbs
from effleurage.reading._heading import head_state, limb_titled, limb_told, tool_titled
from effleurage.reading._html import article_text, is_html
from effleurage.reading._inside import with_repeat
from effleurage.reading._labels import label_of
from effleurage.reading._leaning import leaning
from effleurage.reading._lexicon import Lexicon, lexicon
from effleurage.reading._mark import Mark
from effleurage.reading._page_headings import is_junk
from effleurage.reading._paragraphs import divided
from effleurage.reading._repeat import repeated
from effleurage.reading._run_in import without_label
from effleurage.reading._sending import comes_back, returns
from effleurage.reading._sending_lines import is_outcome
from effleurage.reading._sentence import Meaning, understand
from effleurage.reading._split import Section, Sentence, split
from effleurage.reading._state import Record, State
from effleurage.reading._tag import tag
from effleurage.reading._tokens import tokens
from effleurage.reading._voice import voice_of
from effleurage.reading._written import Clause
from effleurage.routine import Fingers, Kind, Movement, Place, Pointing, Routine, Side, Step, Technique, Topic


@final
@dataclass(frozen=True)
class Report:
    """What the reader has to say about a text.

    Attributes:
        findings: Its findings, in the order of the text.
    """

    findings: tuple[Finding, ...] = ()


def read(text: str, *, vocabulary: Lexicon | None = None) -> tuple[Routine, Report]:
    """Understand a massage article.

    Args:
        text: The article: Markdown, plain text or HTML. All spans count the code points of the
            routine's `text`, which is this, or for HTML the words of the page.
        vocabulary: The words to read with; the reader's own by default.

    Returns:
        The routine, and a report on what was not understood. Never raises on any text.
    """
    if is_html(text):
        text = article_text(text)
    words = vocabulary or lexicon()
    title, _title_span, sections = split(text)
    notes: list[Finding] = []
    state = State(titled=any(s.title for s in sections), voice=voice_of(text, words))
    state.limb = limb_titled(title or "", text, words) or limb_told(text)
    article_limb = state.limb
    movements: list[Movement] = []
    for index, section in enumerate(sections):
        state.section = index
        if index:
            state.heading()
        state.limb = article_limb
        if section.title is not None and section.span is not None:
            head_state(state, section.title, words)
            state.titles[index] = frozenset(
                t.norm for t in tokens(section.title, (0, len(section.title)), words)
            )
            label = label_of(section.title)
            if label is not None:
                state.labels[index] = label
            below = section.sentences
            said = text[below[0].span[0] : below[-1].span[1]] if state.limb is not None and below else ""
            tool = tool_titled(section.title, said, words) if said else None
            if tool is not None:
                state.limb, state.tool = None, tool
            if state.limb is not None:
                state.section_limbs[index] = state.limb
            if state.limb is None:
                state.limb = article_limb
        state.titled_limb = state.limb
        movement = _movement(text, section, state, words, notes)
        movements += divided(movement, section, titled=state.titled)
    routine = Routine(title=title, movements=tuple(movements), text=text)
    found = sorted(notes + findings(routine), key=lambda f: f.span or (0, 0))
    return routine, Report(tuple(found))


def _movement(text: str, section: Section, state: State, words: Lexicon, notes: list[Finding]) -> Movement:
    steps: list[Step] = []
    limits = []
    for sentence in section.sentences:
        meaning = _sentence(text, sentence, state, words)
        limits += meaning.limits
        if meaning.problem:
            notes.append(_nothing_to_repeat(sentence.span))
        if meaning.shape:
            _shape_placed(steps, meaning)
        if meaning.crossing and steps and steps[-1].strokes:
            *before, last = steps[-1].strokes
            crossed = dataclasses.replace(last, **meaning.crossing)
            steps[-1] = dataclasses.replace(steps[-1], strokes=(*before, crossed))
        steps.append(
            Step(
                span=sentence.span,
                kind=meaning.kind,
                strokes=tuple(meaning.strokes),
                arrangement=meaning.arrangement,
                topic=Topic(meaning.topic) if meaning.topic else None,
            )
        )
    strokes = [s for step in steps for s in step.strokes]
    both = one_sided(strokes)
    return Movement(title=section.title, steps=tuple(steps), limits=tuple(limits), both_sides=both)


def _nothing_to_repeat(span: tuple[int, int]) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="R205",
        span=span,
        message="This repeats earlier steps, and there are none that it could mean.",
        hint="Put it behind the step that it repeats, or name a step that exists.",
    )


def _shape_placed(steps: list[Step], meaning: Meaning) -> None:
    """A sentence about the fingers counts for the hand that was just placed."""
    if not steps or not steps[-1].strokes or steps[-1].strokes[-1].technique is not Technique.HOLD:
        return
    new: dict[str, Any] = {}
    if "fingers" in meaning.shape:
        new["fingers"] = Fingers(meaning.shape["fingers"])
    if "pointing" in meaning.shape:
        new["pointing"] = Pointing(meaning.shape["pointing"])
    if "index" in meaning.shape:
        new["index_along_spine"] = True
    strokes = tuple(dataclasses.replace(s, **new) for s in steps[-1].strokes)
    steps[-1] = dataclasses.replace(steps[-1], strokes=strokes)


def _sentence(text: str, sentence: Sentence, state: State, words: Lexicon) -> Meaning:
    low, high = sentence.span
    if is_junk(text[low:high]):
        return Meaning(Kind.NOTE, topic="media")
    marks = settle_again(tag(tokens(text, sentence.span, words), words, state.voice))
    record = Record(Kind.NOTE, (), state.section, sentence.number, sentence.block, sentence.span)
    record.words = frozenset([m.base for m in marks])
    if not marks or asks(text[low:high], marks):
        state.records.append(record)
        return Meaning(Kind.NOTE)
    state.limb = state.limb or limb_of_marks(marks)
    marks = without_label(marks, state)
    state.at_work = bool(state.records) and state.records[-1].kind in _WORKING
    parts = clauses(marks)
    before_side = state.side
    meaning = understand(
        parts, state, marks, leaning(text[low:high], low / len(text) if len(text) >= _ARTICLE else None)
    )
    if meaning.repeat is not None:
        for part in parts:
            told = part is not meaning.repeat and part.sub not in ("when", "if")
            if told and part.counted and not meaning.repeat.counted:
                meaning.repeat.count, meaning.repeat.counted = part.count, True
            _take_tool(meaning.repeat, part)
            short = part.neg is not None and part.neg.low.startswith(("stopping short", "stop short"))
            if short and part is not meaning.repeat:
                meaning.repeat.places += [dataclasses.replace(p, role="to") for p in part.places]
            if (
                part is not meaning.repeat
                and part not in meaning.more
                and part.neg is None
                and not is_outcome(part)
                and part.lemma not in verbs("swap")
                and not _comes_after(part, marks)
                and not returns(part, part.technique)
                and not comes_back(part, meaning.repeat)
                and (part.sub in (None, "while", "until") or part.has("each time", "every time"))
                and meaning.kind is Kind.REPEAT
            ):
                _borrow(meaning.repeat, part)
        if meaning.kind is Kind.REPEAT:
            _repeat(meaning, marks, state, record)
        else:
            meaning.strokes = with_repeat(meaning.strokes, meaning.repeat, marks, state, record)
            for stroke in (s for s in meaning.strokes if s.copied):
                advance(state, None, stroke)
    named = [p for c in parts for p in c.places if c.neg is None]
    if not meaning.strokes and meaning.kind in (Kind.NOTE, Kind.SETUP):
        laid = (None, "why") if meaning.kind is Kind.SETUP else (None,)
        for ref in (p for c in parts if c.neg is None and c.sub in laid for p in c.places):
            if ref.side in ("left", "right"):
                state.side, state.side_place = ref.side, ref.place
    tooled = [c for c in parts if c.tool and c.neg is None]
    made = next((c for c in tooled if c.lemma in _SHAPING and c.tool_role in ("object", "into")), None)
    if made is not None and meaning.kind is Kind.SETUP and not meaning.strokes:
        state.tool, state.hands = made.tool, made.hands
    chosen = next((c for c in tooled if _chooses_tool(c)), None)
    if chosen is not None and meaning.kind is Kind.NOTE and not named:
        state.tool, state.hands = chosen.tool, chosen.hands
    told_of = (Kind.NOTE, Kind.PREPARATION)
    noted = tooled[-1] if tooled and meaning.kind in told_of else None
    if meaning.kind is Kind.NOTE and len(marks) <= _FEW and all(m.cat in _NAMING for m in marks):
        _set_by_name(parts, state)
    state.mentioned_tool, state.mentioned_hands = (noted.tool, noted.hands) if noted else (None, None)
    told = meaning.kind in (Kind.NOTE, Kind.SETUP) and not meaning.strokes
    state.mentioned = named[-1].place if named and told else None
    if state.limb != state.titled_limb and any(
        place not in (Place.ARM, Place.LEG) for s in meaning.strokes for place in (s.start, *s.over) if place
    ):
        state.limb = state.titled_limb
    record.kind, record.strokes = meaning.kind, tuple(meaning.strokes)
    record.sets_side = not any(m.low == "same side" for m in marks) and any(
        "side" in s.stated or (s.side in ("left", "right", "one") and s.side != before_side)
        for s in meaning.strokes
        if not s.copied
    )
    state.records.append(record)
    if len(state.records) > _REMEMBERED:
        del state.records[: _REMEMBERED // 2]
    lows = {m.low for m in marks}
    state.whole = not (_WHOLE.isdisjoint(lows) or _SEQUENCE.isdisjoint(lows))
    return meaning


def _chooses_tool(clause: Clause) -> bool:
    """As in "Tool: forearm." and "For this part we use the thumbs": what works from then on."""
    if clause.head is None:
        return len(clause.marks) < 5 and not (clause.topics or clause.technique)
    using = clause.lemma in ("use", "employ", "switch", "change", "swap", "bring in")
    return using and clause.sub in (None, "why") and clause.subject in ("imp", "you") and not clause.topics


_FEW = 5
_NAMING = ("motion", "tool", "place", "side", "det", "mine", "filler", "press", "fingers", "num", "adv")


def _set_by_name(parts: list[Clause], state: State) -> None:
    """As in "Heel of hand." and "Left buttock.": a line that only names with what, or where, comes next."""
    for clause in parts:
        if clause.technique and not (clause.tool or clause.places):
            state.technique = clause.technique
        elif clause.tool and not clause.places:
            state.tool, state.hands = clause.tool, clause.hands
        elif clause.places and not clause.tool:
            ref = clause.places[-1]
            state.place, state.line, state.spot = ref.place, None, None
            if ref.side is not None:
                state.side, state.side_place = ref.side, ref.place


_SHAPING = ("make", "form", "clench", "close", "ball")
"""What is done to a hand that then works in that shape ("Make a loose fist.")."""
_WHOLE = frozenset({"whole", "entire", "complete"})
_SEQUENCE = frozenset({"circuit", "sequence", "routine", "movement", "cycle", "round"})


def _repeat(meaning: Meaning, marks: list[Mark], state: State, record: Record) -> None:
    """The strokes of a sentence that only repeats, and the context behind it."""
    assert meaning.repeat is not None
    first = [m for m in marks if not meaning.more or m.i < meaning.more[0].marks[0].i]
    copies = repeated(meaning.repeat, first or marks, state, [], record)
    for clause in meaning.more:
        copies += repeated(clause, clause.marks, state, [], record)
    side, side_place = state.side, state.side_place
    for stroke in copies:
        advance(state, None, stroke)
    asked = {s.side for s in copies if "side" in s.stated}
    if asked:
        state.side, state.side_place = side, side_place
    if asked & {Side.LEFT, Side.RIGHT}:
        state.side = state.side_place = None
    meaning.strokes = [*copies, *strokes_of(meaning.outcome, state)]
    if not copies:
        meaning.kind = Kind.STROKE if meaning.strokes else Kind.NOTE
        meaning.problem = "R205"


def _comes_after(part: Clause, marks: list[Mark]) -> bool:
    """As in "repeat on the left before you go any higher": what is done next says nothing of the copies."""
    lead = next((m for m in reversed(marks) if part.marks and m.j <= part.marks[0].i), None)
    return lead is not None and lead.low == "before"


def _take_tool(clause: Clause, part: Clause) -> None:
    """As in "Same, fists instead of palms": with what it is done again."""
    listed = part.head is None and part.link == "comma" and part is not clause
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
        for ref in part.places:
            ref.role = "to"
    if part.act == "end":
        for ref in part.places:
            ref.role = "to"
    if part.sub == "until":
        clause.places += part.places
    elif part.subject in ("imp", "you", "hands") and not part.again:
        if _goes_elsewhere(part):
            for ref in part.places:
                ref.role = "at" if ref.role == "to" else ref.role
        clause.places += part.places
        clause.directions += [d for d in part.directions if d not in clause.directions]
    clause.open_ended = clause.open_ended or part.open_ended or part.sub == "until"


_LIMBS = frozenset(["hand", "hands", "foot", "feet", "arm", "leg", "wrist", "ankle", "calf"])
_WORKING = (Kind.STROKE, Kind.SETUP, Kind.REPEAT, Kind.UNREAD)
_ARTICLE = 1000
"""A text of fewer characters has no beginning and no end by which a sentence's kind could be told."""

_REMEMBERED = 400
"""So many sentences can be pointed back at; it keeps the time linear in a text's length."""


def limb_of_marks(marks: list[Mark]) -> str | None:
    """The limb that a sentence is about when it names one as the receiver's."""
    for n, mark in enumerate(marks):
        if not n or "place" not in mark.cats or mark.low.split()[-1] not in _LIMBS:
            continue
        acts = n + 1 < len(marks) and marks[n + 1].cat == "verb"
        tooled = any(m.low in ("with", "using") for m in marks[max(0, n - 3) : n])
        limb = mark.cats["place"].get("limb")
        if limb and not acts and not tooled and marks[n - 1].cat in ("theirs", "poss"):
            return limb
    return None
