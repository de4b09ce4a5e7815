"""What glTF has no place for, as plain values: titles, times, captions, forces."""

from typing import Any

import numpy as np

from effleurage.performance import Performance
from effleurage.players.export._keys import keyframes, lerp

FORCE_TOLERANCE = 0.1
"""Largest error of a force between its keys, in [N]."""


def about(performance: Performance) -> dict[str, Any]:
    """The performance beside its motion: units are in the names."""
    time = performance.samples.time
    end = np.append(time, time[-1])
    blocks = [
        {
            "start_s": float(end[block.start]),
            "stop_s": float(end[block.stop]),
            "movement": block.movement,
            "caption": block.caption,
            "posture": block.posture,
            "station": block.station.where,
            "kind": block.kind,
        }
        for block in performance.blocks
    ]
    movements = []
    for number, title in enumerate(performance.movements):
        times = [(row["start_s"], row["stop_s"]) for row in blocks if row["movement"] == number]
        if times:
            movements.append({"title": title, "start_s": times[0][0], "stop_s": times[-1][1]})
    person = performance.person
    return {
        "title": performance.title,
        "frame": "metres; +X to the head, +Y to the receiver's left, +Z up; origin under the sacrum",
        "person": {
            "height_m": person.height,
            "weight_kg": person.weight,
            "sex": person.sex,
            "age": person.age,
        },
        "movements": movements,
        "blocks": blocks,
    }


def force(performance: Performance, hand: int) -> dict[str, list[float]]:
    """The force of a hand as keys of a curve that is straight between them."""
    time, values = performance.samples.time, performance.samples.force[:, hand]
    keys = keyframes(values[:, None], time, tolerance=FORCE_TOLERANCE, between=lerp)
    return {"time_s": time[keys].round(4).tolist(), "force_n": values[keys].round(2).tolist()}
