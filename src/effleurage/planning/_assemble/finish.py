"""What is settled once the hands are posed: joins of blocks, notes."""

from dataclasses import replace

import numpy as np
from jaxtyping import Bool, Int

from effleurage.performance import Block, Samples, Segment
from effleurage.routine import Arrangement, Kind, Posture, Routine, Step, Topic
from effleurage.spatial import length

_NEAR = 0.03
_TOLD = frozenset({Kind.PREPARATION, Kind.NOTE, Kind.LIMIT, Kind.UNREAD})


_FLAT = Arrangement(posture=Posture.PRONE)
"""How the receiver lies by default: shown as no change, but its cushions are told."""


def joined(blocks: tuple[Block, ...], segments: tuple[Segment, ...], samples: Samples) -> tuple[Block, ...]:
    """Say where blocks can be done again or left out, and where passes begin and end."""
    repeats = [segments[samples.segment[block.start, 0]].repeat for block in blocks]
    starts, ends = np.array([(block.start, block.stop - 1) for block in blocks]).T
    joins = _same(samples, starts, ends) & np.array([block.kind == "work" for block in blocks])
    out: list[Block] = []
    begin = 0
    for i, block in enumerate(blocks):
        key = (block.movement, repeats[i])
        if i == 0 or key != (blocks[i - 1].movement, repeats[i - 1]):
            begin = i
        later = (j for j in range(i + 1, len(blocks)) if blocks[j].kind == "work")
        after = next(later, None)
        closes = after is None or (blocks[after].movement, repeats[after]) != key
        again = -1
        if block.kind == "work" and closes:
            alike = np.flatnonzero(_same(samples, starts[begin : i + 1], ends[i]))
            again = begin + int(alike[0]) if len(alike) else -1
        out.append(replace(block, repeatable=bool(joins[i]), skippable=bool(joins[i]), repeat_from=again))
    return tuple(out)


def _same(
    samples: Samples, a: Int[np.ndarray, " n"], b: Int[np.ndarray, "#n"] | np.intp
) -> Bool[np.ndarray, " n"]:
    """Both hands are where they were, touching or not as they did."""
    away = length(samples.position[a] - samples.position[b])
    return ((away <= _NEAR) & (samples.contact[a] == samples.contact[b])).all(axis=-1)


def notes_of(routine: Routine, blocks: tuple[Block, ...]) -> tuple[tuple[int, str, str], ...]:
    """What the text says besides motion, with the block before which to say it.

    Each is said where it stands: before the first block that the text tells later, or after the last one.
    Bounds are said before the movement that they bound; who must not be massaged, before everything.
    """
    notes: list[tuple[int, str, str]] = []
    for index, movement in enumerate(routine.movements):
        for step in movement.steps:
            topic = _topic(step)
            if topic is None:
                continue
            if step.beforehand or step.topic is Topic.CONTRAINDICATION:
                at = 0
            else:
                at = _block_behind(blocks, index, -1 if step.kind is Kind.LIMIT else step.span[0])
            notes.append((at, topic, routine.words(step.span)))
    return tuple(sorted(notes, key=lambda note: note[0]))


def _topic(step: Step) -> str | None:
    """What a step is about that is told besides the strokes; None for strokes, positions and chat.

    What is laid ready without a position that can be shown, such as an arm, is told, too.
    """
    if step.kind is Kind.SETUP and not step.strokes and step.arrangement in (None, _FLAT):
        return step.kind.value
    if step.kind not in _TOLD or step.topic in (Topic.CHAT, Topic.MEDIA):
        return None
    return step.topic.value if step.topic else step.kind.value


def _block_behind(blocks: tuple[Block, ...], movement: int, place: int) -> int:
    """The first block of what a movement tells behind a place in the text, or of a later movement."""
    for number, block in enumerate(blocks):
        if block.movement > movement or (block.movement == movement and block.span[0] >= place):
            return number
    return len(blocks)
