"""Words with a rule of their own for where they are verbs: "tip", "last", "open", "set"."""

from effleurage.reading._words.mark import Mark
from effleurage.reading._words.verb_guess import BE, SAME
from effleurage.reading._words.verb_nouns import DEFINED, DESCRIBING, adjective, in_with_phrase

ODD = DESCRIBING | {
    "tip",
    "tips",
    "ends",
    "knuckles",
    "last",
    "set",
    "put",
    "spread",
    "open",
    "ready",
    "working",
    "close",
    "come",
    "run",
}
"""These words; of the others their rules need not be asked."""

_LAID = frozenset({"set", "put", "spread"})
_HAVE = frozenset({"have", "has", "had", "having"})
_NOUN = ("det", "mine", "theirs", "side", "num", "prep", "press")
_NEAR = ("together", "by", "beside", "to", "behind", "along", "alongside", "against", "next", "up")
_LAST = ("det", "pron", "mine", "theirs", "num")


def odd_verb(marks: list[Mark], at: int, before: Mark | None, after: Mark | None) -> bool | None:
    """Whether such a word is a verb here; None where its rules do not say.

    Args:
        marks: The sentence's words.
        at: Which of them.
        before: The word before it, past adverbs.
        after: The word behind it.
    """
    low = marks[at].low
    if low == "tip" and (after is None or after.cat == "comma"):
        return False
    if low == "ends" and after is not None and after.low == "of":
        return False
    if low == "working" and after is not None and after.base in ("hand", "arm", "forearm", "wrist", "one"):
        # As in "clasps the working hand".
        return before is None
    if before is not None:
        if low in ("tip", "tips") and before.cat in ("part", "place", "det", "prep"):
            return False
        if low == "ready" and before.cat in ("side", "tool", "pron", "place"):
            # As in "hold the other ready".
            return False
        where = after.low.split()[0] if after is not None and low == "close" else None
        if where in _NEAR and before.cat in ("tool", "dir"):
            # As in "with your hands close together" and "lay it down close along the spine".
            return False
        if low == "knuckles" and before.cat in _NOUN:
            return False
        if low == "tip" and before.low == "to" and marks[at - 2].cat in ("word", "part"):
            return False
        if low == "last" and (before.cat in _LAST or before.low == "very"):
            return False
        if low in DESCRIBING and _describes(marks, at, before, after):
            return False
        if low in SAME and (before.low in BE or before.low in _HAVE):
            # As in "once the hands have come back", "the palms are run up the back".
            return True
        if low in _LAID and before.cat == "tool" and _lies(low, after) and in_with_phrase(marks, at):
            # As in "it begins with both hands set on the hips": so they are laid.
            return False
    elif low in DESCRIBING and after is not None and after.cat == "comma" and adjective(marks, at):
        # As in "Smooth, upward strokes spread the oil".
        return False
    elif low in DESCRIBING and any(m.low in DEFINED for m in marks[at + 1 :]) and adjective(marks, at):
        # As in "Smooth upward strokes should be used".
        return False
    if low in DESCRIBING or low == "open":
        kept = [m.cats["verb"].lemma for m in marks[max(0, at - 4) : at] if m.cat == "verb"]
        if low in DESCRIBING and kept and kept[-1] in ("keep", "hold", "leave"):
            return False
        if low in DESCRIBING and kept and kept[-1] == "make" and before is not None and before.cat == "pron":
            # As in "make it smooth": what it shall be like.
            return False
        if low == "open" and kept and kept[-1] in ("spread", "pull", "stretch", "push", "ease"):
            return False
    return None


def _lies(low: str, after: Mark | None) -> bool:
    """Whether what stands behind such a word says where something lies, and not whither it is spread."""
    where = after is not None and (after.cat in ("prep", "place") or after.low in _NEAR)
    return where or (low != "spread" and after is not None and after.cat == "dir")


def _describes(marks: list[Mark], at: int, before: Mark, after: Mark | None) -> bool:
    """As in "long, open strokes": what something is like."""
    if before.cat == "comma" and (after is None or after.low in ("as", "and", "or", ",")):
        return True
    led = before.cat in ("comma", "conj", "prep", "press", "tempo", "word") or before.low == "in"
    return led and adjective(marks, at)
