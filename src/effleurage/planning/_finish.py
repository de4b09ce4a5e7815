"""What is settled once the hands are posed: ways between charts, joins of blocks, notes."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from effleurage.performance import Block, Samples, Segment
from effleurage.planning._air import smooth
from effleurage.planning._pose import Posed
from effleurage.routine import Kind, Routine, Topic

_NEAR = 0.03
_RISE = 0.42
_CLEAR = 0.08
"""A way through the air rises over this share of its time, by at least this many [m]."""
_EARLY = frozenset(
    {Topic.OIL, Topic.WASHING, Topic.ROOM, Topic.DRAPING, Topic.CUSHION, Topic.CONTRAINDICATION}
)
_TOLD = frozenset({Kind.PREPARATION, Kind.NOTE, Kind.LIMIT})


def bridge(posed: Posed, ways: tuple[tuple[int, int, int], ...]) -> Posed:
    """Straighten ways through the air: (hand, start, stop), each at least as high as it was drawn.

    A chart bends near its edges; a hand in the air need not.
    """
    position, turn, elbow = (np.array(field) for field in (posed.position, posed.orientation, posed.elbow))
    for hand, start, stop in ways:
        a, b = max(start - 1, 0), min(stop, len(position) - 1)
        s = np.arange(b - a + 1) / (b - a)
        share = smooth(s)[:, None]
        drawn, ends = posed.position[a : b + 1, hand], posed.position[[a, b], hand]
        q = posed.orientation[[a, b], hand]
        up = out_of_skin(q).sum(axis=0) + np.array([0.0, 0.0, 1.0])
        up /= np.linalg.norm(up)
        straight = ends[0] + share * (ends[1] - ends[0])
        arch = smooth(s / _RISE) * smooth((1.0 - s) / _RISE)
        inner = arch > 0.4
        height = np.max(((drawn - straight) @ up)[inner] / arch[inner], initial=_CLEAR)
        way = straight + arch[:, None] * height * up + _carried(posed.position[:, hand], a, b, s)
        arm = posed.elbow[[a, b], hand] - ends
        position[a : b + 1, hand] = way
        elbow[a : b + 1, hand] = way + arm[0] + share * (arm[1] - arm[0])
        turn[a : b + 1, hand] = turned(q[0], q[1], share)
    return replace(posed, position=position, orientation=turn, elbow=elbow)


def _carried(
    p: Float[np.ndarray, "t 3"], a: int, b: int, s: Float[np.ndarray, " n"]
) -> Float[np.ndarray, "n 3"]:
    """What a way needs besides to leave `a` and reach `b` at the speeds that the hand has there."""
    leaves = (p[a] - p[max(a - 1, 0)]) * (b - a)
    arrives = (p[min(b + 1, len(p) - 1)] - p[b]) * (b - a)
    first = s - 6.0 * s**3 + 8.0 * s**4 - 3.0 * s**5
    last = -4.0 * s**3 + 7.0 * s**4 - 3.0 * s**5
    return first[:, None] * leaves + last[:, None] * arrives


def turned(
    a: Float[np.ndarray, " 4"], b: Float[np.ndarray, " 4"], share: Float[np.ndarray, "n 1"]
) -> Float[np.ndarray, "n 4"]:
    """Quaternions the shortest way from one to another, at an even pace over `share`."""
    b = b if a @ b >= 0.0 else -b
    angle = np.arccos(min(1.0, float(a @ b)))
    if angle < 1e-3:
        return np.repeat(a[None], len(share), 0)
    return (np.sin((1.0 - share) * angle) * a + np.sin(share * angle) * b) / np.sin(angle)


def out_of_skin(q: Float[np.ndarray, "n 4"]) -> Float[np.ndarray, "n 3"]:
    """The third axis of frames given as quaternions wxyz."""
    w, x, y, z = q.T
    return np.stack([2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)], axis=-1)


def joined(blocks: tuple[Block, ...], segments: tuple[Segment, ...], samples: Samples) -> tuple[Block, ...]:
    """Say where blocks can be done again or left out, and where passes begin and end."""
    repeats = [segments[samples.segment[block.start, 0]].repeat for block in blocks]
    out: list[Block] = []
    begin = 0
    for i, block in enumerate(blocks):
        key = (block.movement, repeats[i])
        if i == 0 or key != (blocks[i - 1].movement, repeats[i - 1]):
            begin = i
        joins = block.kind == "work" and _same(samples, block.start, block.stop - 1)
        later = (j for j in range(i + 1, len(blocks)) if blocks[j].kind == "work")
        after = next(later, None)
        closes = after is None or (blocks[after].movement, repeats[after]) != key
        starts = range(begin, i + 1) if block.kind == "work" and closes else ()
        again = next((j for j in starts if _same(samples, blocks[j].start, block.stop - 1)), -1)
        out.append(replace(block, repeatable=joins, skippable=joins, repeat_from=again))
    return tuple(out)


def _same(samples: Samples, a: int, b: int) -> bool:
    """Both hands are where they were, touching or not as they did."""
    away = np.linalg.norm(samples.position[a] - samples.position[b], axis=-1)
    return bool(np.all(away <= _NEAR) and np.array_equal(samples.contact[a], samples.contact[b]))


def notes_of(routine: Routine, blocks: tuple[Block, ...]) -> tuple[tuple[int, str, str], ...]:
    """What the text says besides motion, with the block before which to say it."""
    notes: list[tuple[int, str, str]] = []
    for index, movement in enumerate(routine.movements):
        begin = next((i for i, block in enumerate(blocks) if block.movement >= index), len(blocks) - 1)
        for step in movement.steps:
            if step.kind in _TOLD and step.topic not in (Topic.CHAT, Topic.MEDIA):
                topic = step.topic.value if step.topic else step.kind.value
                at = 0 if step.topic in _EARLY else begin
                notes.append((at, topic, routine.words(step.span)))
    return tuple(sorted(notes, key=lambda note: note[0]))
