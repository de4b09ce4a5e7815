"""Fanning: up and out from beside the spine, hand after hand, from the sacrum to the neck base."""

import numpy as np

from .measure import Measure, Run, at_least, at_most, between, strokes
from .receiver import C7, Receiver
from .rows import Rows
from .sides import LABEL, alternating, beside_spine, both_sides, by_side, climbing, heading


def fanning(rows: Rows, receiver: Receiver, *, movement: int) -> list[Measure]:
    """Every hold of fanning, side by side."""
    groups = by_side(rows, receiver, strokes(rows, moved=0.05))
    measures = both_sides("fanning", rows, groups, movement=movement)
    lateral, angle = receiver.lateral(rows), heading(rows, receiver)
    for (_, side), fans in groups.items():
        name = f"fanning, {LABEL[side]}"
        measures += _shape(name, rows, receiver, fans, side * lateral, side * angle, movement)
        measures += alternating(name, rows, fans, movement=movement)
    return measures


def _shape(
    name: str,
    rows: Rows,
    receiver: Receiver,
    fans: list[Run],
    out: np.ndarray,
    turned: np.ndarray,
    movement: int,
) -> list[Measure]:
    when = [rows.time[fan.start] for fan in fans]
    first = [(rows.along[fan.start, fan.hand], rows.time[fan.start]) for fan in fans]
    starts = receiver.up_the_spine(np.array([along for along, _ in first]))
    ends = receiver.up_the_spine(np.array([rows.along[fan.last, fan.hand] for fan in fans]))
    wide = [out[fan.last, fan.hand] - out[fan.start, fan.hand] for fan in fans]
    turn = [
        np.degrees(np.ptp(np.unwrap(np.radians(turned[fan.rows, fan.hand]))))
        * np.sign(_turn(turned[fan.rows, fan.hand]))
        for fan in fans
    ]
    sacrum, neck = max(receiver.place("sacrum").along), receiver.up_the_spine(C7)
    return [
        beside_spine(name, [out[fan.start, fan.hand] for fan in fans], when, movement=movement),
        at_least(
            f"{name}: stays on its side",
            [np.min(out[fan.rows, fan.hand]) for fan in fans],
            0,
            when=when,
            movement=movement,
            unit="m",
        ),
        at_least(f"{name}: ends higher by", ends - starts, 0.02, when=when, movement=movement, unit="m"),
        at_least(f"{name}: ends further out by", wide, 0.03, when=when, movement=movement, unit="m"),
        at_most(
            f"{name}: fingers to the head at the start",
            [abs(turned[fan.start, fan.hand]) for fan in fans],
            30,
            when=when,
            movement=movement,
            unit="°",
        ),
        between(f"{name}: hand turns outward by", turn, 43, 92, when=when, movement=movement, unit="°"),
        *climbing(name, rows, receiver, first, movement=movement),
        at_most(f"{name}: first start at the sacrum, along", first[0][0], sacrum + 0.03, movement=movement),
        at_most(f"{name}: last start below C7 by", neck - starts[-1], 0.10, movement=movement, unit="m"),
    ]


def _turn(angle: np.ndarray) -> float:
    """Change of an angle in [°] from the first to the last row."""
    path = np.unwrap(np.radians(angle))
    return float(path[-1] - path[0])
