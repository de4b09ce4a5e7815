"""Sections of a movement: what is done on one side, and again on the other where the text says so."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import final

from effleurage.planning._interpret.elsewhere import borrowed
from effleurage.planning._interpret.items import Item
from effleurage.routine import Direction, GiverPlace, Hands, Side, Span, Stroke, Technique

_OPPOSITE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.ONE: Side.OTHER, Side.OTHER: Side.ONE}
_GIVER = frozenset({Direction.TOWARD_GIVER, Direction.AWAY_FROM_GIVER})
_ACROSS = frozenset({GiverPlace.OTHER_SIDE, GiverPlace.OPPOSITE})


@final
@dataclass(frozen=True, kw_only=True)
class Section:
    """Entries that are performed together.

    Attributes:
        entries: What is told.
        again: The entry that sends it to the other side, or None.
        moves: The giver changes sides for that.
        borrowed: It does again what another movement told, as its copies say.
    """

    entries: tuple[Item, ...]
    again: Item | None = None
    moves: bool = False
    borrowed: bool = False


def sections(entries: Sequence[Item]) -> list[Section]:
    """Divide a movement where it goes to the other side.

    A sentence such as "repeat on the left" comes with copies of the strokes that it causes. How much
    it sends back is told by what was one-sided before it; so that part is performed again, mirrored,
    in the place of the copies.
    """
    out: list[Section] = []
    rest = _without_shown(entries)
    other = borrowed(rest)
    if other is not None:
        begin, end = other
        told = Section(entries=tuple(rest[begin:end]), borrowed=True)
        return [*sections(rest[:begin]), told, *sections(rest[end:])]
    while rest:
        found = _mirrored(rest)
        if found is None:
            out.append(Section(entries=tuple(rest)))
            break
        first, start, stop = found
        if first:
            out.append(Section(entries=tuple(rest[:first])))
        step = rest[start].step
        ways = [entry.arrangement for entry in rest if entry.step == step and entry.arrangement is not None]
        copied = {entry.stroke.span for entry in rest[start:stop] if entry.stroke is not None}
        told = tuple(
            _on_one_side(entry, copied)
            for entry in rest[first:start]
            if entry.step != step or entry.stroke is not None
        )
        moves = any(said.giver in _ACROSS for said in ways)
        out.append(Section(entries=told, again=rest[start], moves=moves))
        rest = rest[_counted(rest, first, stop) :]
    return out


def _without_shown(entries: Sequence[Item]) -> list[Item]:
    """The entries without what is told for "one side" where its copies then name both, one after the other.

    "Lay the forearm along her shoulder and roll it. Right shoulder first, then left."
    """
    named: dict[Span, set[Side | None]] = {}
    for entry in entries:
        if entry.stroke is not None and entry.stroke.copied:
            named.setdefault(entry.stroke.span, set()).add(entry.stroke.side)
    return [
        entry
        for entry in entries
        if entry.stroke is None
        or entry.stroke.copied
        or entry.stroke.side is not Side.ONE
        or not named.get(entry.stroke.span, set()) >= {Side.LEFT, Side.RIGHT}
    ]


def _counted(entries: Sequence[Item], first: int, stop: int) -> int:
    """Where what is told goes on behind a change of sides.

    As in "Change sides. Three more.": so often there, as it was done on the first side.
    """
    spans = {entry.stroke.span for entry in entries[first:stop] if entry.stroke is not None}
    at = stop
    while at < len(entries) and entries[at].stroke is None:
        at += 1
    more = at
    while more < len(entries) and _counts(entries[more].stroke, spans):
        more += 1
    return more if more > at else stop


def _counts(stroke: Stroke | None, spans: set[tuple[int, int]]) -> bool:
    """It is a copy, only counted, of one of the strokes with these words."""
    return stroke is not None and stroke.copied and stroke.stated == {"repeats"} and stroke.span in spans


def _mirrored(entries: Sequence[Item]) -> tuple[int, int, int] | None:
    """Where what is done again begins, and where its copies begin and end; None without any."""
    start = next((i for i in range(len(entries)) if _mirrors(entries, i)), None)
    if start is None:
        return None
    stop = start
    while stop < len(entries) and (entries[stop].stroke is None or _mirrors(entries, stop)):
        stop += 1
    while entries[stop - 1].stroke is None:
        stop -= 1
    first = min(_source(entries[:start], entry.stroke) for entry in entries[start:stop] if entry.stroke)
    # "Up the left side, then the right" is complete in itself; a sentence of its own may mean more.
    while first and entries[start].step != entries[first].step and _one_sided(entries[first - 1]):
        first -= 1
    return first, start, stop


def _mirrors(entries: Sequence[Item], i: int) -> bool:
    """The entry is a copy, for the other side, of one before it."""
    stroke = entries[i].stroke
    if stroke is None or not stroke.copied or stroke.side not in (Side.LEFT, Side.RIGHT, Side.OTHER):
        return False
    source = _source(entries[:i], stroke)
    before = entries[source].stroke if source < i else None
    if before is None or before.side is Side.BOTH:
        return False
    sides = (other.stroke.side for other in entries[:i] if other.stroke and not other.stroke.copied)
    said = before.side or next((side for side in sides if side in _OPPOSITE), None)
    return said in (None, Side.ONE) or stroke.side is _OPPOSITE[said]


def _on_one_side(entry: Item, copied: set[Span]) -> Item:
    """What is done again on the other side was done on one, also where its own words leave that open."""
    stroke = entry.stroke
    if stroke is None or stroke.side is not None or stroke.span not in copied:
        return entry
    return replace(entry, stroke=replace(stroke, side=Side.ONE))


def _source(entries: Sequence[Item], stroke: Stroke) -> int:
    """Index of the first entry with the words of a copy; their number if none has."""
    for i, entry in enumerate(entries):
        if entry.stroke is not None and entry.stroke.span == stroke.span:
            return i
    return len(entries)


def _one_sided(entry: Item) -> bool:
    """It does not work on both sides at once: so it can belong to what is done again on the other."""
    stroke = entry.stroke
    if stroke is None or stroke.side in _OPPOSITE:
        return True
    if stroke.technique is Technique.HOLD and stroke.together and "side" not in stroke.stated:
        return True
    if stroke.side is Side.BOTH or stroke.passes:
        return False
    as_one = stroke.together or bool(_GIVER & set(stroke.direction))
    return stroke.hands is not Hands.BOTH or as_one or stroke.technique is Technique.HOLD
