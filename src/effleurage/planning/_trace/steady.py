"""Work in place, made small enough for the skin that it is on.

A circle that is round in the chart is not on a ridge: there the skin bends, and hands would be jerked.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from jaxtyping import Float

from effleurage.planning._data import rows
from effleurage.planning._place.ground import Ground
from effleurage.planning._place.spots import Asked, on_skin
from effleurage.planning._score import Run
from effleurage.planning._trace.parts import Stay, two

_ROUNDS = 3


def steadied(
    stays: Sequence[tuple[int, Stay]],
    runs: Sequence[Run],
    ground: Callable[[str], Ground],
    rate: float,
) -> list[tuple[int, Stay]]:
    """The stays, their cycles drawn smaller where they would accelerate the hand too much.

    Args:
        stays: Index of its run, and the stay.
        runs: The runs.
        ground: Ground of a posture.
        rate: Samples a second, in [Hz].
    """
    out = list(stays)
    most = rows()["curve"]["jerk"]
    for _ in range(_ROUNDS):
        works = [i for i, (_, stay) in enumerate(out) if stay.path is not None and len(stay.path) > 2]
        if not works:
            break
        found = _accelerations([out[i] for i in works], runs, ground, rate)
        hard = [(i, found[k]) for k, i in enumerate(works) if found[k] > most]
        if not hard:
            break
        for i, value in hard:
            number, stay = out[i]
            assert stay.path is not None
            middle = np.array([stay.at.x, stay.at.o])
            out[i] = (number, replace(stay, path=middle + 0.9 * most / value * (stay.path - middle)))
    return out


def _accelerations(
    stays: Sequence[tuple[int, Stay]],
    runs: Sequence[Run],
    ground: Callable[[str], Ground],
    rate: float,
) -> Float[np.ndarray, " s"]:
    """Largest acceleration of a hand in each stay, in [m/s²]."""
    paths = [stay.path for _, stay in stays if stay.path is not None]
    counts = [len(path) for path in paths]
    shift = [
        np.repeat(two(np.array([stay.at.shift])), len(path), 0)
        for (_, stay), path in zip(stays, paths, strict=True)
    ]
    run = np.repeat([number for number, _ in stays], counts)
    spots = on_skin(Asked(points=np.concatenate(paths), shift=np.concatenate(shift), run=run), runs, ground)
    out, begin = np.zeros(len(stays)), 0
    for k, ((number, _), count) in enumerate(zip(stays, counts, strict=True)):
        here = slice(begin, begin + count)
        surface = ground(runs[number].posture).surface
        points = surface.point(spots.along[here], spots.across[here], chart="back")
        change = np.diff(points, 2, axis=0) * rate**2
        out[k] = np.sqrt(np.einsum("nhc,nhc->nh", change, change).max())
        begin += count
    return out
