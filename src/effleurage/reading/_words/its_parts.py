"""Its parts: "beside the spine, just above its base", the part of a place that was named before it."""

from typing import Any

from effleurage.reading._words.lexicon import Entry, Lexicon
from effleurage.reading._words.mark import Mark

_CALLED = {
    "spine": "spine",
    "spine_sides": "spine",
    "shoulder_blade": "shoulder blade",
    "neck": "neck",
    "back": "back",
    "head": "skull",
    "shoulder_top": "shoulder ridge",
}
"""What a place is called where one of its parts is told."""


WHOSE = frozenset({"its", "'s", "base"})


def its_parts(marks: list[Mark], lexicon: Lexicon) -> None:
    """Give "its base" and "its lower tip" the place that they are of the place before them.

    "The spine's side" is told in one, and is the place by itself.

    Args:
        marks: A tagged sentence; its marks may be changed.
        lexicon: The words, for what the base of a spine is.
    """
    wholes: list[str | None] = []
    owner: Mark | None = None
    for n, (its, mark) in enumerate(zip([None, *marks], marks, strict=False)):
        if its is not None and _of_it(its, mark, marks[n + 1 :]):
            # "Its" is of the last one; "beside the spine at the lower back, just above the base": one has it.
            some = wholes[-1:] if its.low == "its" else wholes[::-1]
            known = (_place(lexicon, f"{mark.low} of {whole}") for whole in some if whole is not None)
            entry = next((part for part in known if part is not None), None)
            if entry is not None:
                mark.cat, mark.value, mark.entry, mark.cats = "place", entry.value, entry, {"place": entry}
                _has_it_there(marks, n)
        elif its is not None and its.low == "'s" and mark.cat == "part" and owner is not None:
            # As in "at the spine's side".
            entry = _place(lexicon, f"{mark.low} of {_CALLED[owner.cats['place'].value]}")
            if entry is not None:
                mark.cat, mark.value, mark.entry, mark.cats = "place", entry.value, entry, {"place": entry}
                owner.mute()
                its.mute()
        elif "tool" in mark.cats or mark.cat == "semi":
            # The tip is that of a finger, or what "its" means was told in another clause.
            wholes = []
        elif "place" in mark.cats:
            whole = _CALLED.get(mark.cats["place"].value)
            wholes.append(whole)
            owner = mark if whole is not None else None


def _of_it(its: Mark, mark: Mark, behind: list[Mark]) -> bool:
    """As in "its base", and as in "beside the spine, just above the base"."""
    if mark.cat != "part" or its.low not in ("its", "the"):
        return False
    return its.low == "its" or (mark.low == "base" and not (behind and behind[0].low == "of"))


def _has_it_there(marks: list[Mark], n: int) -> None:
    """As in "where the spine has its base": at the base of the spine."""
    first = n - _AHEAD - (n > _AHEAD and marks[n - _AHEAD].cat == "det")
    if first < 0 or marks[n - 2].base != "have" or marks[first].low not in ("where", "in which"):
        return
    for mark in marks[first:n]:
        mark.mute()


_AHEAD = 4
"""So many words stand before "base" in "where … spine has its base", without an article."""


def _place(lexicon: Lexicon, phrase: str) -> Entry | None:
    node: dict[str, Any] | None = lexicon.tree
    for word in phrase.split():
        node = node.get(word) if node else None
    return node.get("", {}).get("place") if node else None
