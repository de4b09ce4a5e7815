"""Over there: "Change sides. Have the head turned. Do the same there." sends back once, at its end.

And "Start again from step 2. Do it twice more." counts what it starts again; so does "Repeat twice.".
And "Lift off. Go back to the start. Do it twice more." goes back but once, through the air.
And "Move to the shoulder. Place one hand on the blade." lays a hand there, which had not glided there.
"""

import dataclasses

from effleurage.reading._slots.state import Record, State
from effleurage.reading._strokes.meaning import Meaning
from effleurage.reading._words.frames import AGAIN, says
from effleurage.reading._words.mark import Words
from effleurage.routine import Direction, Kind, Place, Technique

_TOLD = ("num", "freq", "times", "place", "tool", "press", "tempo", "neg")
_ARRANGED = (Kind.SETUP, Kind.NOTE, Kind.LIMIT)
_FAR = 3


def only_turns(meaning: Meaning, marks: Words) -> bool:
    """As in "Change sides.": what is done there comes of it, unless a sentence behind it says so."""
    said = AGAIN.isdisjoint(marks.lows) and not any(m.base in ("repeat", "do", "redo") for m in marks)
    return meaning.kind is Kind.REPEAT and said and says(marks.spoken, "sides")


def goes_through_air(meaning: Meaning, marks: Words, state: State) -> bool:
    """As in "Lift off. Go back to the start.": hands that were taken off are laid down there anew.

    Args:
        meaning: What the sentence means; what was read as a way back along the skin is none.
        marks: Its words.
        state: The context, which knows how the sentence before ended.
    """
    before = state.records[-1].strokes[-1:] if state.at_work and state.records else ()
    lifted = (
        bool(before) and before[0].technique is Technique.RELEASE and Direction.OFF in before[0].direction
    )
    if not lifted or meaning.kind is not Kind.STROKE or meaning.repeat is not None:
        return False
    back = all(s.returning and s.verb.partition(" ")[0] in _GOING for s in meaning.strokes)
    if not back or not (marks.holds("origin") or says(marks.spoken, "whole")):
        return False
    meaning.kind, meaning.strokes = Kind.SETUP, []
    return True


def take_over(meaning: Meaning, marks: Words, state: State) -> bool:
    """Whether a sentence only says what the change of sides before it said, and is now the one that repeats.

    Args:
        meaning: What the sentence means; it gets the copies, and from how far back it took them.
        marks: Its words.
        state: The context, whose record of the change of sides becomes one that only arranges.
    """
    sided = [m for m in marks if m.cat == "side" and m.value != "other"]
    prepared = marks.holds(*_TOLD) and not any(m.value == "other" for m in marks)
    if meaning.kind is not Kind.REPEAT or meaning.outcome:
        return False
    if _counts_anew(meaning, marks, state):
        return True
    if sided or prepared:
        return False
    for back, record in enumerate(reversed(state.records[-_FAR:]), 1):
        if record.turns:
            meaning.strokes, meaning.takes_over = list(record.strokes), back
            _only_arranges(record)
            return True
        if record.kind not in _ARRANGED or record.strokes:
            return False
    return False


def _counts_anew(meaning: Meaning, marks: Words, state: State) -> bool:
    """As in "Start again from step 2. Do it twice more.": how often what was just sent back to is done."""
    record = state.records[-1] if state.records else None
    count = meaning.repeat.count if meaning.repeat is not None else None
    if record is None or count is None or not _starts_again(record):
        return False
    own = [s for s in record.strokes if not s.copied]
    copies = [s for s in record.strokes if s.copied]
    # As in "Lift off, then start again from the bottom.": what it does itself stays.
    lifts = record.kind is Kind.STROKE and own and all(s.technique is Technique.RELEASE for s in own)
    fresh = all("repeats" not in s.stated and s.repeats == 1 for s in copies)
    counted = all(m.base in _DONE or m.cat in _COUNTING for m in marks)
    if not (fresh and counted and copies and (lifts or (record.kind is Kind.REPEAT and not own))):
        return False
    meaning.takes_over, meaning.left = 1, own
    meaning.strokes = [dataclasses.replace(s, repeats=count, stated=s.stated | {"repeats"}) for s in copies]
    _only_arranges(record)
    if own:
        record.kind, record.strokes = Kind.STROKE, tuple(own)
    return True


def _starts_again(record: Record) -> bool:
    """As in "Begin again from there", of more than one stroke, and on no side that it names."""
    sided = any("side" in s.stated for s in record.strokes)
    anew = not _ANEW.isdisjoint(record.words) and not record.words <= _ONCE_MORE
    return len(record.strokes) > 1 and not sided and anew


_ONCE_MORE = frozenset({"and", "again", "then", "now", "so", ","})
"""Only such words say that something is done once more by itself, as in "And again"."""
_ANEW = frozenset(
    {"again", "from the beginning", "from the start", "from start", "start over", "restart", "step"}
)
_DONE = frozenset({"do", "it", "this", "that", "repeat", "all"})
_COUNTING = ("num", "freq", "times", "filler", "conj", "comma")


_GOING = frozenset(
    ["move", "go", "come", "turn", "proceed", "shift", "travel", "head", "pass", "return", "make", "bring"]
)
_TO_IT = frozenset({"end", "direction", "pressure", "side"})
"""What a way there may tell besides: no tool glides along it, and no line is followed."""
_REGIONS = (
    frozenset({Place.SHOULDER, Place.SHOULDER_TOP, Place.SHOULDER_BLADE}),
    frozenset({Place.NECK, Place.NECK_BASE, Place.NECK_SIDES, Place.SKULL_BASE}),
    frozenset({Place.LOWER_BACK, Place.SACRUM}),
)


def laid_there(meaning: Meaning, state: State) -> None:
    """As in "Move on to the shoulder. Place one hand on the blade.": the way there was told, and no glide.

    Args:
        meaning: What the sentence means; hands that it lays where one before went take that over.
        state: The context, whose record of the way there becomes one that only arranges.
    """
    hold = meaning.strokes[0] if meaning.kind is Kind.SETUP and meaning.strokes else None
    if hold is None or hold.start is None or not {"start", "tool"} <= hold.stated:
        return
    for back, record in enumerate(reversed(state.records[-_FAR:]), 1):
        if record.strokes or record.kind not in _ASIDE:
            if record.section == state.section and _goes_to(record, hold.start):
                meaning.takes_over = back
                _only_arranges(record)
            return


_ASIDE = (*_ARRANGED, Kind.PREPARATION)
"""Between the way there and the hands that are laid there: what is told of the place, or made ready."""


def _goes_to(record: Record, place: Place) -> bool:
    """As in "Now move on to the shoulder.": all that it tells is a way to the region of a place."""
    way = record.strokes[0] if len(record.strokes) == 1 and record.kind is Kind.STROKE else None
    if way is None or way.end is None or way.technique is not Technique.EFFLEURAGE:
        return False
    there = way.end is place or any({way.end, place} <= region for region in _REGIONS)
    bare = "end" in way.stated and way.stated <= _TO_IT
    return there and bare and way.verb.partition(" ")[0] in _GOING


def _only_arranges(record: Record) -> None:
    record.kind, record.strokes, record.turns = Kind.SETUP, (), False
