"""Groups of strokes that belong together: rows that creep along a line, and loops."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import final

from effleurage.planning._interpret.items import Item, single
from effleurage.routine import Direction, Hands, Place, Stroke, Technique

_AT_A_SPOT = frozenset(
    {Technique.COMPRESSION, Technique.FRICTION, Technique.PETRISSAGE, Technique.VIBRATION, Technique.RELEASE}
)
_SUMMITS = frozenset({Place.NECK_BASE, Place.NECK, Place.UPPER_BACK, Place.SKULL_BASE})
"""Where a row up the spine ends, which says by itself that it climbs."""
_SIDEWAYS = frozenset({Direction.OUT, Direction.TOWARD_GIVER, Direction.AWAY_FROM_GIVER})


@final
@dataclass(frozen=True, kw_only=True)
class Group:
    """Strokes performed as one.

    Attributes:
        arrangements: What is arranged before them.
        strokes: The strokes, in order.
        times: How often the whole group is performed.
        row: (number of its units, whether its last stroke is a finale), for a row.
        lanes: Its first stroke shows a lane, and its last one takes that over the whole back.
        unit: Number of its last strokes that are done at one spot after another, if they creep along; what is
            before them shows one unit.
    """

    arrangements: tuple[Item, ...] = ()
    strokes: tuple[Item, ...] = ()
    times: int = 1
    row: tuple[int, bool] | None = field(default=None)
    lanes: bool = False
    unit: int = 0


def groups(entries: Sequence[Item]) -> list[Group]:
    """Divide a movement's strokes and arrangements into groups."""
    entries = [entry for n, entry in enumerate(entries) if not _laid_anew(entries[n : n + 2])]
    entries = [e for n, e in enumerate(entries) if not _is_same_row(entries[max(0, n - 1) : n + 1])]
    out: list[Group] = []
    waiting: list[Item] = []
    i = 0
    while i < len(entries):
        if entries[i].stroke is None:
            waiting.append(entries[i])
            i += 1
            continue
        length, unit = _creep(entries[i:])
        lanes = _lanes(entries[i:])
        whole = (length, None, 1) if unit else (lanes, None, 1) if lanes else None
        size, row, times = whole or _row(entries[i:]) or _loop(entries[i:]) or (1, None, 1)
        taken = entries[i : i + size]
        waiting.extend(entry for entry in taken if entry.stroke is None)
        out.append(
            Group(
                arrangements=tuple(waiting),
                strokes=tuple(entry for entry in taken if entry.stroke is not None),
                times=times,
                row=row,
                lanes=bool(lanes) and not unit,
                unit=unit,
            )
        )
        waiting = []
        i += size
    if waiting:
        out.append(Group(arrangements=tuple(waiting)))
    return out


def in_turn(entries: Sequence[Item]) -> tuple[Item, ...]:
    """The entries, in which both hands that carry on what each of them has shown do so by turns.

    As in "One hand fans out, and the other follows. Between them they go round the blade.".
    """
    if not any(_both_go_round(entry.stroke) for entry in entries):
        return tuple(entries)
    out = list(entries)
    for i, entry in enumerate(entries):
        found = _row(entries[i:]) if entry.stroke is not None else None
        if found is None or found[1] is None:
            continue
        at = i + found[1][0]
        last, shown = entries[at].stroke, [e.stroke for e in entries[i:at] if e.stroke is not None]
        follows = any(stroke.follows for stroke in shown) and all(single(stroke) for stroke in shown)
        if last is not None and follows and _both_go_round(last):
            out[at] = replace(entries[at], stroke=replace(last, hands=Hands.ALTERNATE))
    return tuple(out)


def _both_go_round(stroke: Stroke | None) -> bool:
    return stroke is not None and stroke.hands is Hands.BOTH and bool(_ROUND & set(stroke.direction))


_ROUND = frozenset({Direction.AROUND, Direction.CIRCLE})


def _laid_anew(entries: Sequence[Item]) -> bool:
    """As in "Lay your fingers there and pull. Repeat up the spine.": where they are laid, the row tells."""
    strokes = [entry.stroke for entry in entries]
    if len(strokes) < 2 or strokes[0] is None or strokes[1] is None:
        return False
    again = strokes[0].copied and strokes[1].copied and entries[0].step == entries[1].step
    return (
        again and strokes[0].technique is Technique.HOLD and strokes[1].progress and _goes_aside(strokes[1])
    )


def _is_same_row(entries: Sequence[Item]) -> bool:
    """As in "Work all round the blade. Keep one hand following the other.": how, and not once more."""
    strokes = [entry.stroke for entry in entries]
    if len(strokes) < 2 or strokes[0] is None or strokes[1] is None:
        return False
    row, told = strokes[0], strokes[1]
    again = told.copied and not row.copied and told.span == row.span and told.repeats in (None, 1)
    alike = (told.over, told.end, told.side) == (row.over, row.end, row.side)
    by_turns = told.hands is Hands.ALTERNATE and row.hands in (Hands.ONE, Hands.ALTERNATE)
    round_ = row.technique is Technique.EFFLEURAGE and Direction.AROUND in row.direction
    return again and alike and by_turns and (row.progress or round_)


def _goes_aside(stroke: Stroke) -> bool:
    return stroke.technique is Technique.EFFLEURAGE and bool(_SIDEWAYS & set(stroke.direction))


def _creep(entries: Sequence[Item]) -> tuple[int, int]:
    """Clauses that creep along: how many there are, and how many make one unit; zeros for none.

    "Press, let go, slide up an inch. Carry on like that to the neck": the first sentence shows a unit.
    """
    unit = _unit(entries)
    if not unit:
        return 0, 0
    if _progresses(entries[unit - 1]):
        return unit, unit
    again = entries[unit : 2 * unit]
    same = len(again) == unit and all(
        a.stroke and b.stroke and b.stroke.copied and a.stroke.span == b.stroke.span
        for a, b in zip(entries, again, strict=False)
    )
    return (2 * unit, unit) if same and _progresses(again[-1]) else (0, 0)


def _unit(entries: Sequence[Item]) -> int:
    """Number of a sentence's clauses from work in place to a slide; 0 if they are no such row."""
    for size, entry in enumerate(entries):
        stroke = entry.stroke
        if stroke is None or entry.step != entries[0].step:
            return 0
        if stroke.technique is Technique.EFFLEURAGE:
            return size + 1 if size else 0
        if stroke.technique not in _AT_A_SPOT or (not size and stroke.technique is Technique.RELEASE):
            return 0
    return 0


def _progresses(entry: Item) -> bool:
    return entry.stroke is not None and entry.stroke.progress


def _lanes(entries: Sequence[Item]) -> int:
    """Clauses that show one stroke up the back and take it over all of it: how many there are, or 0.

    "Stroke up to the shoulders. Glide lightly back. Lay stroke beside stroke until the back is covered."
    """
    first = entries[0].stroke
    if first is None or not _shows_lane(first):
        return 0
    spans = {first.span}
    size = 0
    for n, entry in enumerate(entries[1:], start=2):
        stroke = entry.stroke
        if stroke is None or stroke.technique is not Technique.EFFLEURAGE:
            break
        if not stroke.returning and not (stroke.copied and stroke.span in spans):
            break
        spans.add(stroke.span)
        if stroke.copied and Place.BACK in stroke.over:
            size = n
    return size


def _shows_lane(stroke: Stroke) -> bool:
    """It glides up or down the back with both hands, and no more is said of where else."""
    lengthwise = len({Direction.UP, Direction.DOWN} & set(stroke.direction)) == 1
    glides = stroke.technique is Technique.EFFLEURAGE and stroke.hands in (None, Hands.BOTH)
    return glides and lengthwise and not (stroke.copied or stroke.returning or stroke.passes)


def _row(entries: Sequence[Item]) -> tuple[int, tuple[int, bool], int] | None:
    """A row at the beginning: units that show how one goes, and the stroke that carries them on."""
    units: list[Stroke] = []
    for i, entry in enumerate(entries):
        stroke = entry.stroke
        if stroke is None or stroke.technique is not Technique.EFFLEURAGE:
            return None
        if _carries_on(stroke, units):
            after = entries[i + 1].stroke if i + 1 < len(entries) else None
            same_step = after is not None and entries[i + 1].step == entry.step
            if after is not None and _is_one_more(stroke, after, same_step=same_step):
                units.append(stroke)
                continue
            finale = after is not None and _ends(stroke, after)
            return i + 1 + finale, (i, finale), 1
        follower = bool(units) and (
            stroke.follows or stroke.other_hand or stroke.hands is not units[-1].hands
        )
        sideways = bool(_SIDEWAYS & set(stroke.direction)) or (follower and not stroke.direction)
        if not sideways or stroke.passes or (stroke.repeats or 1) > 1:
            return None
        units.append(stroke)
    return None


def _is_one_more(stroke: Stroke, after: Stroke, *, same_step: bool) -> bool:
    """As in "a little higher, pull again. Climb like this to the neck.": the row goes on behind it.

    A sentence that has two hands do again what each did goes on with the second one.
    """
    handed = same_step and after.follows and not stroke.follows
    same = stroke.copied and after.copied and (stroke.span == after.span or handed)
    return same and stroke.side is after.side and after.progress and stroke.end is None


def _carries_on(stroke: Stroke, units: list[Stroke]) -> bool:
    """It does again what the units before it did (or what it tells itself), each time further on."""
    ways = set(stroke.direction)
    if stroke.progress:
        return bool(units) or bool(_SIDEWAYS & ways)
    if stroke.repeats is None and (stroke.hands is Hands.ALTERNATE or Direction.UP in ways):
        return bool(units) or (bool(_SIDEWAYS & ways) and Direction.UP in ways)
    if units and stroke.repeats is None and stroke.copied and stroke.end in _SUMMITS:
        return bool(_SIDEWAYS & ways)
    if units and _ROUND & ways and units[-1].start in stroke.over:
        # As in "Fan up and out from the foot of the blade. Work all round the blade."
        return Direction.OUT in units[-1].direction
    follows = any(unit.follows or unit.other_hand for unit in units)
    return bool(units) and (stroke.hands is Hands.ALTERNATE or follows) and _other(stroke, units[-1])


def _other(stroke: Stroke, unit: Stroke) -> bool:
    """It says where the row goes, instead of telling one more of the same."""
    return bool(stroke.over) or stroke.end is not None or stroke.direction != unit.direction


def _ends(stroke: Stroke, after: Stroke) -> bool:
    """The stroke after a row is the row's last one, gone another way."""
    if after.technique is not Technique.EFFLEURAGE or after.tool is not stroke.tool:
        return False
    goes_on = stroke.end is None or after.start in (stroke.end, None)
    return after.end in (Place.ARMPIT, Place.SHOULDER) and goes_on


def _loop(entries: Sequence[Item]) -> tuple[int, None, int] | None:
    """Clauses of one sentence that are all performed the same number of times: done in turn."""
    first = entries[0].stroke
    if first is None or first.repeats is None or first.repeats < 2:
        return None
    size = 0
    for entry in entries:
        stroke = entry.stroke
        if stroke is None or entry.step != entries[0].step or stroke.repeats != first.repeats:
            break
        size += 1
    return (size, None, first.repeats) if size > 1 else None
