"""Segments and blocks: the strokes as performed, and the units that a session may move.

A segment is one stroke of one or both hands. Segments of the two hands may overlap in time
(one hand rests while the other kneads; one fan begins as the other ends). A block is a run of
samples that holds whole segments: blocks follow each other without gap or overlap, and a player
scales, repeats, reorders or skips blocks, never less.
"""

from dataclasses import dataclass
from typing import final


@final
@dataclass(frozen=True, kw_only=True)
class Station:
    """Where the giver is.

    Attributes:
        where: ``side_left``, ``side_right``, ``head`` or ``hips``. At the hips the giver kneels
            beside them, on the side that `side` names.
        stance: ``sitting``, ``kneeling`` or ``standing``.
        facing: ``head``, ``feet`` or ``across``.
        side: The receiver's side that the giver is on: ``left``, ``right`` or ``middle``.
    """

    where: str
    stance: str
    facing: str
    side: str


@final
@dataclass(frozen=True, kw_only=True)
class Segment:
    """One stroke as performed.

    Attributes:
        hands: ``left``, ``right`` or ``both``.
        technique: The technique's name, ``transfer`` for a way through the air between strokes,
            or ``arrange`` for a change of posture or station.
        movement: Index of its movement in the routine.
        step: Index of its step in the movement.
        stroke: Running number of the routine's stroke that it performs, over the whole routine;
            −1 for a transfer or a change of posture.
        repeat: Number of the pass, from 0.
        span: The words that caused it.
        caption: What to say and show while it is done.
        start: Index of its first sample.
        stop: Index after its last sample.
        force_ceiling: Most normal force that any setting may reach, in [N].
        region: Name of the body part, for a stroke on a part without a chart, with its side where
            the words name one: ``left leg``; else "".
    """

    hands: str
    technique: str
    movement: int
    step: int
    stroke: int
    repeat: int
    span: tuple[int, int]
    caption: str
    start: int
    stop: int
    force_ceiling: float = 45.0
    region: str = ""


@final
@dataclass(frozen=True, kw_only=True)
class Block:
    """Whole segments that belong together in time: what a session may move.

    Attributes:
        start: Index of its first sample.
        stop: Index after its last sample.
        movement: Index of its movement.
        caption: What to say and show, for a giver.
        span: The words that caused it.
        posture: How the receiver lies.
        station: Where the giver is.
        kind: ``work``, ``transfer``, ``arrange`` (change of posture or station) or ``rest``.
        tempo_range: Least and greatest factor on its speed.
        force_range: Least and greatest factor on its forces.
        repeatable: It may be done again: its end joins its own start.
        skippable: It may be left out: the block before it joins the one after it.
        repeat_from: Index of the block where a pass that ends here begins; −1 when no pass ends.
    """

    start: int
    stop: int
    movement: int
    caption: str
    span: tuple[int, int]
    posture: str
    station: Station
    kind: str = "work"
    tempo_range: tuple[float, float] = (0.6, 1.0)
    force_range: tuple[float, float] = (0.4, 1.3)
    repeatable: bool = False
    skippable: bool = False
    repeat_from: int = -1
