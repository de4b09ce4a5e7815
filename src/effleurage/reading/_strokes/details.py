"""What a stroke carries beyond the contract's slots: the hand's shape, crossings, order, time."""

import dataclasses
import itertools
import re
from collections.abc import Iterable
from typing import Any

from effleurage.reading._slots.state import State
from effleurage.reading._slots.written import Clause, words_of
from effleurage.reading._strokes.anew import anew
from effleurage.reading._strokes.crossing import crossing_stroke, how_hands_cross
from effleurage.reading._words.mark import Mark, Words, is_index
from effleurage.routine import Direction, Fingers, Hands, Pointing, Side, Step, Stroke, Technique, Tool

_POINTERS = frozenset(
    [
        *("pointing", "point", "pointed", "facing", "face", "points"),
        *(
            "aimed",
            "aiming",
            "aiming at",
            "looking",
            "look",
            "heading",
            "headed",
            "aim",
            "direct",
            "directed",
            "directing",
            "in line with",
            "lined up with",
        ),
    ]
)
_SHAPED = frozenset({"together", "index", "forefinger", "forefingers", "pointer", "pointing"})
"""What else is said of fingers without a word of their shape or of where they point."""
_POINTING = frozenset({"fingers", "finger", "fingertips", "palms", "hand", "hands"})


def details(parts: list[Clause], strokes: list[Stroke], state: State) -> list[Stroke]:
    """The sentence's strokes with what its words say about the shape and order of the hands.

    Args:
        parts: The sentence's clauses.
        strokes: Its strokes, slots filled.
        state: The context; the shape of the hand is carried in it until other hands are placed.
    """
    told = [c for c in parts if c.neg is None]
    lows = frozenset().union(*[c.lows for c in told])
    shape = hand_shape(told)
    crossing = how_hands_cross(told, [m for c in told for m in c.marks])
    before = state.latest(_NEAR)
    glides = any(s.hands is Hands.BOTH and s.technique is Technique.EFFLEURAGE for s in strokes)
    if crossing.arms and glides and not any(s.passes or s.crossed for s in before):
        # As in "Your right arm goes over the left, and you keep gliding.": so they pass each other.
        crossing = dataclasses.replace(crossing, passes=True)
    crosses = crossing_stroke(told, strokes) if crossing.passes else len(strokes) - 1
    out: list[Stroke] = []
    for n, stroke in enumerate(strokes):
        new: dict[str, Any] = {}
        kept = state.fingers == "raised" and stroke.tool is Tool.FINGERTIPS
        kept = kept or (not out and state.shaped_ahead)
        if stroke.technique is Technique.HOLD and not stroke.copied and not kept:
            state.fingers = state.pointing = None
            state.index_along = False
        if shape:
            state.fingers = shape.get("fingers", state.fingers)
            state.pointing = shape.get("pointing", state.pointing)
            state.index_along = shape.get("index", state.index_along)
        if not stroke.copied:
            new["fingers"] = Fingers(state.fingers) if state.fingers else None
            new["pointing"] = Pointing(state.pointing) if state.pointing else None
            new["index_along_spine"] = state.index_along
        if crossing.passes and (n == crosses or stroke.passes):
            new["passes"] = True
        goes_over = crossing.passes or stroke.hands is Hands.BOTH
        if crossing.upper and goes_over and (n == crosses or stroke.passes):
            new["upper_hand"] = Hands(crossing.upper)
        kept = "crossed" in lows and not _KEPT_CROSSED.isdisjoint(lows)
        if state.crossed or kept or any(_stays_crossed(c) for c in parts):
            new["crossed"] = True
        if _progresses(stroke, lows):
            new["progress"] = True
        if stroke.hands is Hands.ALTERNATE:
            new["follows"] = True
        new = {name: value for name, value in new.items() if getattr(stroke, name) != value}
        out.append(anew(stroke, **new) if new else stroke)
    return out


_NEAR = 3
"""So many sentences before, hands may have been said to pass."""
_KEPT_CROSSED = frozenset({"arms", "forearms", "wrists", "them", "still", "stay", "staying"})
"""With one of these arms are said to be crossed: "leaving them crossed", "still crossed"."""


def _stays_crossed(clause: Clause) -> bool:
    """As in "without uncrossing your arms"."""
    return clause.neg is not None and any(m.base == "uncross" or m.low == "uncrossing" for m in clause.marks)


def crossed_told(parts: list[Clause], marks: Words) -> bool:
    """As in "Keep your arms crossed." and "Don't uncross them.": said of what the hands do next."""
    kept = "crossed" in marks.lows and any(c.lemma in _KEPT or c.head is None for c in parts)
    return kept or ("uncross" in marks.bases and any(_stays_crossed(c) for c in parts))


_KEPT = ("stay", "remain", "keep", "be", "leave", "cross")


def _progresses(stroke: Stroke, lows: frozenset[str]) -> bool:
    """One of a row: done again and again, each a little further along."""
    if stroke.progress:
        return True
    along = Direction.UP in stroke.direction or Direction.DOWN in stroke.direction or bool(stroke.over)
    return stroke.repeats is None and along and ("all the way" in lows or stroke.hands is Hands.ALTERNATE)


def hand_shape(parts: list[Clause]) -> dict[str, Any]:
    """Shape and pointing of the fingers, as clauses say them."""
    shape: dict[str, Any] = {}
    opened: str | None = None
    opens = told = False
    for clause in parts:
        if _raises_palms(clause):
            shape["fingers"] = "raised"
        opens = opens or _opens(clause)
        shaped = "fingers" in clause.cats
        opened = opened or (None if shaped else clause.fingers)
        told = told or shaped or not _POINTERS.isdisjoint(clause.lows)
    if opened or opens:
        shape["fingers"] = opened or "splayed"
    if not told and _SHAPED.isdisjoint(said := words_of(parts)) and _TO.isdisjoint(said):
        return shape
    words = [m for c in parts for m in c.marks]
    fingers = told and any(m.low.split()[-1] in _POINTING or is_index(m) for m in words)
    for n, mark in enumerate(words):
        if mark.cat == "fingers" and (mark.value != "flat" or fingers):
            shape.setdefault("fingers", mark.value)
        if mark.low == "together" and n and words[n - 1].low in ("fingers", "the fingers"):
            shape["fingers"] = "together"
        # As in "at this point the hands part": when, and not where they look.
        spot = n > 1 and words[n - 1].low in ("this", "that", "which") and words[n - 2].cat == "prep"
        if fingers and mark.low in _POINTERS and (n > 0 or mark.cat == "verb") and not spot:
            # As in "Point the index finger up the spine" and ", pointing the index finger up the spine".
            named = any(is_index(m) for m in words[n + 1 : n + 4])
            commanded = mark.cat == "verb" and (mark.form == "base" or (mark.form == "ing" and named))
            near = [m for m in words[:n] if m.cat != "filler" or is_index(m)][-3:]
            index = any(map(is_index, [*near, *(words[n : n + 4] if commanded else ())]))
            behind = [m for m in words[n + 1 : n + 7] if "tool" not in m.cats]
            target = next((m for m in behind if "place" in m.cats or _way(m) in ("out", "up", "down")), None)
            pointing = _pointing(target)
            if index and pointing is Pointing.SPINE:
                shape["index"] = True
            elif pointing is not None:
                shape["pointing"] = pointing.value
    lying = {m.i for c in parts for m in c.marks if c.head is None or m.cat == "filler"}
    for hand, to in itertools.pairwise(words):
        # As in "Fingers to the head." and "the index to the side of the spine".
        if to.low not in _TO or hand.i not in lying:
            continue
        pointing = _pointing(next((m for m in words if m.i > to.i and "place" in m.cats), None))
        if is_index(hand) and pointing is Pointing.SPINE:
            shape.setdefault("index", True)
        elif hand.low in ("fingers", "fingertips") and pointing is Pointing.HEAD:
            shape.setdefault("pointing", pointing.value)
    for n, mark in enumerate(words):
        if not is_index(mark) or not any(m.low in _ALONGSIDE for m in words[n + 1 : n + 4]):
            continue
        near = [m.cats["place"].value for m in words[n + 1 : n + 8] if "place" in m.cats]
        if near:
            shape.setdefault("index", near[0] in ("spine", "spine_sides"))
    return shape


_TO = frozenset({"to", "toward", "towards"})
_ALONGSIDE = ("along", "alongside", "beside", "following", "hugging", "skirting", "tracing")


def _opens(clause: Clause) -> bool:
    """As in "Open your fingers up, really spread them": the hand's own, and nobody's else."""
    spread = clause.lemma in ("open", "spread", "splay", "fan", "stretch") and clause.neg is None
    named = clause.tool == "fingertips" and clause.tool_role in ("object", "path")
    # As in "stretch the fingers of one hand apart".
    named = named or (clause.tool is None and any(m.low.startswith("fingers of") for m in clause.marks))
    return spread and named and not clause.places


def _raises_palms(clause: Clause) -> bool:
    """As in "Raise the palms": only the fingertips touch from then on."""
    if clause.lemma == "touch" and clause.tool == "fingertips" and clause.subject == "hands":
        # As in "Only the fingertips touch."
        return clause.neg is None and not clause.places and clause.has("only")
    return palms_lifted(clause)


def palms_lifted(clause: Clause) -> bool:
    """As in "lift the palms", and nothing more: hands stay where they are."""
    plain = clause.neg is None and not clause.places
    return plain and clause.lemma in ("lift", "raise") and any(m.base == "palm" for m in clause.marks)


def _pointing(target: Mark | None) -> Pointing | None:
    if target is None:
        return None
    place = target.cats["place"].value if "place" in target.cats else _way(target)
    return {
        "head": Pointing.HEAD,
        "neck": Pointing.HEAD,
        "up": Pointing.HEAD,
        "leg": Pointing.FEET,
        "down": Pointing.FEET,
        "spine": Pointing.SPINE,
        "spine_sides": Pointing.SPINE,
        "out": Pointing.OUT,
        "flank": Pointing.OUT,
    }.get(place)


def _way(mark: Mark) -> str | None:
    """The way a word means, though the word was set aside as a remark on how hands lie."""
    return mark.value or (mark.cats["dir"].value if "dir" in mark.cats else None)


_ONE_SIDE_ONLY = re.compile(
    r"\b(?:left|right|one|near|far)(?: (?:side|half|shoulder|hip|leg|arm|blade))? only\b"
    r"|\bonly (?:on |to )?(?:the |your |their |his |her )?(?:left|right|one|near|far|sore|affected)\b",
    re.IGNORECASE,
)


def one_sided(steps: Iterable[Step], text: str) -> bool:
    """Whether strokes are told for one side, so that the other side is owed the same.

    Args:
        steps: The steps of a movement.
        text: The article; where a step says "left side only", the other side is owed nothing.
    """
    working = [step for step in steps if step.strokes]
    strokes = [stroke for step in working for stroke in step.strokes]
    sides = {s.side for s in strokes if s.technique is not None and not _crosses(s)}
    if Side.OTHER in sides or {Side.LEFT, Side.RIGHT} <= sides or sides.isdisjoint(_SINGLE):
        return False
    told = [step.span for step in working if "only" in text[slice(*step.span)].lower()]
    return not any(_ONE_SIDE_ONLY.search(text, *span) for span in told)


_SINGLE = (Side.ONE, Side.LEFT, Side.RIGHT)


def _crosses(stroke: Stroke) -> bool:
    """It goes from one side to the other: "from one hip to the other" is told for both."""
    return stroke.start is not None and stroke.start is stroke.end and Direction.ACROSS in stroke.direction
