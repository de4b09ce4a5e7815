"""Fields of a form: their labels say whose hands, or who, the words behind them are about."""

from effleurage.reading._words.mark import Mark

_COUNTED = frozenset({"one", "both", "two", "left", "right", "each"})
_WHO = ("person", "subj")


def labelled(marks: list[Mark]) -> list[Mark]:
    """The words of a sentence, without a label that is part of what it says.

    As in "Hands: one on the sacrum": one hand lies there. As in "Partner: as before", "You: the same": how
    somebody lies or sits, and nothing that is done again.
    """
    if len(marks) < _SHORTEST or marks[1].cat != "colon":
        return marks
    label, _, first = marks[:_SHORTEST]
    if "tool" in label.cats and first.low in _COUNTED and not _names_tool(marks[_SHORTEST:]):
        return [first, _tool(label, first), *marks[_SHORTEST:]]
    if label.cat in _WHO and first.cat == "again" and not any(m.cat == "verb" for m in marks):
        for mark in marks:
            mark.mute()
    return marks


_SHORTEST = 3


def _names_tool(behind: list[Mark]) -> bool:
    """As in "Hands: both palms flat": it has its own word for them."""
    return bool(behind) and "tool" in behind[0].cats


def _tool(label: Mark, count: Mark) -> Mark:
    """What the label names, behind how many there are of it."""
    single = count.low not in ("both", "two")
    low = label.base if single else label.low
    entry = label.cats["tool"]
    tool = Mark("tool", entry.value, entry, low, "base", count.j, count.j, count.end, count.end)
    tool.plural, tool.cats, tool.base = not single, {"tool": entry}, label.base
    return tool
