"""In turn: "left then right" behind a paired place says sides, and not hands."""

import itertools

from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark

PAIRED = frozenset(
    {
        "spine_sides",
        "shoulder_blade",
        "shoulder",
        "shoulder_top",
        "neck_sides",
        "flank",
        "hip",
        "buttock",
        "armpit",
        "arm",
        "leg",
    }
)
"""Places that the body has on the left and on the right."""

_TURN = frozenset({"first", "then", "and", "the", "now", "next", "on", "left", "right", "one"})


def sides_in_turn(marks: list[Mark]) -> list[Mark]:
    """As in "knead the buttocks, left then right": behind a paired place these are sides, not hands."""
    for n, mark in enumerate(marks):
        words = mark.low.split()
        if mark.cat != "hands" or not {"left", "right"} <= set(words) or not _TURN.issuperset(words):
            continue
        noun = next(
            (m for m in reversed(marks[:n]) if m.cat in ("place", "tool") and m.value != "grip"), None
        )
        if noun is None or noun.cat != "place" or noun.value not in PAIRED:
            continue
        sides = [w for w in words if w in ("left", "right")]
        if len(sides) != 2:
            continue
        first, then, second = (
            Mark(cat, value, None, low, "", mark.i + k, mark.i + k + 1, mark.start, mark.end)
            for k, (cat, value, low) in enumerate(
                (("side", sides[0], sides[0]), ("conj", "strong", "and then"), ("side", sides[1], sides[1]))
            )
        )
        return [*marks[:n], first, then, second, *marks[n + 1 :]]
    return marks


_CHANGING = frozenset({"change", "swap", "switch", "trade"})
_LASTING = frozenset(
    [
        *(
            "until",
            "till",
            "each time",
            "every time",
            "as you go",
            "all the way",
            "as you climb",
            "as you work",
        ),
        *("continuously", "constantly", "continually", "repeatedly", "again and again", "over and over"),
        *("like this", "like that", "in this way", "in this manner", "in this fashion"),
        *("full length", "whole length", "entire length"),
    ]
)
CHANGING = _CHANGING | {"changing", "swapping", "switching", "trading"}


def hands_change(marks: list[Mark]) -> None:
    """As in "carry on, changing hands, until you reach the neck": by turns, and not once."""
    lasting = any(m.low in _LASTING for m in marks)
    for n, (verb, hands) in enumerate(itertools.pairwise(marks)):
        # As in "Carry on swapping hands and travel upward".
        kept = n > 0 and verb.form == "ing" and marks[n - 1].cat == "verb"
        kept = kept and marks[n - 1].cats["verb"].get("act") in ("on", "stay")
        if (lasting or kept) and verb.low in CHANGING and hands.low == "hands" and verb.base in _CHANGING:
            hands.cat, hands.value, hands.entry, hands.cats = "hands", "alternate", None, {}
            verb.mute()
            verb.base = verb.low


def kept_in_turn(marks: list[Mark]) -> None:
    """As in "Keep the hands alternating", "keep the fans coming until …": they go on, by turns or not."""
    for n, mark in enumerate(marks):
        turning = mark.cat == "hands" and mark.value == "alternate" and mark.form == "ing"
        coming = mark.low in _COMING and (n + 1 == len(marks) or marks[n + 1].cat in _ENDS)
        if not (turning or coming):
            continue
        lead = n - 1
        while lead > 0 and (marks[lead].cat in ("det", "mine", "side", "num") or marks[lead].low == "hands"):
            lead -= 1
        told = any(m.low == "hands" for m in marks[lead:n])
        if coming and not told and lead > 0 and (marks[lead].cat == "motion" or "motion" in marks[lead].cats):
            told, lead = True, lead - 1
            while lead > 0 and marks[lead].cat in ("det", "mine", "word", "tempo", "motion"):
                lead -= 1
        if told and lead >= 0 and marks[lead].base == "keep":
            for between in marks[lead + 1 : n + coming]:
                between.mute()
            marks[lead].become(Entry("verb", None, "carry on", {"act": "on"}))


_COMING = frozenset({"coming", "going"})
_ENDS = ("comma", "semi", "close", "dash", "conj", "sub", "endless", "hands")


def one_then_other(marks: list[Mark]) -> None:
    """As in "Use one hand, then the other.": hands by turns, with a comma between them."""
    for n, (one, hand, comma, then, the, other) in enumerate(
        zip(marks, marks[1:], marks[2:], marks[3:], marks[4:], marks[5:], strict=False)
    ):
        named = one.low == "one" and hand.base == "hand" and comma.cat == "comma"
        if named and then.low in ("then", "and then") and the.low == "the" and other.low == "other":
            behind = marks[n + 6 : n + 7]
            if behind and behind[0].cat not in ("comma", "semi", "close", "dash"):
                continue
            one.cat, one.value, one.entry, one.cats = "hands", "alternate", None, {}
            for mark in (hand, comma, then, the, other):
                mark.mute()
