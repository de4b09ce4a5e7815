"""Strokes over a whole region: lane beside lane, each with a light return."""

import math

import numpy as np
from jaxtyping import Float
from scipy.spatial import KDTree

from effleurage.performance import Phase
from effleurage.planning._composer import Point
from effleurage.planning._data import rows
from effleurage.planning._place.where import Where
from effleurage.planning.strokes._technique import Task, far
from effleurage.routine import Direction

_LEVELS, _STEP, _STEPS = 19, 0.02, 6
"""Room for a hand is looked for at so many levels, and where there is none so much further in, so often."""


def cover(task: Task, shown: Task | None = None, back: Task | None = None) -> None:
    """Glide over the whole back in lanes beside each other, both hands on their sides.

    Args:
        task: The stroke that goes over the whole back.
        shown: The stroke that showed the first lane, where another one did.
        back: The stroke that told of the way back, where one did.
    """
    shown, back = shown or task, back or task
    composer, where, tool = task.composer, task.composer.where, task.tool
    half = rows()["half_length"][tool]
    low = where.ground.x(where.atlas.landmark("S2")[1]) + 0.3 * half
    high = where.ground.x(where.atlas.landmark("C7")[1]) - 0.6 * half
    down = Direction.DOWN in task.stroke.direction and Direction.UP not in task.stroke.direction
    levels = [low + (high - low) * i / 6 for i in range(7)]
    widest = max(where.at_share(x, 1.0) for x in levels)
    fine = np.linspace(levels[0], levels[-1], _LEVELS)
    most = _widest(where, fine)
    lanes = max(2, math.ceil(widest / rows()["cover"]["spacing"]))
    for lane in range(lanes):
        share = (lane + 0.45) / lanes
        short = 1.0 - rows()["cover"]["short"] * share
        path = [(low + short * (x - low)) for x in levels]
        inner = 0.82 * where.lane(tool) + 0.01 * lane
        reached = np.minimum(share, np.interp(path, fine, most)).tolist()
        path = [(x, max(where.at_share(x, out), inner)) for x, out in zip(path, reached, strict=True)]
        if down:
            path.reverse()
        turns = _turns(where, share, path)
        if lane == 0 and not composer.holds(task.hands, tool):
            shown.land(path[0])
        elif lane or far(task, path[0], 0.01):
            way = slice(-2, 0, -1) if lane else slice(0)
            composer.go(
                [*path[way], path[0]],
                cue=back.cue,
                force=rows()["return"]["force"],
                speed=rows()["return"]["speed"],
                turn=[*turns[way], turns[0]],
                phase=Phase.RETURN,
            )
        composer.go(
            path[1:],
            cue=(shown if lane == 0 else task).cue,
            force=composer.force(task.stroke, tool, upward=True),
            turn=turns[1:],
            speed=composer.speed(task.stroke),
        )


def _turns(where: Where, share: float, path: list[Point]) -> list[float]:
    """Headings along a lane.

    Further out the fingers wrap round the side, but not where they would run into the receiver's arm;
    they turn away from the neck as far as the wrists of both hands have room beside each other.
    """
    row = rows()["cover"]
    x, o = np.array(path).T
    along = where.ground.along(x)
    out = min(1.0, max(0.0, (share - 0.3) / 0.35))
    at = [row["wrap"] * out, 0.0, row["arm"] * out, row["arm"] * out, row["blade"] * out, row["neck"]]
    degrees = np.interp(along, row["turned"], at)
    room = np.arcsin(np.clip((o - row["wrist"]) / row["heel"], -1.0, 1.0))
    return np.minimum(np.radians(degrees), room).tolist()


def _widest(where: Where, levels: Float[np.ndarray, " n"]) -> Float[np.ndarray, " n"]:
    """Shares of the half back that a palm reaches: it stays off the arm, and has room beside it."""
    row, surface = rows()["cover"], where.ground.surface
    along = where.ground.along(levels)[:, None]
    shares = np.interp(along, row["level"], row["widest"]) - _STEP * np.arange(_STEPS)
    over = surface.point(along, shares) + row["hand"] * surface.smoothed_normal(along, shares)
    arm = surface.vertices[surface.arms & (surface.vertices[:, 1] > 0.0)]
    away, _ = KDTree(arm).query(over)
    # Further in there is more room: where there is enough lies between two of the shares that are looked at.
    pairs = zip(away, shares, strict=True)
    return np.array([np.interp(row["room"], np.maximum.accumulate(gap), share) for gap, share in pairs])
