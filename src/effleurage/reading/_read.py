"""The reader: text in, Routine and Report out."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, final

from effleurage.errors import Finding, Severity
from effleurage.reading._ahead import Told, read_ahead
from effleurage.reading._announced import Announced
from effleurage.reading._clauses.clauses import clauses
from effleurage.reading._findings import findings
from effleurage.reading._headed import headed
from effleurage.reading._headline import Headlines
from effleurage.reading._kinds.asking import answers, answers_where, asks, gives_purpose, praises
from effleurage.reading._kinds.heading import (
    head_state,
    limb_titled,
    limb_told,
    place_titled,
    tool_titled,
    works_with_arm,
)
from effleurage.reading._kinds.run_in import without_bold, without_label
from effleurage.reading._owed import settled
from effleurage.reading._paragraphs import divided
from effleurage.reading._repeats.beside import send_back
from effleurage.reading._repeats.over_there import goes_through_air, laid_there, only_turns, take_over
from effleurage.reading._sentence import understand
from effleurage.reading._slots.state import Record, State
from effleurage.reading._split.html import article_text, is_html
from effleurage.reading._split.labels import label_of
from effleurage.reading._split.leftovers import without_leftovers
from effleurage.reading._split.split import Section, Sentence, split
from effleurage.reading._strokes.details import one_sided
from effleurage.reading._strokes.leaving import mention, remember
from effleurage.reading._strokes.meaning import Meaning
from effleurage.reading._words.frames import says
from effleurage.reading._words.hands_meant import settle_hands
from effleurage.reading._words.lexicon import Lexicon, lexicon
from effleurage.reading._words.mark import Mark, Words
from effleurage.reading._words.tag import tagged
from effleurage.reading._words.tokens import tokens
from effleurage.reading._words.voice import voice_of
from effleurage.routine import (
    Fingers,
    Hands,
    Kind,
    Movement,
    Pointing,
    Routine,
    Span,
    Step,
    Technique,
    Tool,
    Topic,
)


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
    given, text = text, without_leftovers(text)
    words = vocabulary or lexicon()
    title, _title_span, sections = split(text)
    sections = headed(text, sections, words)
    notes: list[Finding] = []
    state = State(titled=any(s.title for s in sections), voice=voice_of(text, words))
    state.limb = limb_titled(title or "", text, words) or limb_told(text)
    article_limb = state.limb
    state.titled_place = place_titled(title or "", words)
    spans = [sentence.span for section in sections for sentence in section.sentences if not sentence.junk]
    ahead = read_ahead(text, spans, words, state.voice)
    titles = [tokens(title, (0, len(title)), words) for title in [s.title or "" for s in sections]]
    headings = tagged(titles, words)
    movements: list[Movement] = []
    for index, section in enumerate(sections):
        state.section = index
        if index:
            state.heading()
        state.limb = article_limb
        if section.title is not None and section.span is not None:
            state.titles[index] = frozenset([lone.norm for lone, _, _, _ in titles[index]])
            _head(section, section.title, headings[index], text, state)
            state.limb = state.limb or article_limb
        state.titled_limb = state.limb
        movement, more = _movement(text, section, state, ahead, notes)
        movements += divided(movement, section, text, titled=state.titled, more=more)
    routine = Routine(title=title, movements=settled(movements), text=given)
    found = sorted(notes + findings(routine), key=lambda f: f.span or (0, 0))
    return routine, Report(tuple(found))


def _head(section: Section, title: str, heading: list[Mark], text: str, state: State) -> None:
    """Take what a heading says into the context of what stands below it."""
    head_state(state, title, heading)
    label = label_of(title)
    if label is not None:
        state.labels[state.section] = label
    below = section.sentences
    said = text[below[0].span[0] : below[-1].span[1]] if state.limb is not None and below else ""
    tool = tool_titled(heading, said) if said else None
    if tool is not None:
        state.limb, state.tool = None, tool
    elif said and state.limb in ("arm", "hand") and works_with_arm(said):
        state.limb = None
    if state.limb is not None:
        state.section_limbs[state.section] = state.limb


def _movement(
    text: str, section: Section, state: State, ahead: Iterator[Told], notes: list[Finding]
) -> tuple[Movement, frozenset[Span]]:
    """A section's movement, and which of its sentences only tell more of a stroke before them."""
    steps: list[Step] = []
    more: set[Span] = set()
    limits = []
    headlines = Headlines(text, section)
    announced = Announced(text)
    for n, sentence in enumerate(section.sentences):
        question = section.title if n == 0 and not sentence.item else None
        state.heads = sentence.first and sentence.block in [s.block for s in section.sentences[n + 1 : n + 2]]
        if state.heads and not (sentence.item or state.titled) and state.fingers == "raised":
            # Another paragraph of prose tells of hands anew, and of no palms that were raised before.
            state.fingers = None
        meaning = _sentence(text, sentence, question, state, ahead)
        limits += meaning.limits
        if meaning.problem:
            notes.append(_nothing_to_repeat(sentence.span))
        if meaning.shape:
            _shape_placed(steps, meaning)
        if (meaning.crossing and not meaning.strokes) or meaning.after:
            more.add(sentence.span)
        if meaning.crossing:
            _told_more(steps, state, meaning.crossing)
        if meaning.after:
            _told_more(steps, state, meaning.after)
        if meaning.takes_over and len(steps) >= meaning.takes_over:
            back = -meaning.takes_over
            kind = Kind.STROKE if meaning.left else Kind.SETUP
            steps[back] = dataclasses.replace(steps[back], kind=kind, strokes=tuple(meaning.left))
        steps.append(
            Step(
                span=sentence.span,
                kind=meaning.kind,
                strokes=tuple(meaning.strokes),
                arrangement=meaning.arrangement,
                topic=Topic(meaning.topic) if meaning.topic else None,
                beforehand=meaning.beforehand,
            )
        )
        headlines.told(steps, sentence, state)
        announced.told(steps, sentence, state, meaning)
    both = one_sided(steps, text)
    told = Movement(title=section.title, steps=tuple(steps), limits=tuple(limits), both_sides=both)
    return told, frozenset(more)


def _nothing_to_repeat(span: tuple[int, int]) -> Finding:
    return Finding(
        severity=Severity.WARNING,
        code="R205",
        span=span,
        message="This repeats earlier steps, and there are none that it could mean.",
        hint="Put it behind the step that it repeats, or name a step that exists.",
    )


def _shape_placed(steps: list[Step], meaning: Meaning) -> None:
    """A sentence about the fingers counts for the hand that was just placed, or told of since."""
    near = range(len(steps) - 1, max(len(steps) - 1 - _FAR, -1), -1)
    at = next((n for n in near if steps[n].strokes or steps[n].kind is not Kind.SETUP), None)
    if at is None or not steps[at].strokes or steps[at].strokes[-1].technique is not Technique.HOLD:
        return
    new: dict[str, Any] = {}
    if "fingers" in meaning.shape:
        new["fingers"] = Fingers(meaning.shape["fingers"])
    if "pointing" in meaning.shape:
        new["pointing"] = Pointing(meaning.shape["pointing"])
    if "index" in meaning.shape:
        new["index_along_spine"] = True
    strokes = tuple(dataclasses.replace(s, **new) for s in steps[at].strokes)
    steps[at] = dataclasses.replace(steps[at], strokes=strokes)


_FAR = 3
"""So many sentences later more may be told of a stroke."""


def _told_more(steps: list[Step], state: State, more: dict[str, Any]) -> None:
    """A sentence that tells more of the stroke before it: how arms cross, where it ends, where hands lie."""
    told = [
        (n, k)
        for n, step in enumerate(steps[-_FAR:], -min(_FAR, len(steps)))
        for k in range(len(step.strokes))
    ]
    if "over" in more:
        told = [(n, k) for n, k in told if not steps[n].strokes[k].returning]
    if not told:
        return
    back, at = -told[-1][0], told[-1][1]
    strokes = tuple(
        dataclasses.replace(s, **more) if k == at else s for k, s in enumerate(steps[-back].strokes)
    )
    steps[-back] = dataclasses.replace(steps[-back], strokes=strokes)
    if len(state.records) > back:
        # What sends back to it later finds it as it was told in the end.
        state.records[-1 - back].strokes = strokes


def _sentence(
    text: str, sentence: Sentence, question: str | None, state: State, ahead: Iterator[Told]
) -> Meaning:
    low, high = sentence.span
    if sentence.junk:
        return Meaning(Kind.NOTE, topic="media")
    told = next(ahead)
    marks = settle_hands(told.marks, _hand_at_work(state))
    record = Record(
        Kind.NOTE, (), state.section, sentence.number, sentence.block, sentence.span, listed=sentence.item
    )
    record.words = marks.bases
    if not marks or asks(text[low:high], marks) or answers(question, marks):
        state.records.append(record)
        return Meaning(Kind.NOTE)
    asked = bool(state.records) and text[: state.records[-1].span[1]].endswith("?")
    if asked and answers_where(marks):
        state.records.append(record)
        return Meaning(Kind.NOTE)
    if gives_purpose(marks) or praises(marks):
        state.records.append(record)
        return Meaning(Kind.NOTE, topic="reason")
    state.limb = state.limb or limb_of_marks(marks)
    labelled = marks
    marks = without_label(marks, state)
    if marks is labelled:
        marks = without_bold(text, low, marks)
    state.at_work = bool(state.records) and state.records[-1].kind in _WORKING
    parts = told.parts if marks is told.marks else clauses(marks)
    if not parts:
        # Nothing but marks of punctuation.
        state.records.append(record)
        return Meaning(Kind.NOTE)
    before_side = state.side
    meaning = understand(parts, state, marks, told.lean)
    laid_there(meaning, state)
    if meaning.repeat is not None and not take_over(meaning, marks, state):
        send_back(meaning, meaning.repeat, parts, marks, state, record)
        record.turns = only_turns(meaning, marks)
    record.returns = goes_through_air(meaning, marks, state)
    meaning.beforehand = says(marks.spoken, "beforehand")
    mention(meaning, parts, marks, state)
    remember(meaning, parts, marks, state, record, before_side)
    return meaning


def _hand_at_work(state: State) -> str | None:
    """The hand that the sentence before told to work alone, if it told hands apart.

    A sentence that only holds the other one ready tells nothing of it.
    """
    near = state.records[-2:]
    told = next(
        (record for record in reversed(near) if record.strokes or record.kind is not Kind.SETUP), None
    )
    last = told.strokes[-1:] if told is not None else ()
    single = (
        last
        and last[0].hands in (Hands.LEFT, Hands.RIGHT, Hands.ONE)
        and (last[0].stated & {"hands", "tool"} or last[0].tool is Tool.PALM)
    )
    return str(last[0].hands) if single else None


_LIMBS = frozenset(["hand", "hands", "foot", "feet", "arm", "leg", "wrist", "ankle", "calf"])
_WORKING = (Kind.STROKE, Kind.SETUP, Kind.REPEAT, Kind.UNREAD)


def limb_of_marks(marks: Words) -> str | None:
    """The limb that a sentence is about when it names one as the receiver's."""
    if not marks.holds("theirs", "poss"):
        return None
    for n, mark in enumerate(marks):
        if not n or "place" not in mark.cats or mark.low.split()[-1] not in _LIMBS:
            continue
        if n > 1 and marks[n - 2].base in ("arm", "forearm"):
            # "That arm's hand" is the hand of the arm at work.
            continue
        acts = n + 1 < len(marks) and marks[n + 1].cat == "verb"
        tooled = any(m.low in ("with", "using") for m in marks[max(0, n - 3) : n])
        limb = mark.cats["place"].get("limb")
        if limb and not acts and not tooled and marks[n - 1].cat in ("theirs", "poss"):
            return limb
    return None
