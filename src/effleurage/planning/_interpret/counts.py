"""Counts: how often a stroke is still done when its count takes in what was done, or comes on top of it."""

from collections.abc import Sequence
from dataclasses import replace

from effleurage.planning._interpret.items import Item


def left_to_do(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries with counts that are told in all lessened by what was done, and with others raised by it.

    "Three passes." behind a pass, or behind one and "again from the bottom", asks for two or one more; "slide
    up, and do that twice more" for three.
    """
    out: list[Item] = []
    for entry in entries:
        if entry.stroke is not None and entry.stroke.besides and entry.stroke.repeats is not None:
            told = replace(entry.stroke, repeats=entry.stroke.repeats + 1, besides=False)
            out.append(replace(entry, stroke=told))
            continue
        if entry.stroke is None or not entry.stroke.in_all or entry.stroke.repeats is None:
            out.append(entry)
            continue
        step = [e for e in entries if e.step == entry.step and e.stroke is not None and e.stroke.in_all]
        left = entry.stroke.repeats - min(_done(e, entries) for e in step)
        if left > 0:
            out.append(replace(entry, stroke=replace(entry.stroke, repeats=left)))
    return tuple(out)


def _done(entry: Item, entries: Sequence[Item]) -> int:
    """How often an entry's clause is done on its side before it is done again."""
    copy = entry.stroke
    assert copy is not None
    earlier = [
        e for e in entries if e.step < entry.step or (e.step == entry.step and e.number < entry.number)
    ]
    before = [
        e.stroke for e in earlier if e.stroke is not None and not (e.step == entry.step and e.stroke.in_all)
    ]
    return sum(s.repeats or 1 for s in before if s.span == copy.span and s.side is copy.side)
