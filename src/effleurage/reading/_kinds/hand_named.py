"""Hands that are only named: "Then the first hand again." and "And the other.", one turn for each."""

from effleurage.reading._slots.state import State
from effleurage.reading._strokes.anew import anew
from effleurage.reading._words.mark import Mark, Words
from effleurage.routine import Hands, Kind, Stroke, Technique

_FIRST = frozenset({"first", "first one", "first hand"})
_NAMES = _FIRST | {"other", "second", "other one", "second one", "other hand"}
_SAID = frozenset({"again", "once more", "one", "to", "turn", "'s", "it", "back", "next", "and", "too"})
_LITTLE = frozenset({"conj", "comma", "colon", "filler", "det", "mine"})
_GOING = frozenset({"go", "go again", "take", "be", "come", "return"})
_SHORT = 14
"""A sentence that only names hands has no more words."""


def hands_named(marks: Words, state: State) -> tuple[Kind, list[Stroke]]:
    """The turns of hands that a sentence only names, behind the turn of one hand; none where it says more.

    As in "Brush the first hand up. Then the other hand.", which is a stroke of its own, and "The other
    follows. Now the first hand again, then the second.", which does again what they did.

    Args:
        marks: The sentence's words.
        state: The context, with the sentences read so far.
    """
    if len(marks) > _SHORT or _NAMES.isdisjoint(marks.lows) or not state.records:
        return Kind.NOTE, []
    named = [m for m in marks if m.low in _NAMES]
    if "one hand" in marks.spoken.text or not all(m.low in _NAMES or _is_little(m) for m in marks):
        return Kind.NOTE, []
    before = state.latest(3)
    last = before[-1] if before else None
    if last is None or not _takes_turns(last):
        return Kind.NOTE, []
    called = any(m.base == "hand" for m in marks) or named[0].low in _FIRST
    if last.follows or last.other_hand:
        # Right behind "And the first.", "the second" is a hand, and no side.
        if not (called or (state.records[-1].strokes and "first" in state.records[-1].words)):
            return Kind.NOTE, []
        return Kind.REPEAT, [_again(last) for _ in named]
    if not called or named[0].low in _FIRST:
        return Kind.NOTE, []
    turn = anew(last, other_hand=True, follows=True, stated=frozenset({"hands", "tool"}))
    return Kind.STROKE, [turn, *(_again(turn) for _ in named[1:])]


def _is_little(mark: Mark) -> bool:
    """A word that only leads on, or tells that it is done again."""
    turned = mark.cat == "verb" and mark.cats["verb"].lemma in _GOING
    hand = mark.cat == "tool" and mark.base == "hand" and not mark.plural
    return mark.cat in _LITTLE or mark.low in _SAID or turned or hand


def _takes_turns(stroke: Stroke) -> bool:
    """One hand glides, and the other may do the same behind it."""
    alone = stroke.hands in (Hands.ONE, Hands.LEFT, Hands.RIGHT)
    return alone and stroke.technique is Technique.EFFLEURAGE and not (stroke.returning or stroke.progress)


def _again(stroke: Stroke) -> Stroke:
    return anew(stroke, repeats=1, stated=frozenset({"hands"}), copied=True)
