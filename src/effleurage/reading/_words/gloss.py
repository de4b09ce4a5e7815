"""Glosses: words in brackets, or between commas, that only explain what stands before them."""

from effleurage.reading._words.mark import Mark


def without_gloss(marks: list[Mark]) -> list[Mark]:
    """As in "Your first finger (next to the thumb) points up": between a tool and its verb, a gloss."""
    low = next((n for n, m in enumerate(marks) if m.cat == "open"), None)
    high = next((n for n, m in enumerate(marks) if m.cat == "close"), None)
    if low is None or high is None or not 0 < low < high or high + 1 >= len(marks):
        return marks
    told = "tool" in marks[low - 1].cats and marks[high + 1].form == "s" and "verb" in marks[high + 1].cats
    glossed = told and not any(m.cat == "verb" for m in marks[low:high])
    return [*marks[:low], *marks[high + 1 :]] if glossed else marks


RELATIVE = frozenset({"which", "that"})
_EXPLAINED = frozenset({"motion", "tool", "word", "times"})
_TELLING = frozenset({"place", "tool", "dir", "num"})


def without_remark(marks: list[Mark]) -> list[Mark]:
    """As in "Smooth strokes, which follow the lymph, are used": a remark before the verb."""
    if marks and marks[0].low == "with":
        return _without_likeness(marks)
    low = next((n for n in range(1, len(marks) - 1) if marks[n + 1].low in RELATIVE), None)
    if low is None or marks[low].cat != "comma" or marks[low - 1].cat not in _EXPLAINED:
        return marks
    high = next((n for n in range(low + 2, len(marks)) if marks[n].cat == "comma"), None)
    if high is None or high + 1 >= len(marks) or any(m.cat == "verb" for m in marks[:low]):
        return marks
    behind = marks[high + 1]
    goes_on = behind.cat == "modal" or (behind.cat == "verb" and behind.cats["verb"].lemma == "be")
    bare = not any(m.cat in _TELLING for m in marks[low:high])
    return [*marks[:low], *marks[high + 1 :]] if goes_on and bare else marks


def _without_likeness(marks: list[Mark]) -> list[Mark]:
    """As in "With strokes that go along with the lymph, oil the back": what they are like, and no stroke."""
    low = next((n for n in range(2, len(marks)) if marks[n].low in RELATIVE), None)
    if low is None or marks[low - 1].cat not in ("motion", "times"):
        return marks
    high = next((n for n in range(low, len(marks)) if marks[n].cat == "comma"), None)
    if high is None or high + 1 >= len(marks) or marks[high + 1].form != "base":
        return marks
    bare = not any(m.cat in _TELLING for m in marks[low:high])
    return [*marks[:low], *marks[high:]] if bare else marks
