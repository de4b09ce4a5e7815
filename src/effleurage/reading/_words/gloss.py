"""Glosses: words in brackets that only explain the tool before them."""

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
