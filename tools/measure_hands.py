"""Measure hands and forearms against the receiver's skin and each other, movement by movement.

    uv run --no-sync python tools/measure_hands.py [ARTICLE] [--bodies small,middle,large] [--every 0.5]

Without an article it measures the built-in routine. Every row is one movement on one body; `why` is
the part of the hand that is deepest most often.
"""

import argparse
import time
from collections import Counter
from pathlib import Path

import numpy as np

from effleurage import planning
from effleurage.anatomy import Body, hands
from effleurage.performance import TOOLS, Performance
from effleurage.reading import library, read
from effleurage.scene._clearance import Clearance, clearance

BODIES = {
    "small": Body(height=1.50, weight=41.0, sex="female", age=30),
    "middle": Body(height=1.72, weight=68.0, sex="female", age=40),
    "large": Body(height=1.95, weight=130.0, sex="male", age=45),
}
DEEP, TOUCHING, OVERLAP = 0.008, 0.6, -0.003


def main() -> None:
    """Plan, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?")
    parser.add_argument("--bodies", default="small,middle,large")
    parser.add_argument("--every", type=float, default=0.5)
    parser.add_argument("--moments", type=int, default=0, help="print this many of the worst moments")
    asked = parser.parse_args()
    text = Path(asked.article).read_text(encoding="utf-8") if asked.article else library.built_in()
    routine, _ = read(text)
    for name in asked.bodies.split(","):
        start = time.process_time()
        performance = planning.plan(routine, BODIES[name])
        print(
            f"## {name}: {performance.duration:.0f} s, planned in {time.process_time() - start:.2f} s of CPU"
        )
        rows = np.arange(0, len(performance.samples), round(asked.every * performance.rate))
        _table(performance, clearance(performance, BODIES[name].surface, rows=rows), asked.moments)


def _table(performance: Performance, found: Clearance, moments: int) -> None:
    samples, rows = performance.samples, found.rows
    blocks = performance.block_of()[rows].astype(int)
    movement = np.array([performance.blocks[block].movement for block in blocks])
    contact = samples.contact[rows]
    depth = np.nan_to_num(np.maximum(found.hand_depth, found.arm_depth), nan=-1.0)
    share = np.where(contact, found.share, np.nan)
    skin = hands.model().skins[0]
    part = np.array(skin.joints)[skin.weight_joints[found.deepest, 0]]
    print("movement  skin: >8mm worst  touch<.6   air: >8mm worst   hands: <-3mm  <-8mm worst   why")
    for number in [*np.unique(movement), -1]:
        mine = movement == number if number >= 0 else np.ones(len(rows), bool)
        on, off = mine[:, None] & contact, mine[:, None] & ~contact
        why = Counter(part[on & (depth > DEEP)]).most_common(4)
        apart = found.apart[mine]
        print(
            f"{'all' if number < 0 else number:>8}  {_part(depth[on], DEEP)}    "
            f"{np.mean(share[on] < TOUCHING) if on.any() else 0:6.1%}   {_part(depth[off], DEEP)}   "
            f"{np.mean(apart < OVERLAP):6.1%} {np.mean(apart < -DEEP):6.1%} "
            f"{1000 * min(0.0, apart.min()):6.1f}   " + " ".join(f"{joint}:{count}" for joint, count in why)
        )
    for row, hand in np.argwhere(depth > DEEP)[np.argsort(-depth[depth > DEEP])][:moments]:
        _moment(
            samples, rows[row], hand, f"{1000 * depth[row, hand]:5.1f} mm {part[row, hand]}", movement[row]
        )
    for row in np.argsort(found.apart)[:moments]:
        if found.apart[row] < OVERLAP:
            for hand in (0, 1):
                _moment(samples, rows[row], hand, f"{1000 * found.apart[row]:5.1f} mm apart", movement[row])


def _part(depth: np.ndarray, most: float) -> str:
    if len(depth) == 0:
        return "     –      –"
    return f"{np.mean(depth > most):6.1%} {1000 * depth.max():6.1f}"


def _moment(samples, row: int, hand: int, what: str, movement: int) -> None:
    print(
        f"{samples.time[row]:7.2f} s  movement {movement}  {'LR'[hand]} {what:28s}"
        f" {TOOLS[samples.tool[row, hand]]} contact={bool(samples.contact[row, hand])}"
        f" along={samples.along[row, hand]:.2f}"
        f" across={samples.across[row, hand]:.2f} fingers={np.round(samples.fingers[row, hand], 2)}"
    )


if __name__ == "__main__":
    main()
