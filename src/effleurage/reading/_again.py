"""Again: words of a sentence that sends back, which alone would be taken for something else."""

from effleurage.reading._frames import phrases, verbs
from effleurage.reading._mark import Mark

_MEANT = frozenset({"that", "those", "these", "this", "the", "my", "your", "his", "her"})
_TURNING = frozenset({"over", "onto", "round", "around", "to", "face"})
_WHICH = frozenset({"this", "next", "that", "second", "third", "last"})
_REPEATING = frozenset({"again", "redo", "resume"})
_JOINED = ("by", "upon", "after")
_SPOTS = ("tissue", "place", "part", "word", "topic", "distance")


def settle_again(marks: list[Mark]) -> list[Mark]:
    """Settle "last", "step", "same" and "pull by pull" where they point back; changes the marks."""
    for n, mark in enumerate(marks):
        before = marks[n - 1] if n else None
        after = marks[n + 1] if n + 1 < len(marks) else None
        if mark.low == "last" and before is not None and before.low in _MEANT:
            _only(mark, "filler")
            _only(before, "det")
        elif mark.base in ("step", "stage") and after is not None and after.cat in ("num", "open") and not n:
            _only(mark, "motion")
        elif mark.cat == "verb" and after is not None and after.base in phrases("sections") and not n:
            mark.cat = "motion"
        elif mark.low == "that" and before is not None and before.low.endswith("doing"):
            mark.take("pron")
        elif mark.low == "same" and mark.cat in ("again", "det"):
            _same(marks, n)
        elif mark.value == "as_if" and "same way" in mark.low and not any(m.cat == "verb" for m in marks[n:]):
            _only(mark, "again")
        elif mark.cat == "again" and mark.base == "turn" and after is not None and after.low in _TURNING:
            _only(mark, "word")
        elif mark.low == "time" and before is not None and before.low in _WHICH:
            _only(before, "det")
            mark.cat = "times"
        elif mark.cat == "verb" and mark.form == "ing" and before is not None and before.low in _MEANT:
            if n > 1 and marks[n - 2].cat == "verb" and marks[n - 2].base in verbs("do") | _REPEATING:
                mark.cat = "motion"
        elif mark.low in ("near", "far") and not n and after is not None and "side" in mark.cats:
            if after.cat == "place":
                mark.take("side")
        elif mark.low in _JOINED and before is not None and after is not None and before.base == after.base:
            for one in (before, mark, after):
                _only(one, "filler")
    return marks


def _only(mark: Mark, cat: str) -> None:
    mark.cat, mark.value, mark.entry = cat, None, None


def _same(marks: list[Mark], n: int) -> None:
    """As in "on the same two spots": the place stays, and nothing is done again."""
    behind = next((m for m in marks[n + 1 :] if m.cat not in ("num", "press", "tempo", "adv")), None)
    if behind is not None and behind.base in phrases("share"):
        _only(marks[n], "again")
    elif behind is not None and behind.cat in _SPOTS and behind.base in phrases("not_same"):
        _only(marks[n], "det")
