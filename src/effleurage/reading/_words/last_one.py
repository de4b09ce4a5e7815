"""The last one: how a row ends, "the closing pull", "I make my last pull go across the shoulder"."""

import itertools

from effleurage.reading._words.lexicon import Entry
from effleurage.reading._words.mark import Mark

_CLOSING = frozenset({"closing", "concluding", "finishing", "ultimate"})
_LAST = frozenset({"last", "final", "very last"})
LAST = _CLOSING | _LAST
_MAKING = frozenset({"make", "have", "let", "get"})
_ASIDE = ("prep", "pron", "filler", "adv", "again")
_LET = Entry("verb", None, "let", {"act": "manner"})


def _is_stroke(mark: Mark) -> bool:
    named = mark.low == "one" or mark.cat in ("motion", "times") or "motion" in mark.cats
    return named or ("verb" in mark.cats and bool(mark.cats["verb"].get("noun")))


_ENDING = frozenset({"end", "finish", "close", "conclude"})


def ends_with_one(marks: list[Mark]) -> None:
    """As in "end with a pull that crosses the shoulder": the last pull crosses the shoulder."""
    for n in range(len(marks) - 5):
        verb, using, a, stroke, that, goes = marks[n : n + 6]
        named = (
            using.low == "with" and a.cat == "det" and _is_stroke(stroke) and that.low in ("that", "which")
        )
        if not named or verb.base not in _ENDING or verb.cat != "verb" or goes.form != "s":
            continue
        for aside in (verb, using, that):
            aside.mute()
        a.cat, a.low, a.base = "filler", "final", "final"
        stroke.cat = "motion"
        if "verb" in goes.cats:
            goes.take("verb")


def last_one(marks: list[Mark]) -> None:
    """The last one of a row is called so, and what it is made to do is done."""
    for last, of, them in zip(marks, marks[1:], marks[2:], strict=False):
        if last.low in _LAST and of.low == "of" and them.low in ("them", "these", "those"):
            of.cat, of.value, of.low, of.base, of.cats = "times", None, "one", "one", {}
            them.mute()
    for n, (last, stroke) in enumerate(itertools.pairwise(marks)):
        if last.low not in LAST or not _is_stroke(stroke):
            continue
        if last.cat == "verb":
            # As in "so your last pull goes there", where "your" is a part of another word.
            last.mute()
        if n and marks[n - 1].low == "that" and (n < 2 or marks[n - 2].cat in ("conj", "comma")):
            # As in ", and that final pull goes across the shoulder": that one, and what nothing aims at.
            marks[n - 1].cat, marks[n - 1].value, marks[n - 1].cats = "det", None, {}
            stroke.cat = "motion"
        if last.low in _CLOSING:
            last.mute()
            last.low = last.base = "final"
        verb = next((m for m in reversed(marks[:n]) if m.cat not in ("det", "mine", "filler")), None)
        if verb is None or verb.cat != "verb" or verb.cats["verb"].lemma not in _MAKING:
            continue
        then = n + 2
        while then < len(marks) and then < n + 6 and marks[then].cat in _ASIDE:
            then += 1
        goes = marks[then] if then < len(marks) else None
        if goes is None or "verb" not in goes.cats or goes.cats["verb"].get("act") not in ("go", "move"):
            continue
        if stroke.cat == "num" and goes.cat == "verb":
            # "Make the last one go over it" is read as it stands.
            continue
        for aside in marks[n + 2 : then]:
            aside.mute()
        stroke.cat, stroke.value = (
            "motion",
            stroke.cats["verb"].value if "verb" in stroke.cats else stroke.value,
        )
        goes.take("verb")
        verb.become(_LET)
