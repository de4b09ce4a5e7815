"""Kneading the neck: one hand rests on the head, the other rolls the muscles beside the vertebrae."""

import numpy as np

from .measure import Measure, at_least, at_most, between, crossings, true
from .meshes import footprint
from .receiver import C7, Receiver
from .rows import Rows


def kneading(rows: Rows, receiver: Receiver, *, movement: int) -> list[Measure]:
    """Every hold of kneading the neck, for each of its passes."""
    passes = np.unique(rows.repeat[rows.told & (rows.tool == "grip")])
    return [
        measure
        for repeat in passes
        for measure in _pass(rows.within(np.any(rows.repeat == repeat, axis=1)), receiver, movement)
    ]


def _pass(rows: Rows, receiver: Receiver, movement: int) -> list[Measure]:
    grip = rows.told & (rows.tool == "grip")
    hand = int(np.argmax(grip.sum(axis=0)))
    t = np.flatnonzero(grip[:, hand])
    rest, work = slice(t[0], t[-1] + 1), grip[:, hand]
    other = 1 - hand
    p = rows.position[rest, other]
    lateral = receiver.lateral(rows)
    neck = rows.contact & (rows.chart == "back") & (rows.along > C7)
    bone = np.where(neck, np.abs(lateral), np.nan)
    force = rows.force[work, hand]
    cycles = len(crossings(force - 0.5 * (np.min(force) + np.max(force)))) / 2
    base = receiver.place("neck_base")
    return [
        true("kneading: one hand kneads", not np.any(grip[:, other]), movement=movement),
        true(
            "kneading: forehead on the hands",
            np.all(rows.posture[work, 0] == "forehead_on_hands"),
            movement=movement,
        ),
        true("kneading: resting hand stays on", np.all(rows.contact[rest, other]), movement=movement),
        true(
            "kneading: it rests on the head",
            np.all(rows.chart[rest, other] == "head"),
            movement=movement,
            detail=", ".join(np.unique(rows.chart[rest, other])),
        ),
        at_most(
            "kneading: resting hand moves",
            np.linalg.norm(p - p[0], axis=-1),
            0.003,
            when=rows.time[rest],
            movement=movement,
            unit="m",
        ),
        at_most(
            "kneading: resting hand presses",
            rows.force[rest, other],
            5,
            when=rows.time[rest],
            movement=movement,
            unit="N",
        ),
        at_least("kneading: cycles", cycles, 3, movement=movement),
        at_least(
            "kneading: pads off the midline",
            _pads(rows, hand, work),
            0.020,
            when=rows.time[work],
            movement=movement,
            unit="m",
        ),
        at_most(
            "kneading: behind the sternocleidomastoid, across",
            np.abs(rows.across[work, hand]),
            0.9,
            when=rows.time[work],
            movement=movement,
        ),
        between(
            "kneading: at the base of the neck, along",
            rows.along[work, hand],
            min(base.along) - 0.03,
            0.97,
            when=rows.time[work],
            movement=movement,
        ),
        at_least(
            "kneading: nothing on the vertebrae",
            bone.ravel(),
            0.015,
            when=np.repeat(rows.time, 2),
            movement=movement,
            unit="m",
        ),
    ]


def _pads(rows: Rows, hand: int, work: np.ndarray) -> np.ndarray:
    """Distance from the midline of the innermost point of thumb's and fingers' pads, per row."""
    p = footprint("grip", hand).placed(rows.position[work, hand], rows.orientation[work, hand])
    return np.min(np.abs(p[..., 1]), axis=1)
